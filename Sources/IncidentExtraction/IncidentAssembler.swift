internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Makes one incident of the events that were taken as one.
struct IncidentAssembler {
  let cluster: EventClustering.Cluster
  let reports: [String: Report]
  let copies: SyndicatedCopies
  let timeZones: TimeZones
  /// The figures of each field, in canonical order.
  private let figures: [ClaimField: [CountMerging.Figure]]

  init(
    cluster: EventClustering.Cluster, reports: [String: Report], copies: SyndicatedCopies,
    timeZones: TimeZones
  ) {
    self.cluster = cluster
    self.reports = reports
    self.copies = copies
    self.timeZones = timeZones
    figures = Self.figures(of: cluster.events, reports, copies)
  }

  /// The incident with its evidence, people's decisions applied last.
  func incident(reviews: [Review] = []) -> DocumentedIncident {
    let events = cluster.events.map(\.event)
    let primary = cluster.events.filter { !$0.event.isSummary }
    let told = primary.isEmpty ? cluster.events : primary
    var incident = Incident(id: events[0].key.incidentID, eventType: type(of: told).type)
    incident.subEventType = type(of: told).subType
    setPlace(&incident, told)
    setDate(&incident, told)
    incident.actor1 = told.compactMap(\.event.actor1).first
    incident.actor2 = told.compactMap(\.event.actor2).first { $0 != incident.actor1 }
    setCounts(&incident)
    incident.eventClarity = primary.isEmpty ? 2 : 1
    setSources(&incident, events)
    incident.confidence = confidence(incident, told)
    incident.apply(reviews)
    incident.summary = summary(of: incident, reviews)
    let claims = events.flatMap { event in
      event.claims.map { ReportedClaim(report: event.key.report, claim: $0) }
    }
    return DocumentedIncident(
      incident: incident,
      evidence: IncidentEvidence(
        events: events.map(\.key), claims: Self.unique(claims), merges: merges))
  }

  /// The claims in the order of report and offset; what two places of a sentence share stands once.
  private static func unique(_ claims: [ReportedClaim]) -> [ReportedClaim] {
    func key(_ claim: ReportedClaim) -> (String, Int, String, String) {
      (claim.report, claim.claim.range.lowerBound, claim.claim.field.rawValue, claim.claim.value)
    }
    var unique: [ReportedClaim] = []
    unique.reserveCapacity(claims.count)
    // Equal claims come to stand together, those told first before the others.
    for claim in claims.sorted(by: { key($0) < key($1) }) {
      let isTold = unique.reversed().prefix { key($0) == key(claim) }.contains(claim)
      if !isTold { unique.append(claim) }
    }
    return unique
  }

  private func summary(of incident: Incident, _ reviews: [Review]) -> String {
    let reviewed = reviews.compactMap { review in
      if case .set(let field, _) = review.decision { field } else { nil }
    }
    return IncidentSummary(
      incident: incident,
      figures: figures,
      reviewed: Set(reviewed)
    ).sentence
  }

  // MARK: - What, when, where

  /// The kind most events are of; ties go to the first in canonical order.
  private func type(of told: [DatedEvent]) -> (type: EventType, subType: String?) {
    var votes: [String: Int] = [:]
    for event in told {
      votes["\(event.event.type.rawValue)/\(event.event.subType ?? "")", default: 0] += 1
    }
    let best = told.max { a, b in
      let first = votes["\(a.event.type.rawValue)/\(a.event.subType ?? "")"] ?? 0
      let second = votes["\(b.event.type.rawValue)/\(b.event.subType ?? "")"] ?? 0
      return first != second ? first < second : b.event.key < a.event.key
    }
    return (best?.event.type ?? .strategicDevelopments, best?.event.subType)
  }

  private func setDate(_ incident: inout Incident, _ told: [DatedEvent]) {
    let finest = told.filter { $0.span != nil }.min { a, b in
      guard let first = a.span, let second = b.span else { return false }
      let (early, late) = (a.event.when?.isInherited == true, b.event.when?.isInherited == true)
      if early != late { return late }
      if first.precision != second.precision { return first.precision < second.precision }
      if (first.basis == .inferred) != (second.basis == .inferred) {
        return second.basis == .inferred
      }
      return a.event.key < b.event.key
    }
    incident.date = finest?.span
    guard let span = incident.date else { return }
    incident.occurredAt = Instant(midnightOf: span.start)
    incident.occurredUntil = Instant(midnightOf: span.end)
    // A time of day counts only where an event of that very day gives it.
    let minutes = told.filter { $0.span?.start == span.start && $0.span?.end == span.end }
      .compactMap(\.event.when?.minuteOfDay)
    guard span.start == span.end, let minute = minutes.first,
      let country = incident.country,
      let moment = timeZones.instant(minute: minute, of: span.start, in: country)
    else { return }
    (incident.occurredAt, incident.occurredUntil) = (moment, moment)
  }

