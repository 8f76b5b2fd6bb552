/// Why a geometry cannot be worked with.
public struct TopologyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted, such as `unite 3 geometries`.
  public var attempt: String
  /// What went wrong, in GEOS's words where it has any.
  public var message: String

  /// Makes an error from what was attempted and how it failed.
  public init(attempt: String, message: String) {
    self.attempt = attempt
    self.message = message
  }

  /// The error in one line.
  public var description: String { "cannot \(attempt): \(message)" }
}
