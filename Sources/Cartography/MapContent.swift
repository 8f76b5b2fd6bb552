public import IncidentModel
public import SimpleFeatures
public import Toponymy

/// The layers under the incidents; each may be empty.
///
/// Properties that are read: `place_id`, `name`, `name_<language>`, `country`, and `status`, which
/// is `disputed` for a line that one side does not recognise as a border.
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
  /// Borders as lines.
  public var borders: Layer

  /// Gathers layers; what is left out is empty.
  public init(
    world: Layer = Layer(name: "world", features: []),
    countries: Layer = Layer(name: "countries", features: []),
    municipalities: Layer = Layer(name: "municipalities", features: []),
    lakes: Layer = Layer(name: "lakes", features: []),
    rivers: Layer = Layer(name: "rivers", features: []),
    borders: Layer = Layer(name: "borders", features: [])
  ) {
    self.world = world
    self.countries = countries
    self.municipalities = municipalities
    self.lakes = lakes
    self.rivers = rivers
    self.borders = borders
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
