internal import IncidentModel

/// What was read out of one report as people read it: a block an incident, each fact with its quote.
struct ExtractionText {
  let read: ReadReport
  let incidents: [DocumentedIncident]

  /// The report's own line, its incidents in the order of the text with blank lines between, and the
  /// words that tell of none, with the reason.
  var text: String {
    let told = incidents.sorted { offset($0) < offset($1) }
    return ([heading] + told.map(block) + dropped).joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let report = read.report
    let name = report.path ?? report.externalID ?? String(report.sha256.prefix(12))
    let date = report.published.map { "published \($0.date) (\($0.basis.rawValue))" } ?? "undated"
    let count = incidents.count
    let found = count == 0 ? "no incident" : count == 1 ? "1 incident" : "\(count) incidents"
    return "\(name)  \(report.language), \(date), \(found)\n"
  }

  private func offset(_ found: DocumentedIncident) -> Int {
    found.evidence.events.map(\.offset).min() ?? 0
  }

  /// The words that were not taken for an event.
  private var dropped: [String] {
    guard !read.dropped.isEmpty else { return [] }
    let rows = read.dropped.map { event in
      let cue = event.cue.map { " “\($0)”" } ?? ""
      return row(event.reason, "\(event.type.rawValue): \(event.subType)", "“\(event.quote)”\(cue)")
    }
    return ["Not taken for an incident", rows.joined(separator: "\n") + "\n"]
  }

  // MARK: - One incident

  private func block(_ found: DocumentedIncident) -> String {
    let incident = found.incident
    let kind = [incident.eventType.rawValue, incident.subEventType].compactMap { $0 }
    var lines = [kind.joined(separator: ": ")]
    lines.append(row("when", when(incident), quotes(of: .date, in: found)))
    let place = [IncidentText.place(incident), incident.site].compactMap { $0 }
    lines.append(row("where", place.joined(separator: ", "), quotes(of: .location, in: found)))
    let actors = [(ClaimField.actor1, incident.actor1), (.actor2, incident.actor2)]
    for (field, actor) in actors {
      if let actor { lines.append(row(name(field), actor, quotes(of: field, in: found))) }
    }
    lines += figures(found)
    if incident.hasCountConflict { lines.append(row("", "the figures disagree", "")) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// "2024-05-12, day by weekday, from 15:30 UTC".
  private func when(_ incident: Incident) -> String {
    guard let date = incident.date else { return "date unknown" }
    var text = "\(IncidentText.date(incident)), \(name(date.precision)), \(date.basis.rawValue)"
    if let moment = incident.occurredAt, moment != Instant(midnightOf: date.start) {
      text += ", \(moment)"
    }
    return text
  }

  private func figures(_ found: DocumentedIncident) -> [String] {
    let incident = found.incident
    let counts: [(ClaimField, String?)] = [
      (.killed, IncidentText.count(incident.killed)),
      (.injured, IncidentText.count(incident.injured)),
      (.injuredSerious, incident.injuredSerious.map(String.init)),
      (.detained, IncidentText.count(incident.detained)),
      (.participants, incident.participants.map(String.init)),
      (.deployed, incident.deployed.map(String.init)),
      (.displaced, incident.displaced.map(String.init)),
      (.abducted, incident.abducted.map(String.init)),
      (.released, incident.released.map(String.init)),
    ]
    return counts.compactMap { field, count in
      count.map { row(name(field), $0, quotes(of: field, in: found)) }
    }
  }

  /// The quotes of a field, each once, with whose figure it is: “two soldiers were killed” (soldiers).
  private func quotes(of field: ClaimField, in found: DocumentedIncident) -> String {
    var seen: Set<String> = []
    return found.evidence.claims.filter { $0.claim.field == field }.compactMap { reported in
      let claim = reported.claim
      let words = claim.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
      let source = claim.attributedTo.map { "according to \($0)" }
      let notes = [claim.population, claim.qualifier, source].compactMap { $0 }
      let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      let quote = "“\(words)”\(note)"
      return seen.insert(quote).inserted ? quote : nil
    }.joined(separator: "; ")
  }

  // MARK: - Words

  private func row(_ name: String, _ value: String, _ quotes: String) -> String {
    let padding = String(repeating: " ", count: max(2, 16 - name.count))
    return "  \(name)\(padding)\(value)" + (quotes.isEmpty ? "" : "  \(quotes)")
  }

  private func name(_ field: ClaimField) -> String {
    field.rawValue.replacing("_", with: " ")
  }

  private func name(_ precision: DatePrecision) -> String {
    switch precision {
    case .day: "day"
    case .severalDays: "several days"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    }
  }
}
