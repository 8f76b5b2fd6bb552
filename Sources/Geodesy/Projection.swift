internal import CPROJ
public import SimpleFeatures
internal import Synchronization

/// A projection from longitude and latitude on WGS 84 to a plane in metres, and back.
///
/// Far outside its area a projection gives finite but worthless numbers: ask ``contains(_:)``.
/// Several tasks can share a projection, one at a time works in it; in a hot loop give each its own.
///
/// ```swift
/// let utm = try Projection(to: .epsg(32634))
/// try utm.forward(Position(longitude: 20.8028, latitude: 43.1039))  // 483953.660, 4772371.689
/// ```
public final class Projection: Sendable {
  /// The system projected to.
  public let system: CoordinateReferenceSystem
  /// Where the system is meant to be used; `nil` where PROJ's database does not say.
  public let areaOfUse: BoundingBox?

  private let operation: Mutex<CoordinateOperation>

  /// The version of PROJ at work, such as `9.1.1`.
  public static var projVersion: String { unsafe String(cString: proj_info().version) }

  /// Prepares the projection to a system.
  ///
  /// - Parameter system: A projected system in metres.
  /// - Throws: ``ProjectionError`` where PROJ does not know the system, or it is no such system.
  public init(to system: CoordinateReferenceSystem) throws(ProjectionError) {
    let operation = try CoordinateOperation(to: system)
    self.system = system
    areaOfUse = operation.areaOfUse
    self.operation = Mutex(operation)
  }

  /// The projected position of a geographic one.
  ///
  /// - Parameter position: Longitude and latitude in degrees.
  /// - Returns: Easting and northing in metres.
  /// - Throws: ``ProjectionError`` where the position has no image, such as beyond a pole.
  /// - SeeAlso: `proj_trans`.
  public func forward(_ position: Position) throws(ProjectionError) -> PlanarPosition {
    try operation.withLock { operation throws(ProjectionError) in
      try operation.forward(position)
    }
  }

  /// The projected positions of geographic ones, in their order; fails at the first without any.
  public func forward(_ positions: [Position]) throws(ProjectionError) -> [PlanarPosition] {
    try operation.withLock { operation throws(ProjectionError) in
      var projected: [PlanarPosition] = []
      projected.reserveCapacity(positions.count)
      for position in positions { projected.append(try operation.forward(position)) }
      return projected
    }
  }

  /// The geographic position of a projected one.
  ///
  /// - Parameter position: Easting and northing in metres.
  /// - Returns: Longitude and latitude in degrees.
  /// - Throws: ``ProjectionError`` where the plane has nothing there.
  /// - SeeAlso: `proj_trans`.
  public func inverse(_ position: PlanarPosition) throws(ProjectionError) -> Position {
    try operation.withLock { operation throws(ProjectionError) in
      try operation.inverse(position)
    }
  }

  /// The geographic positions of projected ones, in their order; fails at the first without any.
  public func inverse(_ positions: [PlanarPosition]) throws(ProjectionError) -> [Position] {
    try operation.withLock { operation throws(ProjectionError) in
      var geographic: [Position] = []
      geographic.reserveCapacity(positions.count)
      for position in positions { geographic.append(try operation.inverse(position)) }
      return geographic
    }
  }

  /// Whether a position lies where the system is meant to be used; true where that is not known.
  public func contains(_ position: Position) -> Bool {
    areaOfUse?.contains(position) ?? position.isValid
  }

  /// The length on the plane of one metre on the ground at a position.
  ///
  /// In a conformal projection it is the same in all directions, otherwise this is their geometric
  /// mean: the square root of the scale of areas, 1 everywhere in an equal-area projection.
  ///
  /// - Parameter position: Longitude and latitude in degrees.
  /// - Returns: A factor above zero.
  /// - Throws: ``ProjectionError`` where the projection has no scale.
  /// - SeeAlso: `proj_factors`.
  public func scaleFactor(at position: Position) throws(ProjectionError) -> Double {
    try operation.withLock { operation throws(ProjectionError) in
      try operation.factors(at: position).areal_scale.squareRoot()
    }
  }

  /// The angle at a position from true north to the north of the grid, clockwise.
  ///
  /// - Parameter position: Longitude and latitude in degrees.
  /// - Returns: Degrees; in the northern hemisphere positive east of a central meridian.
  /// - Throws: ``ProjectionError`` where the projection has no convergence.
  /// - SeeAlso: `proj_factors`.
  public func gridConvergence(at position: Position) throws(ProjectionError) -> Double {
    try operation.withLock { operation throws(ProjectionError) in
      try operation.factors(at: position).meridian_convergence * 180 / .pi
    }
  }
}