  private func setPlace(_ incident: inout Incident, _ told: [DatedEvent]) {
    let places = told.compactMap(\.event.place)
    var votes: [PlaceID: Int] = [:]
    for place in places { votes[place.id, default: 0] += 1 }
    let finest = places.min { a, b in
      if a.uncertainty != b.uncertainty { return a.uncertainty < b.uncertainty }
      let (first, second) = (votes[a.id] ?? 0, votes[b.id] ?? 0)
      return first != second ? first > second : a.id < b.id
    }
    guard let place = finest else { return }
    incident.placeID = place.id
    incident.location = place.name
    incident.locationAlternatives = place.alternativeNames
    var seen: Set<String> = []
    incident.locationReported = places.map(\.reported).filter { seen.insert($0).inserted }
    incident.site = places.filter { $0.id == place.id }.compactMap(\.site).first
    incident.country = place.country.isEmpty ? nil : place.country
    incident.admin1 = place.admin1.isEmpty ? nil : place.admin1
    incident.admin2 = place.admin2.isEmpty ? nil : place.admin2
    incident.position = place.position
    incident.wherePrecision = place.precision
    incident.uncertainty = place.uncertainty
  }

  // MARK: - How many

  private func setCounts(_ incident: inout Incident) {
    let (killed, injured, detained) = (merged(.killed), merged(.injured), merged(.detained))
    incident.killed = killed.count
    incident.injured = injured.count
    incident.detained = detained.count
    incident.hasCountConflict = killed.hasConflict || injured.hasConflict || detained.hasConflict
    incident.injuredSerious = figures[.injuredSerious, default: []].map(\.value).max()
    // Those injured seriously are injured; how many others there were is not stated.
    let own = figures[.injuredSerious, default: []].filter { !$0.isSummary || cluster.isSummary }
    if incident.injured.best == nil, let serious = own.map(\.value).max(), serious > 0 {
      incident.injured = Count(low: serious, best: serious, high: nil)
    }
    incident.participants = merged(.participants).count.best
    incident.deployed = merged(.deployed).count.best
    incident.displaced = merged(.displaced).count.best
    incident.abducted = merged(.abducted).count.best
    incident.released = merged(.released).count.best
  }

  private func merged(_ field: ClaimField) -> (count: Count, hasConflict: Bool) {
    CountMerging.count(figures[field, default: []], isSummary: cluster.isSummary)
  }

  /// One statement of a report, however many events rest on it.
  private struct Statement: Hashable {
    let field: ClaimField
    let report: String
    let offset: Int
    let value: String
  }

  private static func figures(
    of events: [DatedEvent], _ reports: [String: Report], _ copies: SyndicatedCopies
  ) -> [ClaimField: [CountMerging.Figure]] {
    var figures: [ClaimField: [CountMerging.Figure]] = [:]
    var seen: Set<Statement> = []
    for dated in events {
      let report = dated.event.key.report
      let publisher = publisher(of: report, reports, copies)
      for claim in dated.event.claims {
        let statement = Statement(
          field: claim.field, report: report, offset: claim.range.lowerBound, value: claim.value)
        guard seen.insert(statement).inserted else { continue }
        figures[claim.field, default: []].append(
          CountMerging.Figure(
            claim: claim, report: report, publisher: publisher,
            published: reports[report]?.published?.date,
            period: dated.event.isSummary ? dated.span : nil, isSummary: dated.event.isSummary))
      }
    }
    return figures
  }

  // MARK: - Who says so

  /// Whose word a report is: copies of one text are one publisher's.
  private static func publisher(
    of report: String, _ reports: [String: Report], _ copies: SyndicatedCopies
  ) -> String {
    copies.publisher(of: report) ?? reports[report]?.publisher ?? copies.original(of: report)
  }

  /// Why the events were taken as one, and which reports are copies.
  private var merges: [Merge] {
    var merges = cluster.merges
    for index in merges.indices {
      let (kept, absorbed) = (merges[index].kept.report, merges[index].absorbed.report)
      if kept != absorbed, copies.original(of: kept) == copies.original(of: absorbed) {
        merges[index].why += "; the same text: they count as one source"
      }
    }
    return merges
  }

  private func setSources(_ incident: inout Incident, _ events: [Event]) {
    let sources = Set(events.map(\.key.report))
    incident.reports = sources.count
    incident.publishers =
      Set(sources.compactMap { copies.publisher(of: $0) ?? reports[$0]?.publisher }).count
    let first = sources.compactMap { reports[$0] }.min {
      ($0.published?.date.dayNumber ?? .max, $0.sha256)
        < ($1.published?.date.dayNumber ?? .max, $1.sha256)
    }
    incident.source = first.flatMap { report in
      report.publisher ?? report.path.map { String($0.split(separator: "/").last ?? "") }
        ?? report.externalID ?? report.url
    }
    incident.sourceURL = first?.url
    incident.sourceDate = first?.published?.date
    incident.headline = first?.title
  }

  /// The parts add up: one report that tells of it 0.4, each further one 0.15 up to three, a day 0.1,
  /// an exact place 0.1; the sum is cut at 0.95.
  private func confidence(_ incident: Incident, _ told: [DatedEvent]) -> Double {
    let independent = Set(
      told.map { Self.publisher(of: $0.event.key.report, reports, copies) }
    ).count
    var confidence = 0.4 + 0.15 * Double(min(independent - 1, 3))
    if incident.date?.precision == .day {
      confidence += incident.date?.basis == .inferred ? 0.05 : 0.1
    }
    if incident.wherePrecision == .exact { confidence += 0.1 }
    return (min(confidence, 0.95) * 100).rounded() / 100
  }
}
