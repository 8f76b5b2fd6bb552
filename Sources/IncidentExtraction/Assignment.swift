internal import Geodesy
internal import Geoparsing
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Gives events their dates and places: the nearest in the clause, else in the sentence, else in the
/// sentences before, else what the report as a whole is about.
struct Assignment {
  let structure: TextStructure
  let facts: [SentenceFacts]
  private let focus: Geoparser.LocatedMention?

  init(structure: TextStructure, facts: [SentenceFacts]) {
    self.structure = structure
    self.facts = facts
    focus = Self.focus(of: facts)
  }

  // MARK: - Dates

  /// The date of an event word; with `nearbyOnly` only one that stands right beside it.
  ///
  /// A date of another clause is the event's only where that clause is of the same time, or says since
  /// when the event goes on, and tells of no event itself.
  func date(
    for words: Range<Int>, inSentence index: Int, nearbyOnly: Bool, otherEvents: [Range<Int>]
  ) -> EventDraft.AssignedDate? {
    let own = facts[index]
    let eligible = own.dates.filter { date in
      own.areInOneClause(date.words, words)
        || (date.isOngoing || own.areOfOneTime(date.words, words))
          && !otherEvents.contains { $0 != words && own.areInOneClause(date.words, $0) }
    }
    let nearest = eligible.filter { !$0.isOfSaying }.min {
      own.distance($0.words, words) < own.distance($1.words, words)
    }
    if nearbyOnly {
      return nearest.flatMap {
        own.distance($0.words, words) <= 5
          ? EventDraft.AssignedDate(mention: $0, isOwn: true) : nil
      }
    }
    if let nearest { return EventDraft.AssignedDate(mention: nearest, isOwn: true) }
    if let since = own.sequelDate(of: words) {
      return EventDraft.AssignedDate(mention: since, isOwn: true)
    }
    // Of when it was said is told last: reports come out soon after.
    let other = earlierDate(before: index) ?? laterDate(after: index) ?? eligible.first
    return other.map { EventDraft.AssignedDate(mention: $0, isOwn: false) }
  }

  /// The first date of the paragraph's next sentences: what opens a report is often dated there.
  private func laterDate(after index: Int) -> DateMention? {
    facts[(index + 1)...].prefix(2).prefix {
      $0.sentence.paragraph == facts[index].sentence.paragraph && $0.sentence.exclusion == nil
    }
    .lazy.flatMap(\.dates).first { !$0.isOfSaying && !Self.isYearOnly($0.expression) }
  }

  /// The last date of the paragraph's earlier sentences, or of the paragraph before.
  private func earlierDate(before index: Int) -> DateMention? {
    let paragraph = facts[index].sentence.paragraph
    for earlier in stride(from: index - 1, through: max(0, index - 12), by: -1) {
      let sentence = facts[earlier].sentence
      guard paragraph - sentence.paragraph <= 1, sentence.exclusion == nil else { return nil }
      let dates = facts[earlier].dates.filter {
        !Self.isYearOnly($0.expression) && !$0.isOfSaying
      }
      if let date = Self.latest(dates) { return date }
    }
    return nil
  }

  /// Telling moves forward: of several days of a year the latest, else the one named last.
  private static func latest(_ dates: [DateMention]) -> DateMention? {
    let days = dates.compactMap { date -> (date: DateMention, day: Int)? in
      guard case .calendar(let year, let month?, let day?) = date.expression else { return nil }
      return (date, ((year ?? 0) * 12 + month) * 31 + day)
    }
    guard days.count == dates.count else { return dates.last }
    return days.max { $0.day < $1.day }?.date
  }

  private static func isYearOnly(_ expression: DateExpression) -> Bool {
    if case .calendar(_, nil, nil) = expression { true } else { false }
  }

  // MARK: - Places

