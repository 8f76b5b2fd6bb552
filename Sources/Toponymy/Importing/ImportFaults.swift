/// What was passed over while a gazetteer was read: counted wholly, listed up to a bound.
public struct ImportFaults: Sendable {
  /// How many faults are listed at most.
  public static let listLimit = 20

  /// How many faults there are: rows that gave no place, and names that a place was read without.
  public private(set) var count = 0
  /// The first faults in the order of reading, at most ``listLimit``.
  public private(set) var listed: [GazetteerError.Fault] = []
  /// How many sound features are of no use to a map of incidents: springs, farms, trees.
  public private(set) var leftOutCount = 0
  private var leftOutByCode: [String: Int] = [:]

  /// The features left out, by the source's own code, the most frequent first: `H.SPNG`.
  ///
  /// - Complexity: O(*k* log *k*) for *k* codes.
  public var leftOut: [(code: String, count: Int)] {
    leftOutByCode.map { (code: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.code < $1.code }
  }

  /// Counts a fault, and lists it while there is room.
  mutating func report(_ fault: GazetteerError.Fault) {
    count += 1
    if listed.count < Self.listLimit { listed.append(fault) }
  }

  /// Counts a feature that is left out.
  mutating func leaveOut(_ code: String) {
    leftOutCount += 1
    // A sound file has fewer than a thousand codes; others must not fill the memory.
    let isRoomy = leftOutByCode.count < 1000 || leftOutByCode[code] != nil
    leftOutByCode[isRoomy ? code : "other", default: 0] += 1
  }
}
