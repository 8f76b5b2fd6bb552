internal import IncidentExtraction
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// An incident as a brief that an editor can check in a minute.
struct IncidentBrief {
  let found: DocumentedIncident
  let reports: [Report]
  private let copies: SyndicatedCopies

  init(_ found: DocumentedIncident, reports: [Report]) {
    self.found = found
    self.reports = reports
    copies = SyndicatedCopies(reports)
  }

  /// What, when, where, how sure; each figure; each report with its quotes; why they are one.
  var text: String {
    (head + figures + evidence + merges).joined(separator: "\n") + "\n"
  }

  private var incident: Incident { found.incident }

  private var head: [String] {
    var lines = ["\(incident.id)  \(incident.summary ?? "")", ""]
    lines.append(
      row(
        "what",
        [incident.eventType.rawValue, incident.subEventType].compactMap { $0 }
          .joined(separator: ": ")))
    let basis = (incident.date?.basis ?? .unknown).rawValue
    lines.append(row("when", "\(IncidentText.date(incident)) (\(basis))"))
    var place = IncidentText.place(incident)
    if let position = incident.position {
      place +=
        "  \(DecimalText.text(position.latitude, places: 4)),"
        + DecimalText.text(position.longitude, places: 4)
    }
    if let uncertainty = incident.uncertainty {
      place += " ± \(NearCommand.length(uncertainty))"
    }
    lines.append(row("where", place))
    if let site = incident.site { lines.append(row("site", site)) }
    if let id = incident.placeID { lines.append(row("place", id.text)) }
    let reported = incident.locationReported.joined(separator: "; ")
    if !reported.isEmpty { lines.append(row("spelled", reported)) }
    let actors = [incident.actor1, incident.actor2].compactMap { $0 }.joined(separator: "; ")
    if !actors.isEmpty { lines.append(row("actors", actors)) }
    lines.append(
      row(
        "sure",
        "\(DecimalText.text(incident.confidence, places: 2)) of 1; "
          + incident.reviewStatus.rawValue))
    return lines
  }

  private var figures: [String] {
    let counts: [(String, String?)] = [
      ("killed", IncidentText.count(incident.killed)),
      ("injured", IncidentText.count(incident.injured)),
      ("seriously", incident.injuredSerious.map(String.init)),
      ("detained", IncidentText.count(incident.detained)),
      ("taking part", incident.participants.map(String.init)),
      ("deployed", incident.deployed.map(String.init)),
      ("displaced", incident.displaced.map(String.init)),
      ("abducted", incident.abducted.map(String.init)),
      ("released", incident.released.map(String.init)),
    ]
    var lines = counts.compactMap { name, value in value.map { row(name, $0) } }
    if incident.hasCountConflict { lines.append(row("", "the sources disagree: see the quotes")) }
    return lines
  }

  private var evidence: [String] {
    found.evidence.reports.flatMap { sha256 -> [String] in
      var lines = ["", heading(of: sha256)]
      for reported in found.evidence.claims where reported.report == sha256 {
        let claim = reported.claim
        var value = "\(claim.field.rawValue) \(claim.value)"
        if let qualifier = claim.qualifier { value += " (\(qualifier))" }
        if let population = claim.population { value += ", \(population)" }
        lines.append("  \(value)")
        lines.append(
          "    “\(quote(claim))”  bytes \(claim.range.lowerBound)–\(claim.range.upperBound), "
            + claim.rule)
      }
      return lines
    }
  }

  private func heading(of sha256: String) -> String {
    guard let report = reports.first(where: { $0.sha256 == sha256 }) else {
      return "report \(sha256.prefix(12))"
    }
    var parts = [name(of: report)]
    parts.append(report.published.map { "\($0.date) (\($0.basis.rawValue))" } ?? "undated")
    if let title = report.title { parts.append(title) }
    let original = copies.original(of: sha256)
    if original != sha256, let source = reports.first(where: { $0.sha256 == original }) {
      parts.append("the same text as \(name(of: source))")
    }
    return parts.joined(separator: ", ")
  }

  private func name(of report: Report) -> String {
    report.publisher ?? report.path ?? report.externalID ?? String(report.sha256.prefix(12))
  }

  /// A quote on one line.
  private func quote(_ claim: Claim) -> String {
    claim.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private var merges: [String] {
    guard !found.evidence.merges.isEmpty else { return [] }
    return ["", "taken as one because of"]
      + found.evidence.merges.map { merge in
        "  \(short(merge.kept)) and \(short(merge.absorbed)): \(merge.why)"
      }
  }

  private func short(_ key: EventKey) -> String { "\(key.report.prefix(6)):\(key.offset)" }

  private func row(_ name: String, _ value: String) -> String {
    name + String(repeating: " ", count: max(1, 12 - name.count)) + value
  }
}
