internal import Geoparsing
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Makes events of drafts: one for each place, with a claim and a quote for all that is said.
struct EventBuilder {
  let structure: TextStructure
  let report: Report
  /// The year of dates that lack one, where the day of publication is unknown.
  let year: Int?
  /// Who says what each sentence tells.
  let attributions: [[Attribution]]
  /// The names of countries by their codes.
  let countries: [String: String]
  /// The foreign forces that the report names.
  let forces: ForeignForces

  /// The events of a draft; none where it is history, or still to come and not announced by who
  /// decides it.
  func events(from draft: EventDraft) -> [Event] {
    let when = draft.date.flatMap(date)
    if let when, isHistory(when) || sumsUpYear(when, draft) || isToCome(when, draft) { return [] }
    let offset = structure.byteRange(draft.words).lowerBound
    let assigned: [EventDraft.AssignedPlace?] =
      draft.places.isEmpty ? [nil] : draft.places.map { $0 }
    return assigned.enumerated().map { number, place in
      let found = place.flatMap { self.place($0, of: draft) }
      let country = found.flatMap { countries[$0.country] }
      var draft = draft
      draft.actors = forces.resolved(draft.actors, in: found?.country)
      return Event(
        key: EventKey(report: report.sha256, offset: offset, place: number), type: draft.type,
        subType: draft.subType, when: when, place: found,
        actor1: draft.actors.first?.mention.name(in: country),
        actor2: draft.actors.second?.mention.name(in: country), isSummary: isSummary(when, draft),
        isBackground: draft.rule?.needsDateNearby ?? false,
        claims: claims(of: draft, at: place, in: country, when))
    }
  }

  /// What tells of no current event, in the order of the text, each word once.
  ///
  /// - Parameters:
  ///   - triggers: The words left out before.
  ///   - otherTimes: The drafts that are history by their dates, or still to come.
  /// - Returns: One row a word, with its span and its reason.
  func dropped(_ triggers: [DroppedTrigger], otherTimes: [EventDraft]) -> [DroppedEvent] {
    let history = otherTimes.map { draft in
      let isToCome = draft.date.flatMap(date).map { self.isToCome($0, draft) } ?? false
      return DroppedTrigger(
        words: draft.words, type: draft.type, subType: draft.subType,
        reason: isToCome ? "possible or planned" : "history", cue: draft.date?.mention.words)
    }
    var last: Range<Int>?
    return (triggers + history).sorted { $0.words.lowerBound < $1.words.lowerBound }
      .filter { trigger in
        defer { last = trigger.words }
        return last.map { !$0.overlaps(trigger.words) } ?? true
      }
      .map { trigger in
        DroppedEvent(
          type: trigger.type, subType: trigger.subType, range: structure.byteRange(trigger.words),
          quote: structure.quote(trigger.words), reason: trigger.reason,
          cue: trigger.cue.map(structure.quote))
      }
  }

  // MARK: - When

  /// The last day that the report may tell of.
  ///
  /// Where only its own dates say when it came out, that may
  /// be a little after the latest of them.
  private var horizon: CalendarDate? {
    report.published.map { $0.basis == .text ? $0.date + 2 : $0.date }
  }

  private func date(_ assigned: EventDraft.AssignedDate) -> EventDate? {
    let mention = assigned.mention
    let span = mention.expression.days(
      published: mention.expression.isWeekday ? horizon : report.published?.date, year: year,
      basis: mention.basis)
    return EventDate(
      expression: mention.expression, span: span,
      minuteOfDay: assigned.isOwn ? mention.minuteOfDay : nil, isInherited: !assigned.isOwn,
      isOngoing: mention.isOngoing)
  }

  /// What lies more than a year before the report is background to it.
  private func isHistory(_ when: EventDate) -> Bool {
    guard let span = when.span, let published = report.published?.date else { return false }
    return span.end < published - 400
  }

  /// What begins after the report was published is planned.
  private func isToCome(_ when: EventDate, _ draft: EventDraft) -> Bool {
    guard let span = when.span, let horizon else { return false }
    return span.start > horizon && draft.rule?.countsWhenAnnounced != true
  }

  /// A figure for a year, or for years, is background.
  private func sumsUpYear(_ when: EventDate, _ draft: EventDraft) -> Bool {
    guard let span = when.span, !draft.counts.isEmpty else { return false }
    return span.precision == .year || span.end - span.start > 300
  }

