internal import IncidentModel
internal import SimpleFeatures

extension HTMLDocument {
  /// The panel beside the map: the evidence of one incident, or what lies at one place.
  func writePanel(to writer: inout MarkupWriter) {
    writer.element(
      "p", text: "Choose an incident on the map or in the table to see what it rests on.",
      .text("id", "hint"))
    openSection("gathering", to: &writer)
    writer.element("h2", text: "")
    writer.open("ul")
    writer.close()
    writer.element("p", text: "", .class("soft"))
    writer.close()
    openSection("absent", to: &writer)
    writer.element("p", text: "")
    writer.element(
      "p", text: "Its evidence is not in this file.", .class("soft unlisted"))
    writer.close()
    writer.open("div", .text("id", "evidence"))
    for (incident, id) in zip(incidents, ids) {
      writeEvidence(of: incident, id: id, to: &writer)
    }
    writer.close()
  }

  /// Opens a part of the panel that the script fills.
  private func openSection(_ id: String, to writer: inout MarkupWriter) {
    writer.open(
      "section", .text("id", id), .text("tabindex", "-1"), .text("hidden", "hidden"))
    writeCloseButton(to: &writer)
  }

  private func writeCloseButton(to writer: inout MarkupWriter) {
    writer.element(
      "button", text: "×", .text("type", "button"), .class("close"), .text("aria-label", "Close"),
      .text("title", "Close (Esc)"))
  }

  /// Everything an incident rests on: its figures, then the quotes of each report.
  func writeEvidence(
    of documented: DocumentedIncident, id: String, to writer: inout MarkupWriter
  ) {
    let incident = documented.incident
    var attributes: [MarkupAttribute] = [
      .text("id", "evidence-\(id)"), .text("data-incident", id), .text("tabindex", "-1"),
    ]
    // Links to an incident that has grown together with this one since lead here.
    let former = Set(documented.evidence.events.map(\.incidentID)).subtracting([incident.id])
    if !former.isEmpty {
      attributes.append(.text("data-former", former.sorted().joined(separator: " ")))
    }
    writer.open("article", attributes)
    writeCloseButton(to: &writer)
    writer.open("h2")
    writeSwatch(of: incident.eventType, to: &writer)
    writer.element(
      "span",
      text: [incident.eventType.rawValue, incident.location].compactMap(\.self)
        .joined(separator: ", "))
    writer.close()
    writer.element("p", text: Self.circumstances(of: incident), .class("about soft"))
    if let summary = incident.summary { writer.element("p", text: summary) }
    let figures = Self.figures(of: incident)
    if !figures.isEmpty || incident.hasCountConflict {
      writer.open("dl")
      for (name, value) in figures {
        writer.element("dt", text: name)
        writer.element("dd", text: value)
      }
      writer.close()
    }
    if incident.hasCountConflict {
      writer.element(
        "p", text: "The sources disagree about figures; each is quoted below.", .class("dissent"))
    }
    for hash in documented.evidence.reports {
      let claims = documented.evidence.claims.filter { $0.report == hash }.map(\.claim)
      writeReport(hash, claims: claims, to: &writer)
    }
    if documented.evidence.reports.isEmpty {
      writer.element("p", text: "No report is kept for this incident.", .class("soft"))
    }
    writer.close()
  }

  private func writeReport(_ hash: String, claims: [Claim], to writer: inout MarkupWriter) {
    let report = reports[hash]
    writer.open("section", .class("report"))
    writer.open("h3")
    let name = report?.title ?? report?.origin ?? "Report \(hash.prefix(12))"
    if let url = report?.url, Self.isWebAddress(url) {
      writer.element(
        "a", text: name, .text("href", url), .text("rel", "noopener noreferrer"))
    } else {
      writer.element("span", text: name)
    }
    writer.close()
    if let report {
      let origin = report.title == nil ? nil : report.origin
      writer.element(
        "p", text: [origin, report.dateText].compactMap(\.self).joined(separator: ", "),
        .class("soft"))
    }
    let claimText = ClaimText(places: map.sheet.content.places)
    for group in Self.byQuote(claims) {
      writer.open("figure")
      writer.element("blockquote", text: group.quote)
      writer.open("figcaption")
      for claim in group.claims {
        writer.element("span", text: claimText.statement(of: claim))
      }
      writer.close()
      writer.close()
    }
    writer.close()
  }

  /// Claims that rest on the same words, in the order of the text.
  private static func byQuote(_ claims: [Claim]) -> [(quote: String, claims: [Claim])] {
    var groups: [(quote: String, claims: [Claim])] = []
    for claim in claims {
      if let index = groups.firstIndex(where: { $0.quote == claim.quote }) {
        groups[index].claims.append(claim)
      } else {
        groups.append((claim.quote, [claim]))
      }
    }
    return groups
  }

  /// When and where, and how well that is known.
  static func circumstances(of incident: Incident) -> String {
    var parts: [String] = []
    if let date = incident.date {
      parts.append(DateText.text(date) + (date.precision == .day ? "" : " (approximate)"))
    }
    if let site = incident.site { parts.append(site) }
    let others = incident.locationAlternatives.joined(separator: ", ")
    if !others.isEmpty { parts.append(others) }
    if let place = precision(of: incident) { parts.append(place) }
    let actors = [incident.actor1, incident.actor2].compactMap(\.self).joined(separator: " – ")
    if !actors.isEmpty { parts.append(actors) }
    return parts.joined(separator: " · ")
  }

  /// How well the place is known, in words.
  static func precision(of incident: Incident) -> String? {
    guard incident.position != nil else { return "place unknown" }
    return switch incident.wherePrecision {
    case nil: nil
    case .exact: "place known"
    case .near: "near this place"
    case .municipality: "somewhere in the municipality"
    case .region: "somewhere in the region"
    case .vague: "vague place"
    case .country: "somewhere in the country"
    case .seaOrAir: "at sea or in the air"
    }
  }

  /// Every figure that is stated, with its range.
  static func figures(of incident: Incident) -> [(name: String, value: String)] {
    let counts = [
      ("Killed", incident.killed), ("Injured", incident.injured), ("Detained", incident.detained),
    ]
    let numbers = [
      ("Injured seriously", incident.injuredSerious), ("Participants", incident.participants),
      ("Deployed", incident.deployed), ("Displaced", incident.displaced),
      ("Abducted", incident.abducted), ("Released", incident.released),
    ]
    return counts.compactMap { name, count in text(count).map { (name, $0) } }
      + numbers.compactMap { name, number in number.map { (name, "\($0)") } }
  }

  /// `30`, `30 (25–34)`, or `nil` where nothing is stated.
  static func text(_ count: Count) -> String? {
    let range: String? =
      if let low = count.low, let high = count.high, low != high { "\(low)–\(high)" } else { nil }
    switch (count.best ?? count.low ?? count.high, range) {
    case (nil, _): return nil
    case (let best?, let range?): return "\(best) (\(range))"
    case (let best?, nil): return "\(best)"
    }
  }

  private static func isWebAddress(_ url: String) -> Bool {
    let lowered = url.lowercased()
    return lowered.hasPrefix("https://") || lowered.hasPrefix("http://")
  }
}
