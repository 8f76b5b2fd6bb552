public import IncidentModel
public import SimpleFeatures
public import Toponymy

/// The layers under the incidents; each may be empty.
///
/// Properties that are read of areas: `place_id`, `name`, `name_<language>`, `country`, whose it is,
/// and `part_of`, which an area has that is no country of its own; of lines: `status`, a
/// ``BorderStatus``, and the `place_id` of the areas beside them, `area_left` and `area_right`.
public struct BasemapLayers: Hashable, Sendable {
  /// The world's countries, coarse: the land where nothing finer covers it.
  public var world: Layer
  /// The region's countries.
  public var countries: Layer
  /// Municipalities.
  public var municipalities: Layer
  /// Lakes.
  public var lakes: Layer
  /// Rivers.
  public var rivers: Layer
  /// The region's borders as lines.
  public var borders: Layer
  /// The world's borders as lines, which lie on the edges of ``world`` exactly; what is left of these
  /// edges is coast.
  public var worldBorders: Layer
  /// Whose view they are, set by ``seen(from:)``; `nil` for who holds what.
  public internal(set) var viewpoint: Viewpoint?
  /// Layers of the editor's own, in the order in which they are drawn over the others.
  ///
  /// Their features may be points, lines and areas, with properties of simplestyle 1.1.
  public var own: [Layer]

  /// Gathers layers; what is left out is empty.
  public init(
    world: Layer = Layer(name: "world", features: []),
    countries: Layer = Layer(name: "countries", features: []),
    municipalities: Layer = Layer(name: "municipalities", features: []),
    lakes: Layer = Layer(name: "lakes", features: []),
    rivers: Layer = Layer(name: "rivers", features: []),
    borders: Layer = Layer(name: "borders", features: []),
    worldBorders: Layer = Layer(name: "world-borders", features: []),
    own: [Layer] = []
  ) {
    self.world = world
    self.countries = countries
    self.municipalities = municipalities
    self.lakes = lakes
    self.rivers = rivers
    self.borders = borders
    self.worldBorders = worldBorders
    self.own = own
  }
}

/// What a map shows.
public struct MapContent {
  /// The ground.
  public var layers: BasemapLayers
  /// Where the names of places come from; only what a map needs is read.
  public var places: Gazetteer
  /// The incidents.
  public var incidents: any MapIncidents

  /// Gathers what a map of a few incidents shows.
  public init(
    layers: BasemapLayers = BasemapLayers(), places: Gazetteer = Gazetteer([]),
    incidents: [Incident]
  ) {
    self.init(layers: layers, places: places, incidents: ListedIncidents(incidents))
  }

  /// Gathers what a map of any number of incidents shows.
  public init(
    layers: BasemapLayers = BasemapLayers(), places: Gazetteer = Gazetteer([]),
    incidents: any MapIncidents
  ) {
    self.layers = layers
    self.places = places
    self.incidents = incidents
  }
}