  /// The places of an event word: one, or all of a list.
  ///
  /// A place that stands nearer to another event word is that one's, where there is another: "floods in
  /// Valencia and a train crash in Madrid".
  func places(
    for words: Range<Int>, inSentence index: Int, otherEvents: [Range<Int>]
  ) -> [EventDraft.AssignedPlace] {
    let own = facts[index]
    let named = own.places.filter {
      $0.mention.role != .container && $0.mention.role != .dateline
    }
    // Where somebody came from is where it was only if no other place is named: "they fled from Peja".
    let grounded = named.filter { $0.mention.role != .origin }
    let candidates = Self.undescribed(grounded.isEmpty ? named : grounded)
    let unclaimed = candidates.filter { place in
      let distance = own.distance(place.words, words)
      return !otherEvents.contains { $0 != words && own.distance(place.words, $0) < distance }
    }
    // A name that nothing says to be where it was must stand much nearer.
    func distance(_ place: Geoparser.LocatedMention) -> Int {
      own.distance(place.words, words) + (place.isSigned ? 0 : Self.lackOfSign)
    }
    if let nearest = (unclaimed.isEmpty ? candidates : unclaimed).min(by: {
      distance($0) < distance($1)
    }) {
      if isNearerToUnresolved(words, than: nearest, in: own) {
        return [holdingFocus].compactMap { $0 }
      }
      let inClause = own.areInOneClause(nearest.words, words)
      // A country named in another clause yields to a smaller place told of just before.
      if !inClause, nearest.kind == .country,
        let finer = earlierPlace(before: index, within: nearest)
      {
        return [finer]
      }
      return list(around: nearest, in: candidates).map {
        EventDraft.AssignedPlace(
          mention: $0, isOwn: true, rule: inClause ? "in the clause" : "in the sentence")
      }
    }
    if !own.unresolvedPlaces.isEmpty { return [holdingFocus].compactMap { $0 } }
    let earlier = earlierPlace(before: index, within: nil)
    if let earlier, isInParagraph(earlier, ofSentence: index) { return [earlier] }
    if let agent = agentsCountry(of: words, inSentence: index) { return [agent] }
    if let earlier { return [earlier] }
    return focus.map {
      [EventDraft.AssignedPlace(mention: $0, isOwn: false, rule: "what the report is about")]
    } ?? []
  }

  private static let lackOfSign = 6

  /// Whether a name that could not be resolved stands nearer to an event than the nearest place: then
  /// that place would be a false dot.
  private func isNearerToUnresolved(
    _ words: Range<Int>, than place: Geoparser.LocatedMention, in facts: SentenceFacts
  ) -> Bool {
    facts.unresolvedPlaces.contains {
      facts.distance($0.words, words) < facts.distance(place.words, words)
    }
  }

  /// What the report is about, where that is an area and so holds what could not be resolved.
  private var holdingFocus: EventDraft.AssignedPlace? {
    guard let focus, let kind = focus.kind, kind.isArea,
      kind != .municipality
    else { return nil }
    return EventDraft.AssignedPlace(
      mention: focus, isOwn: false, rule: "the area that the report is about")
  }

  /// The names that are listed with one: "Zvečan, Zubin Potok and Leposavić".
  private func list(
    around mention: Geoparser.LocatedMention, in mentions: [Geoparser.LocatedMention]
  ) -> [Geoparser.LocatedMention] {
    guard let position = mentions.firstIndex(where: { $0.words == mention.words }) else {
      return [mention]
    }
    func isNext(_ a: Int, _ b: Int) -> Bool {
      mentions[b].words.lowerBound - mentions[a].words.upperBound <= 1
        && mentions[a].kind == mentions[b].kind
    }
    var first = position
    while first > 0, isNext(first - 1, first) { first -= 1 }
    var last = position
    while last + 1 < mentions.count, isNext(last, last + 1) { last += 1 }
    return Array(mentions[first...last])
  }

  private func isInParagraph(
    _ place: EventDraft.AssignedPlace, ofSentence index: Int
  ) -> Bool {
    structure.sentence(holding: place.mention.words.lowerBound).map {
      structure.sentences[$0].paragraph == facts[index].sentence.paragraph
    } ?? false
  }

