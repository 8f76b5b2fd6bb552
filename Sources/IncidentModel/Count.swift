/// A number of people as the sources allow it; `nil` means "not stated", never 0.
public struct Count: Hashable, Sendable, Codable {
  /// The smallest figure claimed.
  public var low: Int?
  /// The figure to use.
  public var best: Int?
  /// The largest figure claimed.
  public var high: Int?

  /// A count that no source states.
  public static let notStated = Count(low: nil, best: nil, high: nil)

  /// Makes a count from its bounds.
  public init(low: Int?, best: Int?, high: Int?) {
    self.low = low
    self.best = best
    self.high = high
  }

  /// The count of two groups that share nobody; a bound that one of them lacks is not stated, nor is one
  /// beyond all integers.
  public static func + (a: Count, b: Count) -> Count {
    func sum(_ a: Int?, _ b: Int?) -> Int? {
      guard let a, let b else { return nil }
      let (sum, isTooLarge) = a.addingReportingOverflow(b)
      return isTooLarge ? nil : sum
    }
    return Count(low: sum(a.low, b.low), best: sum(a.best, b.best), high: sum(a.high, b.high))
  }
}
