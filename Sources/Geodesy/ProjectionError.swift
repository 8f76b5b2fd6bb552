/// Why a coordinate reference system or a projected position cannot be had.
public struct ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was attempted, such as `project 20.8, 95 to EPSG:32634`.
  public var attempt: String
  /// PROJ's number for the failure; 0 where PROJ itself reported none.
  public var code: Int
  /// What went wrong, in PROJ's words where it has any.
  public var message: String

  /// Makes an error from what was attempted and how it failed.
  public init(attempt: String, code: Int = 0, message: String) {
    self.attempt = attempt
    self.code = code
    self.message = message
  }

  /// The error in one line.
  public var description: String {
    code == 0
      ? "cannot \(attempt): \(message)" : "cannot \(attempt): \(message) (PROJ error \(code))"
  }
}