  /// The country of whoever acts in a sentence: "the Kosovo police detained …".
  private func agentsCountry(
    of words: Range<Int>, inSentence index: Int
  ) -> EventDraft.AssignedPlace? {
    let own = facts[index]
    let agent = own.agents.last {
      $0.words.upperBound <= words.lowerBound && own.areInOneClause($0.words, words)
        && own.distance($0.words, words) <= 4
    }
    return agent.map {
      EventDraft.AssignedPlace(mention: $0, isOwn: false, rule: "the country of who acts")
    }
  }

  /// The most exact place of the sentences just before, in the same paragraph or the one before.
  ///
  /// Of several places named together the larger one that holds them is taken, as the text does not say
  /// in which of them it was.
  private func earlierPlace(
    before index: Int, within country: Geoparser.LocatedMention?
  ) -> EventDraft.AssignedPlace? {
    let paragraph = facts[index].sentence.paragraph
    for earlier in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      let sentence = facts[earlier].sentence
      guard paragraph - sentence.paragraph <= 1, sentence.exclusion == nil else { return nil }
      let places = facts[earlier].places.filter { candidate in
        guard let place = candidate.mention.resolution.place else { return false }
        guard let larger = country?.mention.resolution.place else { return true }
        return candidate.kind != .country && place.country == larger.country
      }
      // A dateline says where it was written.
      let told = places.filter { $0.mention.role != .dateline }
      if let finest = unlisted(told.isEmpty ? places : told).min(by: {
        Self.extent($0) < Self.extent($1)
      }) {
        return EventDraft.AssignedPlace(
          mention: finest, isOwn: false, rule: "in a sentence before")
      }
    }
    return nil
  }

  /// The place that a report names most, smaller ones weighing more.
  private static func focus(of facts: [SentenceFacts]) -> Geoparser.LocatedMention? {
    var weights: [String: Double] = [:]
    var first: [String: Geoparser.LocatedMention] = [:]
    for sentence in facts where sentence.sentence.exclusion == nil {
      for mention in sentence.places where mention.mention.role.isLocative {
        guard let key = mention.placeKey, let kind = mention.kind else { continue }
        let weight: Double =
          switch kind {
          case _ where mention.mention.role == .dateline: 0.5
          case .country, .continent: 0.5
          case .region, .admin1: 1.5
          default: 2
          }
        weights[key, default: 0] += weight
        first[key] = first[key] ?? mention
      }
    }
    let best = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { first[$0.key] }
  }

  /// The places of the report's own country, where there are any, and of them the larger ones where
  /// several small ones are listed.
  private func unlisted(_ places: [Geoparser.LocatedMention]) -> [Geoparser.LocatedMention] {
    let country = focus?.mention.resolution.place?.country
    let own = places.filter { $0.mention.resolution.place?.country == country }
    let candidates = own.isEmpty ? places : own
    func isLarge(_ mention: Geoparser.LocatedMention) -> Bool {
      guard let kind = mention.kind else { return false }
      return kind.isArea && kind != .municipality
    }
    let small = Set(candidates.filter { !isLarge($0) }.compactMap(\.placeKey))
    let large = candidates.filter(isLarge)
    return small.count > 1 && !large.isEmpty ? large : candidates
  }

  private static func extent(_ mention: Geoparser.LocatedMention) -> Double {
    mention.extent?.value ?? .infinity
  }

  /// The places without the areas that only say where a more exact one lies: "Banjska, 10 km north of
  /// Zvečan".
  private static func undescribed(
    _ places: [Geoparser.LocatedMention]
  ) -> [Geoparser.LocatedMention] {
    places.filter { described in
      guard let area = described.mention.area else { return true }
      return !places.contains { other in
        guard other.words != described.words, other.extent ?? area.uncertainty < area.uncertainty,
          let position = other.mention.area?.position ?? other.mention.resolution.place?.position
        else { return false }
        return Geodesic.wgs84.distance(from: position, to: area.position) <= area.uncertainty
      }
    }
  }
}
