internal import IncidentModel
internal import IncidentStore
internal import SimpleFeatures
internal import Toponymy

/// An incident as a brief that an editor can check in a minute.
struct IncidentBrief {
  let dossier: IncidentDossier
  let width: TextWidth

  init(_ dossier: IncidentDossier, width: TextWidth) {
    self.dossier = dossier
    self.width = width
  }

  /// What, when, where, who and how sure; the reports; each figure with its quotes; why they are one;
  /// what people decided; the other quotes.
  var text: String {
    let sections = [title, head, reports, figures, merges, reviews, statements]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  var incident: Incident { dossier.found.incident }

  // MARK: - In short

  private var title: [String] {
    ["\(incident.id)  \(FieldWords.status(incident.reviewStatus))"]
      + width.lines(incident.summary ?? "")
  }

  private var head: [String] {
    let kind = [incident.eventType.rawValue, incident.subEventType].compactMap { $0 }
    var lines = width.row("what", kind.joined(separator: ": "))
    let date = incident.date.map { "\(DateText.text($0)); \(FieldWords.certainty(of: $0))" }
    lines += width.row("when", date ?? "not known")
    if let moment = incident.occurredAt, moment.seconds % 86_400 != 0 {
      lines += width.row("", "began \(moment) (UTC)")
    }
    lines += place
    let actors = [incident.actor1, incident.actor2].compactMap { $0 }.joined(separator: "; ")
    if !actors.isEmpty { lines += width.row("who", actors) }
    if let origin = dossier.origin { return lines + width.row("from", Self.text(origin)) }
    let confidence = DecimalText.text(incident.confidence, places: 2)
    return lines
      + width.row("sure", "\(confidence) of 1: \(FieldWords.confidence(incident))")
  }

  /// "acled.csv (ACLED), imported on 2026-11-22, SHA-256 4f2a…", "added by hand on 2026-11-22".
  private static func text(_ origin: StoredImport) -> String {
    let day = "\(origin.at)".prefix(10)
    guard origin.record.form != AddCommand.form else { return "added by hand on \(day)" }
    let file = origin.record.path ?? "standard input"
    let hash = origin.record.sha256.map { ", SHA-256 \($0.prefix(12))" } ?? ""
    return "\(file) (\(origin.record.form)), imported on \(day)\(hash)"
  }

  private var place: [String] {
    guard let location = incident.location else { return width.row("where", "not known") }
    let names = [location] + incident.locationAlternatives.prefix(1)
    let areas = [incident.admin2, incident.admin1, incident.country].compactMap { $0 }
      .filter { $0 != location }
    let name = ([names.joined(separator: " / ")] + areas).joined(separator: ", ")
    var lines = width.row("where", name + (incident.placeID.map { " (\($0.text))" } ?? ""))
    var certainty = [incident.wherePrecision.map { FieldWords.certainty(of: $0) }]
    if let position = incident.position {
      let degrees = [position.latitude, position.longitude].map { DecimalText.text($0, places: 4) }
      certainty.append(
        degrees.joined(separator: ",")
          + (incident.uncertainty.map { " ± \(IncidentText.length($0))" } ?? ""))
    }
    lines += width.row("", certainty.compactMap { $0 }.joined(separator: "; "))
    if let site = incident.site { lines += width.row("", "site: \(site)") }
    let reported = incident.locationReported.joined(separator: "; ")
    if !reported.isEmpty, reported != location {
      lines += width.row("", "in the reports: \(reported)")
    }
    return lines
  }

  // MARK: - Where it comes from

  private var reports: [String] {
    guard !dossier.reports.isEmpty else { return ["no report tells of it"] }
    return ["reports"]
      + dossier.reports.flatMap { report -> [String] in
        let date =
          report.published.map { "\(DateText.day($0.date)) (\(FieldWords.basis($0.basis)))" }
          ?? "undated"
        var parts = [report.publisher, report.url, report.path ?? report.externalID]
          .compactMap(\.self)
        if parts.isEmpty { parts = [String(report.sha256.prefix(12))] }
        parts += [date, "language \(report.language)"]
        if let original = dossier.original(of: report) { parts.append("a copy of [\(original)]") }
        let head = "  [\(dossier.number(of: report.sha256))] "
        var lines = width.lines(parts.joined(separator: ", "), head: head, indent: head.count)
        if let title = report.title {
          let indent = String(repeating: " ", count: head.count)
          lines += width.lines("“\(title)”", head: indent, indent: head.count)
        }
        let own = dossier.found.evidence.events.filter { $0.report == report.sha256 }
        let names = own.map { key in
          key.shortName + (dossier.events[key]?.isSummary == true ? " (sums up a longer time)" : "")
        }
        let indent = String(repeating: " ", count: head.count)
        return lines
          + width.lines(
            (own.count == 1 ? "event " : "events ") + names.joined(separator: ", "), head: indent,
            indent: head.count)
      }
  }

  private var merges: [String] {
    let merges = dossier.found.evidence.merges
    guard !merges.isEmpty else { return [] }
    return ["taken as one"]
      + merges.flatMap { merge in
        width.lines(
          "\(name(merge.kept)) and \(name(merge.absorbed)): \(merge.why)", head: "  ", indent: 4)
      }
  }

  private func name(_ key: EventKey) -> String {
    "[\(dossier.number(of: key.report))] \(key.shortName)"
  }

  private var reviews: [String] {
    guard !dossier.reviews.isEmpty else { return [] }
    return ["decisions"]
      + dossier.reviews.flatMap { state -> [String] in
        let review = state.review
        let statement = ReviewText.statement(of: state, among: dossier.allReviews)
        let why = review.why.map { ": \($0)" } ?? ""
        let head = "  \(review.number)  "
        return width.lines(
          "\(statement); \(review.author), \(review.at)\(why)", head: head, indent: head.count)
      }
  }
}
