public import IncidentModel

/// Which reports are copies of one text: an agency's, printed by several with another headline, a cut
/// end, a paragraph of their own.
///
/// Ten copies are one source. Two texts are copies where two thirds of the shorter one's shingles stand
/// in the other, and copies of a copy are copies. The groups depend on the set of reports only.
public struct SyndicatedCopies: Sendable {
  /// The original's SHA-256 by a copy's.
  private let originals: [String: String]
  private let publishers: [String: String]

  /// Groups reports by their texts.
  ///
  /// Texts meet by the smallest hashes of their shingles: those that share one stand in a row, and
  /// neighbours are compared. Texts that are copies share most of them, so that a phrase which many
  /// reports have in common keeps no copies apart.
  ///
  /// - Parameter reports: The reports, in any order; of the same SHA-256 the first counts.
  /// - Complexity: O(*n* log *n*) in the number of reports.
  public init(_ reports: [Report]) {
    let ordered = Dictionary(
      reports.map { ($0.sha256, $0) }, uniquingKeysWith: { first, _ in first }
    )
    .values.sorted { Self.precedence($0) < Self.precedence($1) }
    let sketches = ordered.map { TextSketch($0.text) }
    var groups = DisjointSets(count: ordered.count)
    for row in Self.rows(sketches) {
      for (first, second) in zip(row, row.dropFirst())
      where groups.root(of: first) != groups.root(of: second) {
        if Self.areCopies(sketches[first], sketches[second]) { groups.join(first, second) }
      }
    }
    var originals: [String: String] = [:]
    var publishers: [String: String] = [:]
    for (index, report) in ordered.enumerated() {
      let original = ordered[groups.root(of: index)]
      if original.sha256 != report.sha256 { originals[report.sha256] = original.sha256 }
      if publishers[original.sha256] == nil { publishers[original.sha256] = report.publisher }
    }
    self.originals = originals
    self.publishers = publishers
  }

  /// The report that a report is a copy of: the earliest with its text, itself where there is none.
  ///
  /// - Parameter report: A report's SHA-256.
  /// - Returns: The original's SHA-256.
  public func original(of report: String) -> String { originals[report] ?? report }

  /// Who stands for a report's text: the publisher of its original, or of the first copy that names one.
  ///
  /// - Parameter report: A report's SHA-256.
  /// - Returns: The publisher, or `nil` where no copy names one.
  public func publisher(of report: String) -> String? { publishers[original(of: report)] }

  /// The earliest first; without a date last.
  private static func precedence(_ report: Report) -> (Int, String) {
    (report.published?.date.dayNumber ?? .max, report.sha256)
  }

  /// Reports that share a key, in order, for each key.
  private static func rows(_ sketches: [TextSketch]) -> [[Int]] {
    var entries: [(key: UInt64, index: Int)] = []
    for (index, sketch) in sketches.enumerated() {
      if sketch.isLong { entries += sketch.keys.map { ($0, index) } }
      entries.append((sketch.words, index))
    }
    entries.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    return entries.chunked { $0.key == $1.key }.filter { $0.count > 1 }
      .map { $0.map(\.index) }
  }

  private static func areCopies(_ a: TextSketch, _ b: TextSketch) -> Bool {
    if a.words == b.words { return true }
    return a.isLong && b.isLong && a.containment(with: b) * 3 >= 2
  }
}

/// Sets that grow together; each is known by its smallest member.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (root(of: a), root(of: b))
    parents[max(first, second)] = min(first, second)
  }
}

extension Array {
  /// Runs of elements of which each belongs with the one before.
  fileprivate func chunked(by belongs: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = 0
    for index in indices where index + 1 == count || !belongs(self[index], self[index + 1]) {
      chunks.append(self[start...index])
      start = index + 1
    }
    return chunks
  }
}
