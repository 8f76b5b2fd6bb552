internal import IncidentModel
internal import SimpleFeatures

/// From what the fields say to one incident.
extension IncidentRowReader {
  /// Brings together what belongs together.
  mutating func settle(_ draft: inout RowDraft, geometry: Position?) {
    settleType(&draft)
    settleDate(&draft)
    settlePosition(&draft, geometry: geometry)
    settlePrecision(&draft)
  }

  /// Whether a row tells nothing that could be an incident: a line below the table, say.
  mutating func isRefused(_ draft: borrowing RowDraft, place: PlaceNames?) -> Bool {
    guard draft.incident.position == nil, place == nil, draft.incident.placeID == nil,
      !draft.isOurs
    else { return false }
    if draft.incident.date == nil {
      note(nil, "the row has neither a date nor a place: it is passed over", .refused)
      return true
    }
    note(nil, "the row has no place", .doubtful)
    return false
  }

  /// A class by the file's own word, by the sub-class, or none: then the sub-class has the word.
  private mutating func settleType(_ draft: inout RowDraft) {
    guard !draft.hasType else { return }
    if let text = draft.typeText, let meaning = EventTypeWords.meaning(of: text) {
      draft.incident.eventType = meaning.type
      if draft.incident.subEventType == nil { draft.incident.subEventType = meaning.subType }
      return
    }
    if let text = draft.incident.subEventType, let meaning = EventTypeWords.meaning(of: text) {
      draft.incident.eventType = meaning.type
      return
    }
    guard let text = draft.typeText else { return }
    if draft.incident.subEventType == nil { draft.incident.subEventType = text }
    note(
      draft.typeColumn,
      "the kind of incident is none that is known: it is taken for a strategic development",
      .doubtful)
  }

  private mutating func settleDate(_ draft: inout RowDraft) {
    let first = draft.start ?? draft.end ?? draft.year
    if var span = first {
      if let end = draft.end, draft.start != nil {
        if end.end < span.start {
          note(nil, "the row ends before it starts: the end is not taken")
        } else if end.end != span.end {
          span = ImportedDate.spanning(span.start, end.end)
        }
      }
      switch draft.timePrecision {
      case 2:
        // ACLED gives the middle of the week.
        span = DateSpan(
          start: span.start - 3, end: span.end + 3, precision: .week, basis: span.basis)
      case 3:
        let (year, month, _) = span.start.components
        if case .span(let whole, _) = ImportedDate.wide(year: year, month: month) { span = whole }
      default: break
      }
      if let precision = draft.datePrecision { span.precision = precision }
      if let basis = draft.dateBasis { span.basis = basis }
      draft.incident.date = span
    }
    // Our own files say what they know, and leave out columns without any value.
    if draft.isOurs { return }
    if !hasBeginning {
      draft.incident.occurredAt =
        draft.moment ?? draft.incident.date.map { Instant(midnightOf: $0.start) }
    }
    if !hasEnd {
      draft.incident.occurredUntil = draft.incident.date.map { span in
        span.start == span.end
          ? draft.incident.occurredAt ?? Instant(midnightOf: span.end)
          : Instant(midnightOf: span.end)
      }
    }
  }

  private mutating func settlePosition(_ draft: inout RowDraft, geometry: Position?) {
    var position = geometry ?? draft.position
    if position == nil, let latitude = draft.latitude, let longitude = draft.longitude {
      position = Position(longitude: longitude, latitude: latitude)
    } else if position == nil, (draft.latitude == nil) != (draft.longitude == nil),
      !draft.hasBrokenPosition
    {
      note(nil, "one of the two coordinates is missing: the row has no position")
    }
    if let found = position, found.latitude == 0, found.longitude == 0 {
      if Self.place(of: draft) != nil || draft.incident.country != nil || draft.countryName != nil {
        note(nil, "the position 0, 0 stands for a missing one: the place's name is taken")
        position = nil
      } else {
        note(
          nil, "the position 0, 0 is in the Gulf of Guinea: it may stand for a missing one",
          .doubtful)
      }
    }
    draft.incident.position = position
  }

  /// How well the place is known, and how far away it may be, by other people's codes.
  private func settlePrecision(_ draft: inout RowDraft) {
    let precision: WherePrecision? =
      switch (draft.geoPrecision, draft.wherePrecisionGED) {
      case (1?, _): .exact
      case (2?, _): .near
      case (3?, _): .region
      case (_, let code?): WherePrecision(rawValue: code)
      default: nil
      }
    guard let precision else { return }
    draft.incident.wherePrecision = precision
    guard draft.incident.position != nil, !hasUncertainty else { return }
    draft.incident.uncertainty = Self.uncertainty(of: precision)
  }

  /// The radius that a code of precision allows: UCDP GED has 25 km for "near"; the others are the radii
  /// of the gazetteer's kinds, a town, a municipality, a division and a country.
  private static func uncertainty(of precision: WherePrecision) -> Meters {
    switch precision {
    case .exact: .kilometers(3)
    case .near: .kilometers(25)
    case .municipality: .kilometers(10)
    case .region, .vague: .kilometers(50)
    case .country, .seaOrAir: .kilometers(250)
    }
  }

  /// The names to look up: of the smallest place that the row names.
  static func place(of draft: borrowing RowDraft) -> PlaceNames? {
    let name =
      draft.incident.location ?? draft.incident.locationReported.first ?? draft.admin3
      ?? draft.incident.admin2 ?? draft.incident.admin1
    guard let name else { return nil }
    return PlaceNames(
      name: name, admin3: draft.admin3, admin2: draft.incident.admin2,
      admin1: draft.incident.admin1, country: draft.incident.country,
      countryName: draft.countryName)
  }
}
