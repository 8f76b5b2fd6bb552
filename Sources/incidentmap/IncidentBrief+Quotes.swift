internal import IncidentModel
internal import SimpleFeatures

extension IncidentBrief {
  private static let counts: [ClaimField] = [
    .killed, .injured, .injuredSerious, .detained, .abducted, .released, .displaced, .participants,
    .deployed,
  ]

  /// Each number of people with every quote behind it.
  var figures: [String] {
    let lines = Self.counts.flatMap { field -> [String] in
      let claims = claims(of: field)
      guard let total = total(of: field, isClaimed: !claims.isEmpty) else { return [] }
      return width.row("  \(FieldWords.name(of: field))", total, width: 14)
        + grouped(claims, by: value).flatMap { value, claims in
          width.lines(heading(value, claims), head: "    ", indent: 6)
            + quotes(claims, withRules: false)
        }
    }
    return lines.isEmpty ? [] : ["figures"] + lines
  }

  /// What else is said: what, when, where and who, each with its quotes.
  var statements: [String] {
    let fields: [[ClaimField]] = [[.eventType], [.date], [.location], [.site], [.actor1, .actor2]]
    let lines = fields.flatMap { fields -> [String] in
      grouped(fields.flatMap(claims), by: value).flatMap { value, claims in
        width.lines(
          "\(FieldWords.name(of: fields[0])): \(value)", head: "  ", indent: 4)
          + quotes(claims, withRules: true)
      }
    }
    return lines.isEmpty ? [] : ["quotes"] + lines
  }

  // MARK: - Figures

  private func total(of field: ClaimField, isClaimed: Bool) -> String? {
    let counts: [ClaimField: Count] = [
      .killed: incident.killed, .injured: incident.injured, .detained: incident.detained,
    ]
    if let count = counts[field] {
      guard isClaimed || count.best != nil else { return nil }
      return Self.words(count) + (disagrees(field) ? "; the sources disagree" : "")
    }
    let best = [
      ClaimField.injuredSerious: incident.injuredSerious, .abducted: incident.abducted,
      .released: incident.released, .displaced: incident.displaced,
      .participants: incident.participants, .deployed: incident.deployed,
    ]
    guard let number = best[field].flatMap(\.self) else {
      return isClaimed ? "not stated" : nil
    }
    return "\(number)"
  }

  /// "82, at least 82, at most 145", "30 or more".
  private static func words(_ count: Count) -> String {
    guard let best = count.best else {
      return count.high.map { "not stated; at most \($0)" } ?? "not stated"
    }
    switch (count.low, count.high) {
    case (let low?, let high?) where low == high: return "\(best)"
    case (let low?, let high?): return "\(best), at least \(low), at most \(high)"
    case (let low?, nil): return low == best ? "\(best) or more" : "\(best), at least \(low)"
    case (nil, let high?): return high == best ? "up to \(best)" : "\(best), at most \(high)"
    case (nil, nil): return "\(best)"
    }
  }

  /// Whether reports give several figures of one population.
  private func disagrees(_ field: ClaimField) -> Bool {
    guard incident.hasCountConflict else { return false }
    let values = Dictionary(grouping: claims(of: field)) { $0.claim.population ?? "" }
    return values.values.contains { Set($0.map(\.claim.value)).count > 1 }
      || claims(of: field).contains { dossier.summary(of: $0) != nil }
  }

  private func heading(_ value: String, _ claims: [ReportedClaim]) -> String {
    let reports = Set(claims.map(\.report)).count
    return "\(value), \(reports == 1 ? "1 report" : "\(reports) reports")"
  }

  // MARK: - Statements

  private func claims(of field: ClaimField) -> [ReportedClaim] {
    dossier.found.evidence.claims.filter { $0.claim.field == field }.sorted { a, b in
      (dossier.number(of: a.report), a.claim.range.lowerBound, a.claim.value)
        < (dossier.number(of: b.report), b.claim.range.lowerBound, b.claim.value)
    }
  }

  /// Claims that say the same together, the most frequent first.
  private func grouped(
    _ claims: [ReportedClaim], by value: (ReportedClaim) -> String
  ) -> [(String, [ReportedClaim])] {
    var order: [String] = []
    var groups: [String: [ReportedClaim]] = [:]
    for claim in claims {
      let name = value(claim)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(claim)
    }
    let ranked = order.enumerated().sorted { a, b in
      let (first, second) = (groups[a.element]?.count ?? 0, groups[b.element]?.count ?? 0)
      return first != second ? first > second : a.offset < b.offset
    }
    return ranked.map { ($0.element, groups[$0.element] ?? []) }
  }

  private func value(_ reported: ReportedClaim) -> String {
    let claim = reported.claim
    switch claim.field {
    case .date:
      let days = claim.value.split(separator: "/").compactMap { CalendarDate($0) }
      guard let start = days.first, let end = days.last, start <= end else { return claim.value }
      return DateText.span(from: start, to: end)
        + (claim.qualifier.map { ", \($0)" } ?? "")
    case .location: return dossier.placeName(claim.value)
    case .eventType, .site, .actor1, .actor2: return claim.value
    default:
      let text = [claim.qualifier, claim.value, claim.population].compactMap(\.self)
        .joined(separator: " ")
      guard let summary = dossier.summary(of: reported) else { return text }
      let period = summary.when?.span.map { " (\(DateText.text($0)))" } ?? ""
      return "\(text) over a longer time\(period)"
    }
  }

  private func quotes(_ claims: [ReportedClaim], withRules: Bool) -> [String] {
    claims.flatMap { reported -> [String] in
      let claim = reported.claim
      let speaker = claim.attributedTo.map { ", said by \($0)" } ?? ""
      let bytes = "bytes\u{A0}\(claim.range.lowerBound)–\(claim.range.upperBound)"
      let place = withRules ? "\(bytes), \(claim.rule)" : bytes
      let head = "      [\(dossier.number(of: reported.report))] "
      return width.lines(
        "“\(claim.quote)”\(speaker); \(place)", head: head, indent: head.count)
    }
  }
}
