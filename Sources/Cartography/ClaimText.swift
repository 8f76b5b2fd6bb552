internal import IncidentModel
internal import Toponymy

/// What a report claims, in words a reader knows.
struct ClaimText {
  /// The places that claims may name by their identifiers.
  let places: Gazetteer

  /// `injured: at least 30 soldiers (according to KFOR)`, `where: Zvečan`, `when: 29 May 2023`.
  func statement(of claim: Claim) -> String {
    var text = Self.name(of: claim.field) + ": "
    if let qualifier = claim.qualifier { text += qualifier + " " }
    text += value(of: claim)
    if let population = claim.population { text += " " + population }
    if let speaker = claim.attributedTo { text += " (according to \(speaker))" }
    return text
  }

  private static func name(of field: ClaimField) -> String {
    switch field {
    case .eventType: "what"
    case .date: "when"
    case .location: "where"
    case .actor1: "who"
    case .actor2: "to or with whom"
    default: field.rawValue.replacing("_", with: " ")
    }
  }

  private func value(of claim: Claim) -> String {
    switch claim.field {
    case .location: place(claim.value)
    case .date: Self.days(claim.value)
    case .eventType: Self.eventType(claim.value)
    default: claim.value
    }
  }

  private func place(_ id: String) -> String {
    guard let place = places.place(PlaceID(id)) else { return id }
    return place.kind == .municipality ? "\(place.name) (municipality)" : place.name
  }

  /// `2023-05-29/2023-05-29` as one date; what is no span of days stays as the report has it.
  private static func days(_ text: String) -> String {
    let days = text.split(separator: "/").compactMap { CalendarDate($0) }
    guard let start = days.first, let end = days.last,
      days.count == text.split(separator: "/").count
    else { return text }
    return DateText.span(from: start, to: end)
  }

  /// `Riots/Mob violence` as `Mob violence (Riots)`.
  private static func eventType(_ text: String) -> String {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard let type = parts.first, let subType = parts.dropFirst().first else { return text }
    return "\(subType) (\(type))"
  }
}

extension Report {
  /// Who published it, else the name of its file, else the identifier its input carries.
  var origin: String? {
    let file = path?.split(separator: "/").last.map(String.init)
    return [publisher, file, externalID].compactMap(\.self).first { !$0.isEmpty }
  }

  /// The day of its publication, or that it has none.
  var dateText: String {
    published.map { DateText.day($0.date) } ?? "undated"
  }
}
