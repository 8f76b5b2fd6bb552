/// A geometry of the OGC's Simple Features, in geographic positions, XY only.
public enum Geometry: Hashable, Sendable {
  /// One position.
  case point(Position)
  /// Several positions.
  case multiPoint([Position])
  /// A line of at least two positions.
  case lineString([Position])
  /// Several lines.
  case multiLineString([[Position]])
  /// One polygon with its holes.
  case polygon(Polygon)
  /// Several polygons.
  case multiPolygon([Polygon])
  /// Geometries of any kind.
  case collection([Geometry])
}

/// A polygon: one exterior ring and its holes, each closed (first position repeated at the end).
public struct Polygon: Hashable, Sendable {
  /// The outer ring, closed.
  public var exterior: [Position]
  /// The holes, each closed.
  public var interiors: [[Position]]

  /// Makes a polygon from closed rings; validity is a matter of `Topology`.
  public init(exterior: [Position], interiors: [[Position]] = []) {
    self.exterior = exterior
    self.interiors = interiors
  }
}

extension Geometry {
  /// Every position of the geometry, in its order.
  public var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let positions), .lineString(let positions): positions
    case .multiLineString(let lines): lines.flatMap { $0 }
    case .polygon(let polygon): polygon.positions
    case .multiPolygon(let polygons): polygons.flatMap(\.positions)
    case .collection(let geometries): geometries.flatMap(\.positions)
    }
  }

  /// The polygons of an areal geometry; empty for points and lines.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let polygons): polygons
    case .collection(let geometries): geometries.flatMap(\.polygons)
    case .point, .multiPoint, .lineString, .multiLineString: []
    }
  }

  /// The lines of a linear geometry; empty for points and areas.
  public var lines: [[Position]] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    case .collection(let geometries): geometries.flatMap(\.lines)
    case .point, .multiPoint, .polygon, .multiPolygon: []
    }
  }
}

extension Polygon {
  /// The positions of the exterior ring, then of each hole.
  public var positions: [Position] { exterior + interiors.flatMap { $0 } }
}
