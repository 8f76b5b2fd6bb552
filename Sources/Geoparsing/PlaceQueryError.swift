/// Why a place argument could not be used.
public struct PlaceQueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, and what to do.
  public var description: String
}
