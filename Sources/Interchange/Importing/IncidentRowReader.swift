internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Makes incidents of rows: fields of bytes in, one incident with what is doubtful about it out.
///
/// It looks nothing up: a row without a position has the names of its place instead.
struct IncidentRowReader {
  /// What is wrong or doubtful in a row, and in which column.
  struct Finding {
    /// The column, from 0; `nil` for the row as such.
    var column: Int?
    /// What follows from it.
    var consequence: RowProblem.Consequence
    /// What is wrong and what to do.
    var message: String
  }

  /// What was found in the row read last.
  private(set) var findings: [Finding] = []
  /// Texts that were not UTF-8 and were read in the other encoding.
  private(set) var recoded = 0
  /// Whether a date was a spreadsheet's number.
  var hasSerialDates = false

  let options: ImportOptions
  let dateOrder: DateOrder?
  /// Whether numbers may have points between thousands.
  let decimalComma: Bool
  private var columns: [(index: Int, field: ImportField)] = []
  private var mapped: Set<ImportField> = []
  /// Whether the file itself has the columns that else follow from others.
  private(set) var (hasBeginning, hasEnd, hasUncertainty) = (false, false, false)
  private var memo = TextMemo()
  /// The codes of the countries that came, by their names.
  private var countries: [String: String?] = [:]

  init(
    fields: [ImportField?], options: ImportOptions, dateOrder: DateOrder?,
    decimalComma: Bool = false
  ) {
    self.options = options
    self.dateOrder = dateOrder
    self.decimalComma = decimalComma
    for (index, field) in fields.enumerated() { map(index, to: field) }
  }

  /// Takes a column for a field from now on.
  mutating func map(_ index: Int, to field: ImportField?) {
    guard let field else { return }
    columns.append((index, field))
    mapped.insert(field)
    (hasBeginning, hasEnd) = (maps(.occurredAt), maps(.occurredUntil))
    hasUncertainty = maps(.uncertainty)
  }

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - bytes: Where the fields stand.
  ///   - fields: The row's fields, one a column.
  ///   - line: The line on which it begins.
  ///   - number: Its number.
  ///   - geometry: The position that the row has outside its fields.
  ///   - geometryNote: Why it has none, though the file gives one.
  ///   - identify: Makes the identifier of a row that has none, of its fields.
  ///   - locate: Gives a finding its place in the file.
  /// - Returns: The row.
  mutating func read(
    _ bytes: Span<UInt8>, _ fields: [DelimitedField], line: Int, number: Int,
    geometry: Position? = nil, geometryNote: String? = nil, identify: () -> String,
    locate: (Finding) -> RowProblem
  ) -> ImportedRow {
    findings.removeAll(keepingCapacity: true)
    if let geometryNote { note(nil, geometryNote) }
    var draft = RowDraft()
    for (index, field) in columns {
      let range = FieldBytes.trimmed(bytes, fields[index].range)
      if range.isEmpty { continue }
      take(bytes.extracting(range), field, column: index, into: &draft)
    }
    if draft.incident.id.isEmpty { draft.incident.id = identify() }
    settle(&draft, geometry: geometry)
    let place = draft.incident.position == nil ? Self.place(of: draft) : nil
    let isRefused = isRefused(draft, place: place)
    let problems = findings.isEmpty ? [] : findings.map(locate)
    return ImportedRow(
      line: line, number: number, incident: isRefused ? nil : draft.takeIncident(), place: place,
      sourceID: draft.sourceID, problems: problems)
  }

  // MARK: - Values

