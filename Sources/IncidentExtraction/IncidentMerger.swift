public import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Computes incidents from the events of all reports.
///
/// The result depends on the set of reports only, not on their order: dates are inferred from dated
/// reports alone, and events are clustered in a canonical order.
public struct IncidentMerger: Sendable {
  private let timeZones: TimeZones

  /// Makes a merger; without time zones, incidents begin at the midnight of their day.
  public init(timeZones: TimeZones = TimeZones([])) {
    self.timeZones = timeZones
  }

  /// The incidents that some reports tell of, ordered by identifier.
  ///
  /// - Parameters:
  ///   - events: The events of the reports, in any order.
  ///   - reports: The reports, in any order; their texts tell which are copies of each other.
  ///   - reviews: What people decided: which events are one before, all else after the computing.
  /// - Returns: One incident a group of events that may all be one.
  public func incidents(
    from events: [Event], reports: [Report], reviews: ReviewHistory = .empty
  ) -> [DocumentedIncident] {
    let reports = Dictionary(
      reports.map { ($0.sha256, $0) },
      uniquingKeysWith: { Self.precedence($1) < Self.precedence($0) ? $1 : $0 })
    let unique = Self.unique(events)
    let decided = AnchoredReviews(reviews, in: unique)
    let clusters = EventClustering.clusters(
      of: dates(of: unique, reports: reports), links: decided.links)
    let (own, summaries) = (
      clusters.filter { !$0.isSummary }, clusters.filter(\.isSummary)
    )
    let joined = Self.join(summaries, to: own, decided.links)
    let copies = Self.copies(among: joined, reports: reports)
    let decisions = decided.decisions(for: joined.map { $0.events.map(\.event.key) })
    return zip(joined, decisions).map { cluster, decisions in
      IncidentAssembler(cluster: cluster, reports: reports, copies: copies, timeZones: timeZones)
        .incident(reviews: decisions)
    }
    .sorted { $0.incident.id < $1.incident.id }
  }

  // MARK: - The same input twice

  /// The copies among the reports that share an incident with another.
  private static func copies(
    among clusters: [EventClustering.Cluster], reports: [String: Report]
  ) -> SyndicatedCopies {
    let shared = clusters.map { Set($0.events.map(\.event.key.report)) }.filter { $0.count > 1 }
    return SyndicatedCopies(
      shared.reduce(into: Set<String>()) { $0.formUnion($1) }.compactMap { reports[$0] })
  }

  /// Of reports with the same text the one that is used: the earliest, then by address.
  private static func precedence(_ report: Report) -> (Int, Int, String, String, String) {
    (
      report.published?.date.dayNumber ?? .max, report.url == nil ? 1 : 0, report.url ?? "",
      report.publisher ?? "", report.path ?? ""
    )
  }

  /// One event a key: of several, read with different dates of publication, the earliest.
  private static func unique(_ events: [Event]) -> [Event] {
    func rank(_ event: Event) -> (Int, String, String, Int) {
      (
        event.when?.span?.start.dayNumber ?? .max, event.type.rawValue, event.subType ?? "",
        event.claims.count
      )
    }
    return Array(
      Dictionary(events.map { ($0.key, $0) }, uniquingKeysWith: { rank($1) < rank($0) ? $1 : $0 })
        .values)
  }

  // MARK: - Dates

  private func dates(of events: [Event], reports: [String: Report]) -> [DatedEvent] {
    let byReport = Dictionary(grouping: events.sorted { $0.key < $1.key }) { $0.key.report }
    var known: [DatedEvent] = []
    var undated: [String] = []
    for sha256 in byReport.keys.sorted() {
      guard let published = reports[sha256]?.published else {
        undated.append(sha256)
        continue
      }
      known += (byReport[sha256] ?? []).map { Self.dated($0, published: published.date, year: nil) }
    }
    let inference = DateInference(dated: known)
    var all = known
    for sha256 in undated {
      let own = byReport[sha256] ?? []
      let finding = inference.finding(for: own)
      all += own.map { event in
        var dated = Self.dated(
          event, published: finding.publication?.date, year: finding.year)
        if event.when?.span == nil { dated.span?.basis = .inferred }
        return dated
      }
    }
    return all
  }

  /// An event with its days; without a date of its own, the week that ends with the report.
  private static func dated(_ event: Event, published: CalendarDate?, year: Int?) -> DatedEvent {
    if let when = event.when {
      let span =
        when.span
        ?? when.expression.days(published: published, year: year, basis: .inferred)
      return DatedEvent(event: event, span: span)
    }
    guard !event.isBackground, let published else { return DatedEvent(event: event, span: nil) }
    return DatedEvent(
      event: event,
      span: DateSpan(start: published - 7, end: published, precision: .week, basis: .inferred))
  }

  // MARK: - Summaries

  /// A figure for a period joins the incident within it that it most likely counts; alone it stays an
  /// incident of clarity 2.
  private static func join(
    _ summaries: [EventClustering.Cluster], to clusters: [EventClustering.Cluster],
    _ links: EventLinks
  ) -> [EventClustering.Cluster] {
    var joined = clusters
    for summary in summaries {
      let event = summary.events[0]
      let keys = summary.events.map(\.event.key)
      let fitting = joined.indices.filter { index in
        guard !links.areApart(keys, joined[index].events.lazy.map(\.event.key)) else {
          return false
        }
        return joined[index].events.contains { candidate in
          candidate.family == event.family && !candidate.event.isSummary
            && PlaceComparison(candidate.event.place, event.event.place) != .apart
            && (candidate.span.map { span in event.span?.overlaps(span) ?? true } ?? false)
            && !Set(candidate.event.claims.compactMap(\.population))
              .isDisjoint(with: event.event.claims.compactMap(\.population))
        }
      }
      let target = fitting.max { a, b in
        let (first, second) = (joined[a].events.count, joined[b].events.count)
        return first != second
          ? first < second : joined[b].events[0].event.key < joined[a].events[0].event.key
      }
      guard let target else {
        joined.append(summary)
        continue
      }
      let other = joined[target].events[0].event.key
      joined[target].events =
        (joined[target].events + summary.events).sorted { $0.event.key < $1.event.key }
      joined[target].merges += summary.merges
      joined[target].merges += [
        Merge(
          kept: min(other, event.event.key), absorbed: max(other, event.event.key),
          why: "a figure for a period that holds this incident: it enters the high estimate only")
      ]
    }
    return joined
  }
}
