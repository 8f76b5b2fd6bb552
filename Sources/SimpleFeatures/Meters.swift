/// A length in metres.
public struct Meters: Hashable, Sendable, Comparable, Codable {
  /// The number of metres.
  public var value: Double

  /// Makes a length from a number of metres.
  public init(_ value: Double) {
    self.value = value
  }

  /// Makes a length from a number of kilometres.
  public static func kilometers(_ value: Double) -> Meters { Meters(value * 1000) }

  /// Orders lengths by their number of metres.
  public static func < (a: Meters, b: Meters) -> Bool { a.value < b.value }
}
