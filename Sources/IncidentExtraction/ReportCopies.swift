public import IncidentModel
internal import Toponymy

/// Finds reports that are copies of one another: one agency's text in several papers.
///
/// Two texts are copies where four fifths of the shingles (runs of five words) of the shorter one stand
/// in the other: a headline, a byline or a last paragraph of one's own makes no other report.
///
/// - SeeAlso: Broder (1997), "On the resemblance and containment of documents".
public struct ReportCopies: Sendable {
  private static let length = 5
  private let firstOf: [String: String]

  /// Compares reports, in any order.
  ///
  /// - Complexity: O(*n*²) set operations; meant for the reports of one incident.
  public init(_ reports: [Report]) {
    let ordered = reports.sorted { $0.sha256 < $1.sha256 }
    let shingles = ordered.map { Self.shingles(of: $0.text) }
    var firstOf: [String: String] = [:]
    for (index, report) in ordered.enumerated() where firstOf[report.sha256] == nil {
      for other in ordered.indices.dropFirst(index + 1)
      where firstOf[ordered[other].sha256] == nil
        && Self.areCopies(shingles[index], shingles[other])
      {
        firstOf[ordered[other].sha256] = report.sha256
      }
    }
    self.firstOf = firstOf
  }

  /// The SHA-256 of the report that stands for a report and its copies.
  public func original(of sha256: String) -> String { firstOf[sha256] ?? sha256 }

  private static func areCopies(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Bool {
    let shorter = min(a.count, b.count)
    guard shorter >= 8 else { return a == b && !a.isEmpty }
    return 5 * a.intersection(b).count >= 4 * shorter
  }

  private static func shingles(of text: String) -> Set<UInt64> {
    let words = FoldedText(text).words.map { UInt64(truncatingIfNeeded: $0.hash) }
    guard words.count >= length else { return Set(words) }
    return Set(
      words.indices.dropLast(length - 1).map { start in
        words[start..<start + length].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
      })
  }
}