  @inline(__always)
  private mutating func take(
    _ bytes: Span<UInt8>, _ field: ImportField, column: Int, into draft: inout RowDraft
  ) {
    switch field {
    case .incidentID: takeIdentifier(bytes, into: &draft)
    case .eventType: takeType(bytes, column: column, into: &draft)
    case .subEventType: draft.incident.subEventType = text(bytes)
    case .dateStart, .date: draft.start = date(bytes, column: column, into: &draft)
    case .dateEnd: draft.end = date(bytes, column: column, into: &draft)
    case .year: draft.year = date(bytes, column: column, into: &draft)
    case .occurredAt: draft.incident.occurredAt = moment(bytes, column: column)
    case .occurredUntil: draft.incident.occurredUntil = moment(bytes, column: column)
    case .datePrecision:
      draft.datePrecision = coded(bytes, column: column, 1...5).flatMap(DatePrecision.init)
    case .timePrecision: draft.timePrecision = coded(bytes, column: column, 1...3)
    case .dateBasis: draft.dateBasis = text(bytes).flatMap(DateBasis.init)
    case .location: draft.incident.location = text(bytes)
    case .locationAlternatives: draft.incident.locationAlternatives = list(bytes)
    case .locationReported: draft.incident.locationReported = list(bytes)
    case .site: draft.incident.site = text(bytes)
    case .placeID: draft.incident.placeID = text(bytes).map(PlaceID.init)
    case .country: takeCountry(bytes, into: &draft)
    case .admin1: draft.incident.admin1 = text(bytes)
    case .admin2: draft.incident.admin2 = text(bytes)
    case .admin3: draft.admin3 = text(bytes)
    case .latitude: draft.latitude = coordinate(bytes, .latitude, column: column, into: &draft)
    case .longitude: draft.longitude = coordinate(bytes, .longitude, column: column, into: &draft)
    case .position: takePosition(bytes, column: column, into: &draft)
    case .wherePrecision:
      draft.incident.wherePrecision =
        coded(bytes, column: column, 1...7).flatMap(WherePrecision.init)
    case .wherePrecisionGED: draft.wherePrecisionGED = coded(bytes, column: column, 1...7)
    case .geoPrecision: draft.geoPrecision = coded(bytes, column: column, 1...3)
    case .uncertainty:
      draft.incident.uncertainty = real(bytes, column: column, 0...20_100_000).map(Meters.init)
    case .actor1: draft.incident.actor1 = text(bytes)
    case .actor2: draft.incident.actor2 = text(bytes)
    case .killedLow: draft.incident.killed.low = whole(bytes, column: column)
    case .killedBest: draft.incident.killed.best = whole(bytes, column: column)
    case .killedHigh: draft.incident.killed.high = whole(bytes, column: column)
    case .fatalities:
      // ACLED counts the lowest figure that its sources agree on, and has no other.
      let count = whole(bytes, column: column)
      (draft.incident.killed.low, draft.incident.killed.best) = (count, count)
    case .injuredLow: draft.incident.injured.low = whole(bytes, column: column)
    case .injuredBest: draft.incident.injured.best = whole(bytes, column: column)
    case .injuredHigh: draft.incident.injured.high = whole(bytes, column: column)
    case .injuredSerious: draft.incident.injuredSerious = whole(bytes, column: column)
    case .detainedLow: draft.incident.detained.low = whole(bytes, column: column)
    case .detainedBest: draft.incident.detained.best = whole(bytes, column: column)
    case .detainedHigh: draft.incident.detained.high = whole(bytes, column: column)
    case .participants: draft.incident.participants = whole(bytes, column: column)
    case .deployed: draft.incident.deployed = whole(bytes, column: column)
    case .displaced: draft.incident.displaced = whole(bytes, column: column)
    case .abducted: draft.incident.abducted = whole(bytes, column: column)
    case .released: draft.incident.released = whole(bytes, column: column)
    case .countConflict: draft.incident.hasCountConflict = boolean(bytes, column: column)
    case .eventClarity: draft.incident.eventClarity = coded(bytes, column: column, 1...2) ?? 1
    case .reports: draft.incident.reports = sources(bytes, column: column)
    case .publishers: draft.incident.publishers = sources(bytes, column: column)
    case .source: draft.incident.source = text(bytes)
    case .sourceURL: draft.incident.sourceURL = text(bytes)
    case .sourceDate:
      draft.incident.sourceDate = date(bytes, column: column, into: &draft)?.start
    case .headline: draft.incident.headline = text(bytes)
    case .summary: draft.incident.summary = text(bytes)
    case .confidence: draft.incident.confidence = real(bytes, column: column, 0...1) ?? 0
    case .reviewStatus:
      draft.incident.reviewStatus = text(bytes).flatMap(ReviewStatus.init) ?? .manual
    case .typeOfViolence: takeViolence(bytes, column: column, into: &draft)
    }
  }

  /// Notes what is wrong in a column.
  mutating func note(
    _ column: Int?, _ message: String, _ consequence: RowProblem.Consequence = .valueDropped
  ) {
    findings.append(Finding(column: column, consequence: consequence, message: message))
  }

  /// Whether any column is one of a field.
  func maps(_ field: ImportField) -> Bool { mapped.contains(field) }

  /// The text of a field; `nil` where it says that there is none.
  mutating func text(_ bytes: Span<UInt8>) -> String? {
    // Our CSV has an apostrophe before what a spreadsheet would take for a formula.
    if bytes[0] == UInt8(ascii: "'"), bytes.count > 1, "=+-@".utf8.contains(bytes[1]) {
      return text(bytes.extracting(1...))
    }
    if bytes.count <= 4, FieldText.isNothing(bytes) { return nil }
    if let text = memo.text(bytes) { return text }
    recoded += 1
    return FieldText.recoded(bytes, from: options.encoding)
  }

  /// The code and name of a country.
  private mutating func takeCountry(_ bytes: Span<UInt8>, into draft: inout RowDraft) {
    guard let text = text(bytes) else { return }
    let code = countries[text] ?? Self.countryCode(text, options.countryCode)
    countries[text] = .some(code)
    draft.incident.country = code
    if code == nil { draft.countryName = text }
  }

  private static func countryCode(
    _ text: String, _ named: (String) -> String?
  ) -> String? {
    if let code = named(text) { return code }
    let code = CountryCode.alpha2(text.uppercased())
    return code.isEmpty ? nil : code
  }

  private mutating func takeIdentifier(_ bytes: Span<UInt8>, into draft: inout RowDraft) {
    guard let text = text(bytes) else { return }
    if Incident.isIdentifier(bytes) {
      draft.incident.id = text
      draft.isOurs = true
    } else {
      draft.sourceID = text
      draft.incident.id = Incident.identifier(hashing: bytes)
    }
  }
}
