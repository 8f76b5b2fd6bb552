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

  /// The area that was asked for, else that of the incidents, else that of the layers.
  ///
  /// Incidents known only to a country or vaguer do not widen the area of better known ones.
  init(layers: BasemapLayers, points: [IncidentPoint], requested: BoundingBox?) throws {
    if let box = requested {
      guard let positions = Self.outline(of: box) else {
        throw CartographyError.invalidArea("\(box.west),\(box.south),\(box.east),\(box.north)")
      }
      self.init(positions, minimumSize: Meters(100), margin: 0)
      return
    }
    let known = points.lazy.filter(\.fitsFrame).compactMap(\.position)
    let located = points.lazy.compactMap(\.position)
    if !known.isEmpty {
      self.init(Array(known), minimumSize: .kilometers(50), margin: 0.12)
    } else if !located.isEmpty {
      self.init(Array(located), minimumSize: .kilometers(500), margin: 0.12)
    } else {
      let ground = [layers.municipalities, layers.countries, layers.world].lazy
        .map { $0.features.flatMap { $0.geometry?.positions ?? [] }.filter(\.isValid) }
        .first { !$0.isEmpty }
      let globe = BoundingBox(west: -180, south: -80, east: 180, north: 80)
      self.init(
        ground ?? Self.outline(of: globe) ?? [], minimumSize: .kilometers(50), margin: 0.04)
    }
  }

  private init(_ positions: [Position], minimumSize: Meters, margin: Double) {
    let latitudes = positions.map(\.latitude)
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    let (west, width) = Self.shortestArc(positions.map(\.longitude))
    self.positions = positions
    center = Position(
      longitude: Self.normalized(west + width / 2), latitude: (south + north) / 2)
    span = (width, north - south)
    self.minimumSize = minimumSize
    self.margin = margin
  }

  /// The system in which the area looks right: conformal where small, equal in area where large.
  var system: CoordinateReferenceSystem {
    if span.longitude > 150, abs(center.latitude) - span.latitude / 2 > 45 {
      return .lambertAzimuthalEqualArea(
        center: Position(longitude: 0, latitude: center.latitude < 0 ? -90 : 90))
    }
    if span.longitude > 150 || span.latitude > 120 { return .epsg(8857) }
    if span.longitude <= 6, span.latitude <= 12, abs(center.latitude) < 80 {
      return .utm(containing: center)
    }
    return .lambertAzimuthalEqualArea(
      center: Position(
        longitude: (center.longitude * 10).rounded() / 10,
        latitude: (center.latitude * 10).rounded() / 10))
  }

  /// A longitude as one of −180 … 180.
  static func normalized(_ longitude: Double) -> Double {
    longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
  }

  /// The western end and the width of the shortest arc that holds all longitudes.
  private static func shortestArc(_ longitudes: [Double]) -> (west: Double, width: Double) {
    let sorted = longitudes.sorted()
    guard let first = sorted.first, let last = sorted.last else { return (-180, 360) }
    var best = (west: first, width: last - first)
    for (a, b) in zip(sorted, sorted.dropFirst()) where 360 - (b - a) < best.width {
      best = (b, 360 - (b - a))
    }
    return best
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