  /// A figure for a month or a longer time sums events up.
  private func isSummary(_ when: EventDate?, _ draft: EventDraft) -> Bool {
    guard let when, draft.counts.contains(where: { $0.field == .killed || $0.field == .injured })
    else { return false }
    if when.isOngoing { return true }
    switch when.expression {
    case .calendar(_, _, nil), .month, .year: return true
    case .daysBefore(let farther, let nearer): return farther - nearer > 7
    default: return false
    }
  }

  // MARK: - Where

  private func place(_ assigned: EventDraft.AssignedPlace, of draft: EventDraft) -> EventPlace? {
    let mention = assigned.mention.mention
    guard let place = mention.resolution.place else { return nil }
    guard let area = mention.area else {
      return EventPlace(
        place, reported: mention.surface, site: draft.site?.name,
        precision: WherePrecision(placeOf: place.kind))
    }
    return EventPlace(
      area, of: place,
      reported: area.bearsPlaceName ? mention.surface : structure.quote(assigned.mention.span),
      site: draft.site?.name)
  }

  // MARK: - Claims

  private func claims(
    of draft: EventDraft, at place: EventDraft.AssignedPlace?, in country: String?,
    _ when: EventDate?
  ) -> [Claim] {
    var claims = draft.sentences.map { index in
      let words = structure.sentences[index].words
      return claim(
        .eventType, "\(draft.type.rawValue)/\(draft.subType)", words, rule: "event words", 0.8)
    }
    if let date = draft.date {
      var made = claim(
        .date, when?.span.map { "\($0.start)/\($0.end)" } ?? structure.quote(date.mention.words),
        date.mention.words, rule: date.isOwn ? "beside the event" : "in a sentence before",
        date.isOwn ? 0.9 : 0.5)
      made.qualifier = when?.minuteOfDay.map(Self.clock)
      claims.append(made)
    }
    if let place, let resolved = place.mention.mention.resolution.place {
      claims.append(
        claim(
          .location, resolved.id.text, place.mention.span, rule: place.rule,
          place.isOwn ? 0.9 : 0.5))
    }
    if let site = draft.site {
      claims.append(claim(.site, site.name, site.words, rule: "a building beside the event", 0.7))
    }
    let actors = [(ClaimField.actor1, draft.actors.first), (.actor2, draft.actors.second)]
    for case (let field, let actor?) in actors {
      let rule = [actor.rule, actor.mention.reason].compactMap(\.self).joined(separator: "; ")
      claims.append(
        claim(field, actor.mention.name(in: country), actor.mention.words, rule: rule, 0.6))
    }
    for count in draft.counts { claims += self.claims(of: count) }
    return claims.sorted {
      ($0.range.lowerBound, $0.field.rawValue) < ($1.range.lowerBound, $1.field.rawValue)
    }
  }

  /// "05:30 local time".
  private static func clock(_ minute: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(minute / 60)):\(padded(minute % 60)) local time"
  }

  private func claims(of count: EventDraft.AssignedCount) -> [Claim] {
    guard let best = count.quantity.count.best else { return [] }
    var made = claim(
      count.field, String(best), count.words, rule: "a number beside the word for the effect", 0.8)
    made.qualifier = count.quantity.role?.rawValue ?? count.quantity.qualifier
    made.population = count.quantity.population
    made.low = count.quantity.count.low
    made.high = count.quantity.count.high
    return [made]
  }

  private func claim(
    _ field: ClaimField, _ value: String, _ words: Range<Int>, rule: String, _ confidence: Double
  ) -> Claim {
    Claim(
      field: field, value: value, attributedTo: source(of: words),
      range: structure.byteRange(words), quote: structure.quote(words), rule: rule,
      confidence: confidence)
  }

  /// Who says so: of several sources of a sentence the nearest.
  private func source(of words: Range<Int>) -> String? {
    guard let sentence = structure.sentence(holding: words.lowerBound) else { return nil }
    func distance(_ other: Range<Int>) -> Int {
      max(0, words.lowerBound - other.upperBound, other.lowerBound - words.upperBound)
    }
    return attributions[sentence].min { distance($0.words) < distance($1.words) }?.source
  }
}
