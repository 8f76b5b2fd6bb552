internal import IncidentModel

/// Who speaks for an incident independently: publishers, those that print the same words as one.
///
/// Ten papers that print an agency's text are one source. They are known by their sentences about the
/// incident: where those of one report all stand in another, word for word, and are more than a
/// headline, the two have one source.
struct IndependentSources {
  /// How many of them are publishers by name.
  let publishers: Int
  private let sourceOf: [String: String]

  /// The least number of words that chance does not put into two reports.
  private static let leastWords = 8

  /// Compares the reports that tell some events.
  ///
  /// - Complexity: O(*n*²) set operations in the reports.
  init(of events: [Event], reports: [String: Report]) {
    var sentences: [String: Set<String>] = [:]
    for event in events {
      let told = event.claims.filter { $0.field == .eventType }.map(\.quote)
      sentences[event.key.report, default: []].formUnion(told)
    }
    var sourceOf: [String: String] = [:]
    var originals: [String] = []
    for report in sentences.keys.sorted() {
      let own = sentences[report] ?? []
      let original = originals.first { Self.areSame(own, sentences[$0] ?? []) }
      if original == nil { originals.append(report) }
      sourceOf[report] = original ?? report
    }
    let groups = Dictionary(grouping: sourceOf.keys.sorted()) { sourceOf[$0] ?? $0 }
    let names = groups.mapValues { group in group.lazy.compactMap { reports[$0]?.publisher }.first }
    self.sourceOf = sourceOf.mapValues { (names[$0] ?? nil) ?? $0 }
    publishers = Set(names.values.compactMap(\.self)).count
  }

  /// The source of a report: a publisher's name, or the SHA-256 of a report without one.
  func source(of report: String) -> String { sourceOf[report] ?? report }

  private static func areSame(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let (shorter, longer) = a.count <= b.count ? (a, b) : (b, a)
    guard shorter.isSubset(of: longer) else { return false }
    let words = shorter.map { $0.split(whereSeparator: \.isWhitespace).count }
    return words.reduce(0, +) >= leastWords
  }
}
