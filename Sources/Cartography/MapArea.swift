internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures

/// The part of the Earth that a map has to show.
struct MapArea {
  /// What must lie inside the frame; never empty.
  var positions: [Position]
  /// The middle of ``positions`` as longitudes and latitudes go.
  var center: Position
  /// How many degrees of longitude and latitude they cover.
  var span: (longitude: Double, latitude: Double)
  /// The least width and height on the ground.
  var minimumSize: Meters
  /// What is added around, as a part of the larger side.
  var margin: Double
  /// Whether it is a circle, which only a map centred on it shows as one.
  private(set) var isCircle = false
  /// Whether the map shows the globe from pole to pole, all around.
  private(set) var isGlobe = false

  /// What a map of a single place shows around it, so that it can be recognised.
  private static let aroundOnePlace = Meters.kilometers(25)
  /// A village with its fields: no map of several places is smaller.
  private static let leastSize = Meters.kilometers(3)
  /// What a map shows at least of the surroundings of vaguely known places.
  private static let aroundVaguePlaces = Meters.kilometers(50)

  /// The area that was asked for, else that of the incidents, else that of the
  /// editor's own layers, else the globe.
  ///
  /// Incidents known only to a country or vaguer do not widen the area of better known ones.
  init(layers: BasemapLayers, points: [IncidentPoint], options: MapOptions) throws {
    if let circle = options.circle {
      try self.init(circle)
      return
    }
    if let box = options.area {
      guard let positions = Self.outline(of: box) else {
        throw CartographyError.invalidArea("\(box.west),\(box.south),\(box.east),\(box.north)")
      }
      self.init(positions, minimumSize: Meters(100), margin: 0)
      if options.crs == nil { snapToGlobe() }
      return
    }
    let located = points.lazy.compactMap(\.position)
    let known = points.filter(\.fitsFrame)
    if !known.isEmpty {
      self.init(
        known.compactMap(\.position), minimumSize: Self.leastSize(of: known), margin: 0.12)
    } else if !located.isEmpty {
      self.init(Array(located), minimumSize: .kilometers(500), margin: 0.12)
    } else {
      let own = layers.own.lazy
        .map { $0.features.flatMap { $0.geometry?.positions ?? [] }.filter(\.isValid) }
        .first { !$0.isEmpty }
      let globe = BoundingBox(west: -180, south: -80, east: 180, north: 80)
      self.init(
        own ?? Self.outline(of: globe) ?? [], minimumSize: .kilometers(50), margin: 0.04)
    }
    if options.crs == nil { snapToGlobe() }
  }

  private init(_ circle: MapCircle) throws {
    guard circle.center.isValid, circle.radius.value > 0,
      circle.radius.value <= MapCircle.longestRadius.value
    else { throw CartographyError.invalidCircle(radius: circle.radius) }
    let ring = Geodesic.wgs84.ring(around: circle.center, radius: circle.radius, vertices: 120)
    self.init(ring, minimumSize: Meters(100), margin: 0.04, circle: circle.center)
  }

  private init(
    _ positions: [Position], minimumSize: Meters, margin: Double, circle: Position? = nil
  ) {
    let outer = OuterPositions(positions)
    let (west, width) = (outer.west, outer.width)
    let (south, north) = (outer.south, outer.north)
    self.positions = outer.positions
    // A circle's middle is its place, also where it holds a pole and so every longitude.
    center =
      circle
      ?? Position(longitude: Self.normalized(west + width / 2), latitude: (south + north) / 2)
    isCircle = circle != nil
    span = (width, north - south)
    self.minimumSize = minimumSize
    self.margin = margin
  }

  /// What is too large for one azimuthal map is shown with all the world, where nobody asks for another projection.
  private mutating func snapToGlobe() {
    guard isWorld else { return }
    positions = Self.globe(around: meridian)
    margin = 0.012
    isGlobe = true
  }

  /// Four times what the vaguest incident leaves open, between a village and a district.
  private static func leastSize(of incidents: [IncidentPoint]) -> Meters {
    let doubt = incidents.lazy.map { incident in
      incident.uncertainty?.value ?? (incident.isPlacedExactly ? 0 : 12_500)
    }
    let size = min(max(4 * (doubt.max() ?? 0), leastSize.value), aroundVaguePlaces.value)
    guard let first = incidents.first?.position,
      incidents.allSatisfy({ incident in
        incident.position.map {
          ($0.longitude - first.longitude).magnitude < 0.001
            && ($0.latitude - first.latitude).magnitude < 0.001
        } ?? true
      })
    else { return Meters(size) }
    return Meters(max(size, aroundOnePlace.value))
  }

  /// A longitude as one of −180 … 180.
  static func normalized(_ longitude: Double) -> Double {
    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
  }

  /// Positions along a box's edges, or `nil` where it is no box.
  private static func outline(of box: BoundingBox) -> [Position]? {
    let east = box.crossesAntimeridian ? box.east + 360 : box.east
    let corners = [
      Position(longitude: box.west, latitude: box.south),
      Position(longitude: box.east, latitude: box.north),
    ]
    guard corners.allSatisfy(\.isValid), box.south < box.north, box.west < east else { return nil }
    return (0...16).flatMap { step in
      let part = Double(step) / 16
      let longitude = normalized(box.west + part * (east - box.west))
      let latitude = box.south + part * (box.north - box.south)
      return [
        Position(longitude: longitude, latitude: box.south),
        Position(longitude: longitude, latitude: box.north),
        Position(longitude: box.west, latitude: latitude),
        Position(longitude: box.east, latitude: latitude),
      ]
    }
  }
}

extension IncidentPoint {
  /// Whether the place is known well enough for a map to be fitted to it.
  var fitsFrame: Bool {
    position != nil && (wherePrecision ?? .exact).rawValue <= WherePrecision.region.rawValue
      && (uncertainty?.value ?? 0) < 500_000
  }

  /// Whether the place is known to its settlement: only then a symbol is solid.
  var isPlacedExactly: Bool { wherePrecision.isSettlement }
}

extension Incident {
  /// Whether the place is known to its settlement: only then a symbol is solid.
  var isPlacedExactly: Bool { wherePrecision.isSettlement }
}

extension WherePrecision? {
  fileprivate var isSettlement: Bool {
    (self ?? .exact).rawValue <= WherePrecision.near.rawValue
  }
}
