#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The classes of a hexagon's value: at most five, with round limits, each a step of about the same
/// factor.
///
/// Counts of incidents are spread over magnitudes; equal steps would leave all but the capital in
/// the lowest class. The steps lead from the value that a tenth of the hexagons stays below to the
/// one that a twentieth is above, so that neither a lonely incident nor a single city decides over
/// all. Where the largest value lies far above these, the two highest classes are kept for the way
/// up to it. The lowest class begins at 1, whatever the values: a page counts its hexagons anew when
/// a reader filters, and fewer than any hexagon first held may be left.
struct HexagonClasses {
  /// The least value of each class, ascending.
  let limits: [Int]
  /// The largest value of all.
  let largest: Int

  /// The most classes that an eye tells apart by lightness alone.
  static let most = 5

  /// Makes the classes of values; those of 0 have none.
  init(_ values: [Int]) {
    let sorted = values.filter { $0 > 0 }.sorted()
    guard let least = sorted.first, let last = sorted.last else {
      (limits, largest) = ([], 0)
      return
    }
    largest = last
    let distinct = Set(sorted)
    guard distinct.count > Self.most else {
      limits = [1] + distinct.sorted().dropFirst()
      return
    }
    let low = Double(sorted[sorted.count / 10])
    let high = max(Double(sorted[sorted.count * 19 / 20]), low * 1.5)
    let isHeavy = Double(last) > 8 * high
    let bulk = isHeavy ? 3 : Self.most
    var steps = (1..<bulk).map { low * pow(high / low, Double($0) / Double(bulk)) }
    if isHeavy { steps += [high * 1.5, (high * Double(last)).squareRoot()] }
    var limits = [least]
    for limit in steps.map(Self.round) where limit > limits[limits.count - 1] && limit <= last {
      limits.append(limit)
    }
    self.limits = [1] + limits.dropFirst()
  }

  /// The class of a value; `nil` for 0.
  func number(of value: Int) -> Int? {
    value > 0 ? limits.lastIndex { $0 <= value } : nil
  }

  /// The values of a class, for the legend.
  func range(_ number: Int) -> ClosedRange<Int> {
    limits[number]...(number + 1 < limits.count ? limits[number + 1] - 1 : largest)
  }

  /// The nearest of 1, 2, 3, 5 and 10 times a power of ten.
  private static func round(_ value: Double) -> Int {
    let power = pow(10, log10(value).rounded(.down))
    let nearest = [1.0, 2, 3, 5, 10].min {
      abs(log(value / ($0 * power))) < abs(log(value / ($1 * power)))
    }
    return Int(max(1, ((nearest ?? 1) * power).rounded()))
  }
}
