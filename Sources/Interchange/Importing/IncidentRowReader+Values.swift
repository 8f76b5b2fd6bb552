internal import IncidentModel
internal import SimpleFeatures

/// Single values. What cannot be read is noted and left out; the row stays.
extension IncidentRowReader {
  /// A number of people or things.
  mutating func whole(_ bytes: Span<UInt8>, column: Int) -> Int? {
    switch FieldNumber.whole(bytes, decimalComma: decimalComma) {
    case .number(let number): return number
    case .negative:
      note(column, "a number of people is below zero: leave the field empty where it is not known")
      return nil
    case .unreadable:
      if FieldText.isNoNumber(bytes) { return nil }
      note(column, "this is no whole number: write digits only, and leave it empty if not known")
      return nil
    }
  }

  /// A number of sources, of which −1 means that it is not known (UCDP GED).
  mutating func sources(_ bytes: Span<UInt8>, column: Int) -> Int {
    if bytes.count == 2, bytes[0] == UInt8(ascii: "-"), bytes[1] == UInt8(ascii: "1") { return 0 }
    return whole(bytes, column: column) ?? 0
  }

  /// A code of a closed range.
  mutating func coded(_ bytes: Span<UInt8>, column: Int, _ range: ClosedRange<Int>) -> Int? {
    if case .number(let code) = FieldNumber.whole(bytes), range.contains(code) { return code }
    if FieldText.isNoNumber(bytes) { return nil }
    note(column, "a whole number from \(range.lowerBound) to \(range.upperBound) should stand here")
    return nil
  }

  /// A real number of a closed range.
  mutating func real(
    _ bytes: Span<UInt8>, column: Int, _ range: ClosedRange<Double>
  ) -> Double? {
    if let number = FieldNumber.real(bytes), range.contains(number) { return number }
    if FieldText.isNoNumber(bytes) { return nil }
    note(
      column, "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)) should stand here"
    )
    return nil
  }

  /// A truth value.
  mutating func boolean(_ bytes: Span<UInt8>, column: Int) -> Bool {
    for word in ["true", "1", "yes"] where FieldBytes.equals(bytes, ignoringCase: word) {
      return true
    }
    for word in ["false", "0", "no"] where FieldBytes.equals(bytes, ignoringCase: word) {
      return false
    }
    note(column, "true or false should stand here")
    return false
  }

  /// Texts with "; " between.
  mutating func list(_ bytes: Span<UInt8>) -> [String] {
    guard let text = text(bytes) else { return [] }
    var parts: [String] = []
    var rest = text.utf8[...]
    while let cut = rest.firstIndex(of: UInt8(ascii: ";")) {
      let next = rest.index(after: cut)
      guard next < rest.endIndex, rest[next] == 0x20 else { return parts + whole(rest) }
      parts += whole(rest[..<cut])
      rest = rest[rest.index(after: next)...]
    }
    return parts + whole(rest)

    func whole(_ part: Substring.UTF8View) -> [String] {
      part.isEmpty ? [] : [String(Substring(part))]
    }
  }

  // MARK: - Times

  /// The days of a date; the moment goes into the draft where the field says it.
  mutating func date(
    _ bytes: Span<UInt8>, column: Int, into draft: inout RowDraft
  ) -> DateSpan? {
    switch ImportedDate(bytes, order: dateOrder) {
    case .span(let span, let moment):
      if let moment { draft.moment = moment }
      return span
    case .serial(let day):
      hasSerialDates = true
      return DateSpan(start: day, end: day, precision: .day, basis: .explicit)
    case .undecided:
      note(
        column,
        "day and month of this date cannot be told apart: say which comes first with "
          + "--dates dmy or --dates mdy")
      return nil
    case .unreadable:
      if FieldText.isNoNumber(bytes) { return nil }
      let order = dateOrder.map { ", or in the order \($0.rawValue)" } ?? ""
      note(column, "this is no date: write it as 2023-05-29\(order)")
      return nil
    }
  }

  /// A moment in UTC.
  mutating func moment(_ bytes: Span<UInt8>, column: Int) -> Instant? {
    switch ImportedDate(bytes, order: dateOrder) {
    case .span(_, let moment?): return moment
    case .span(let span, nil) where bytes.count == 10: return Instant(midnightOf: span.start)
    default:
      if FieldText.isNoNumber(bytes) { return nil }
      note(column, "this is no moment: write it with its zone, as 2023-05-29T08:30:00Z")
      return nil
    }
  }

  // MARK: - Positions

  /// A latitude or longitude within its range.
  mutating func coordinate(
    _ bytes: Span<UInt8>, _ axis: CoordinateText.Axis, column: Int, into draft: inout RowDraft
  ) -> Double? {
    guard let degrees = CoordinateText.degrees(bytes, axis) else {
      if FieldText.isNoNumber(bytes) { return nil }
      draft.hasBrokenPosition = true
      note(
        column,
        "this is no \(axis): write it in degrees, as \(axis == .latitude ? "42.9075" : "20.8403")")
      return nil
    }
    guard degrees.magnitude <= axis.limit else {
      draft.hasBrokenPosition = true
      note(
        column,
        "the \(axis) is beyond \(Int(axis.limit)) degrees: it may be the other coordinate, metres, "
          + "or lack its decimal mark")
      return nil
    }
    return degrees
  }

  /// A position in one field.
  mutating func takePosition(_ bytes: Span<UInt8>, column: Int, into draft: inout RowDraft) {
    guard let position = CoordinateText.position(bytes) else {
      if FieldText.isNoNumber(bytes) { return }
      draft.hasBrokenPosition = true
      note(
        column, "this is no position: write it as \"42.9075, 20.8403\" or POINT(20.8403 42.9075)")
      return
    }
    guard position.isValid else {
      draft.hasBrokenPosition = true
      note(column, "the position is not on the globe: latitude is -90 to 90, longitude -180 to 180")
      return
    }
    draft.position = position
  }

  // MARK: - Kinds

  /// The class of an incident.
  mutating func takeType(_ bytes: Span<UInt8>, column: Int, into draft: inout RowDraft) {
    if let type = EventTypeWords.exact(bytes) {
      draft.incident.eventType = type
      draft.hasType = true
      return
    }
    guard let text = text(bytes) else { return }
    draft.typeText = text
    draft.typeColumn = column
  }

  /// UCDP GED's type of violence.
  mutating func takeViolence(_ bytes: Span<UInt8>, column: Int, into draft: inout RowDraft) {
    guard let code = coded(bytes, column: column, 1...3) else { return }
    draft.incident.eventType = code == 3 ? .violenceAgainstCivilians : .battles
    draft.hasType = true
  }
}

extension IncidentRowReader {
  /// What was done to values, for people.
  var notes: [String] {
    var notes: [String] = []
    if recoded > 0 {
      let texts = recoded == 1 ? "1 text is" : "\(recoded) texts are"
      notes.append("\(texts) not UTF-8 and read as \(options.encoding)")
    }
    if hasSerialDates {
      notes.append("dates of five digits are read as a spreadsheet's day numbers, from 1899-12-30")
    }
    if !maps(.date), !maps(.dateStart), !maps(.dateEnd), !maps(.year), !maps(.occurredAt) {
      notes.append("no column is a date: name it with --columns date=HEADER")
    }
    return notes
  }
}
