import NamedSeeds
import SimpleFeatures

extension Position {
  /// A position from its longitude and latitude, for tables of many.
  init(_ longitude: Double, _ latitude: Double) {
    self.init(longitude: longitude, latitude: latitude)
  }
}

extension Polygon {
  /// A rectangle, counter-clockwise from its south-western corner.
  init(west: Double, south: Double, east: Double, north: Double, holes: [Polygon] = []) {
    self.init(
      exterior: [
        Position(west, south), Position(east, south), Position(east, north),
        Position(west, north), Position(west, south),
      ],
      interiors: holes.map(\.exterior))
  }

  /// Twice the area of the exterior ring in square degrees, whichever way it runs.
  var doubleArea: Double {
    zip(exterior, exterior.dropFirst()).reduce(0) { area, edge in
      area + edge.0.longitude * edge.1.latitude - edge.1.longitude * edge.0.latitude
    }.magnitude
  }
}

/// Shapes that appear in several tests.
enum Shapes {
  /// Four degrees square with a hole of two in its middle.
  static let frame = Polygon(
    west: 0, south: 0, east: 4, north: 4,
    holes: [Polygon(west: 1, south: 1, east: 3, north: 3)])

  /// A C, open to the east, whose centroid lies outside of it.
  static let bracket = Polygon(exterior: [
    Position(0, 0), Position(4, 0), Position(4, 1), Position(1, 1), Position(1, 3),
    Position(4, 3), Position(4, 4), Position(0, 4), Position(0, 0),
  ])

  /// Two triangles that meet where the ring crosses itself, at 1, 1.
  static let bowTie = Polygon(exterior: [
    Position(0, 0), Position(2, 2), Position(2, 0), Position(0, 2), Position(0, 0),
  ])

  /// A star around 0, 0 whose points reach 1 to 5 degrees out and never cross.
  static func star(using generator: inout SplitMix64) -> Polygon {
    var ring = (0..<24).map { index in
      let step = Double(index % 6) / 3
      let radius = Double.random(in: 1...5, using: &generator)
      return switch index / 6 {
      case 0: Position(radius, radius * (step - 1))
      case 1: Position(radius * (1 - step), radius)
      case 2: Position(-radius, radius * (1 - step))
      default: Position(radius * (step - 1), -radius)
      }
    }
    ring.append(ring[0])
    return Polygon(exterior: ring)
  }

  /// Rings and lines of which no geometry can be made.
  static let broken: [Geometry] = [
    .polygon(Polygon(exterior: [Position(0, 0), Position(1, 0), Position(0, 0)])),
    .polygon(Polygon(exterior: [Position(0, 0)])),
    .polygon(
      Polygon(exterior: [Position(0, 0), Position(1, 0), Position(1, 1), Position(0, 1)])),
    .polygon(
      Polygon(exterior: frame.exterior, interiors: [[Position(1, 1), Position(2, 2)]])),
    .polygon(Polygon(exterior: [], interiors: [frame.exterior])),
    .collection([.lineString([Position(0, 0)]), .point(Position(1, 1))]),
  ]

  /// Geometries without any position.
  static let empty: [Geometry] = [
    .polygon(Polygon(exterior: [])), .lineString([]), .multiPoint([]), .multiPolygon([]),
    .multiLineString([]), .collection([]), .collection([.multiPoint([])]),
  ]

  /// Geometries with a coordinate that is not finite.
  static let notFinite: [Geometry] = [
    .point(Position(.nan, 0)),
    .point(Position(0, .infinity)),
    .lineString([Position(0, 0), Position(1, -.infinity)]),
    .polygon(
      Polygon(exterior: [Position(0, 0), Position(1, .nan), Position(1, 1), Position(0, 0)])),
  ]
}
