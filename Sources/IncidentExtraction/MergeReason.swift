internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Why two events may be one, in words for people: place, date, kind, numbers and words.
struct MergeReason {
  private let a: DatedEvent
  private let b: DatedEvent

  init(_ a: DatedEvent, _ b: DatedEvent) {
    self.a = a
    self.b = b
  }

  /// "the same place (Zvečan); both on 29 May 2023; both Violent demonstration; both say 30 soldiers
  /// injured; they share words".
  var text: String {
    [place, date, kind, numbers, words].compactMap(\.self).joined(separator: "; ")
  }

  private var place: String {
    guard let first = a.event.place, let second = b.event.place else {
      return "of one of them no place is told"
    }
    if first.id == second.id, first.name == second.name { return "the same place (\(first.name))" }
    let (larger, smaller) =
      first.uncertainty >= second.uncertainty ? (first, second) : (second, first)
    let distance = Geodesic.wgs84.distance(from: first.position, to: second.position)
    let apart = "\(Self.length(distance)) apart"
    switch PlaceComparison(first, second) {
    case .nested where larger.kind.isArea || larger.precision == .vague:
      return "\(smaller.name) lies in \(larger.name)"
    case .nested:
      return "\(smaller.name) and \(larger.name), \(apart), "
        + "where one is known to \(Self.length(larger.uncertainty))"
    default: return "\(first.name) and \(second.name), \(apart), are taken for one place"
    }
  }

  private var date: String {
    guard let first = a.span, let second = b.span else { return "of one of them no date is told" }
    if first.start == second.start, first.end == second.end {
      return "both \(DateText.adverbial(first))"
    }
    let isInherited = a.event.when?.isInherited == true || b.event.when?.isInherited == true
    let days = "\(DateText.text(first)) and \(DateText.text(second))"
    return first.overlaps(second) || !isInherited
      ? "dates that overlap (\(days))"
      : "dates that go together (\(days), one of them taken over from an earlier sentence)"
  }

  private var kind: String {
    let kinds = [a, b].map { $0.event.subType ?? $0.event.type.rawValue }
    return kinds[0] == kinds[1] ? "both \(kinds[0])" : "\(kinds[0]) and \(kinds[1]) go together"
  }

  private var numbers: String? {
    let others = b.event.claims
    var seen: Set<String> = []
    let same = a.event.claims.filter { claim in
      guard let population = claim.population else { return false }
      return others.contains {
        $0.population != nil && $0.field == claim.field && $0.value == claim.value
      } && seen.insert("\(claim.field.rawValue) \(claim.value) \(population)").inserted
    }
    let figures = same.map { claim in
      let people = CountedWords.people(Int(claim.value) ?? 0, claim.population ?? "")
      return "\(claim.value) \(people) \(FigureStatement.verb(claim.field))"
    }
    return figures.isEmpty ? nil : "both say \(figures.joined(separator: ", "))"
  }

  /// Sentences that stand in both word for word speak for a common source.
  private var words: String? {
    guard a.event.key.report != b.event.key.report else { return "one report tells of both" }
    let sentences = [a, b].map { dated in
      Set(dated.event.claims.filter { $0.field == .eventType }.map(\.quote))
    }
    return sentences[0].isDisjoint(with: sentences[1]) ? nil : "a sentence in the same words"
  }

  private static func length(_ distance: Meters) -> String {
    distance.value < 1000
      ? "\(Int(distance.value.rounded())) m"
      : "\(DecimalText.text(distance.value / 1000, places: 1)) km"
  }
}
