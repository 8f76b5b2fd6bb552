/// Why a place argument could not be used.
public struct PlaceQueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, and what to do.
  public let description: String

  /// Makes an error that says what happened, and what to do.
  public init(_ description: String) {
    self.description = description
  }
}
