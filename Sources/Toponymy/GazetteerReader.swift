internal import SimpleFeatures

/// Reads gazetteer CSV: the columns are described in `Documentation/gazetteer.md`.
enum GazetteerReader {
  static let header = [
    "id", "name", "kind", "latitude", "longitude", "uncertainty_m", "country", "admin1", "admin2",
    "population", "names", "demonyms", "references", "source",
  ]

  /// What a file holds.
  struct Content {
    var places: [Place] = []
    var decisions: [NameDecision] = []
    /// Everything that is wrong with it.
    var faults: [GazetteerError.Fault] = []
  }

  /// The content of a file; a faulty row gives nothing but its faults.
  static func read(_ bytes: [UInt8], path: String) -> Content {
    var content = Content()
    var records = CSVRecords(bytes)
    guard let first = records.next(), first.fields.map(\.text) == header else {
      let message = "the first line must be: \(header.joined(separator: ","))"
      content.faults = [GazetteerError.Fault(path: path, line: 1, column: 1, message: message)]
      return content
    }
    var lines: [String: Int] = [:]
    while let record = records.next() {
      var row = Row(record: record, path: path)
      if row.isDecision {
        if let decision = row.decision() { content.decisions.append(decision) }
      } else if let place = row.place() {
        content.places.append(place)
      }
      if let id = record.fields.first, !id.text.isEmpty {
        if let line = lines[id.text] {
          row.report("id: \"\(id.text)\" stands in line \(line) already", id.line, id.column)
        }
        lines[id.text] = lines[id.text] ?? id.line
      }
      content.faults += row.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
    return content
  }

  /// One record on its way to a place.
  private struct Row {
    let record: CSVRecords.Record
    let path: String
    var faults: [GazetteerError.Fault] = []

    init(record: CSVRecords.Record, path: String) {
      self.record = record
      self.path = path
    }

    /// Whether it says what a name stands for, instead of describing a place.
    var isDecision: Bool {
      record.fields.count == header.count && ["pin", "ban"].contains(text(2))
    }

    mutating func decision() -> NameDecision? {
      if let fault = record.fault { report(fault.message, fault.line, fault.column) }
      _ = required(0)
      let name = required(1)
      let place = text(2) == "pin" ? required(12) : ""
      for column in 3...11 where !text(column).isEmpty {
        reportField(column, "says nothing in a row of kind \(text(2))")
      }
      guard faults.isEmpty else { return nil }
      return NameDecision(
        name: name, verdict: place.isEmpty ? .ban : .pin(PlaceID(place)), why: text(13))
    }

    mutating func place() -> Place? {
      if let fault = record.fault { report(fault.message, fault.line, fault.column) }
      guard record.fields.count == header.count else {
        report("\(record.fields.count) columns instead of \(header.count)", record.line, 1)
        return nil
      }
      let id = required(0)
      let name = required(1)
      let kind = kind()
      let latitude = number(3, in: -90...90)
      let longitude = number(4, in: -180...180)
      let uncertainty = optionalNumber(5, in: 0...20_100_000)
      let country = country()
      let population = population()
      let names = toponyms(10)
      let demonyms = toponyms(11)
      guard faults.isEmpty, let kind, let latitude, let longitude else { return nil }
      return Place(
        id: PlaceID(id), name: name, kind: kind,
        position: Position(longitude: longitude, latitude: latitude),
        uncertainty: uncertainty.map(Meters.init), country: country, admin1: text(7),
        admin2: text(8), population: population, names: names,
        demonyms: demonyms,
        references: text(12).split(separator: ";").map(String.init), source: text(13))
    }

    private func text(_ column: Int) -> String { record.fields[column].text }

    mutating func report(_ message: String, _ line: Int, _ column: Int) {
      faults.append(
        GazetteerError.Fault(path: path, line: line, column: column, message: message))
    }

    private mutating func reportField(_ column: Int, _ message: String) {
      let field = record.fields[column]
      report("\(header[column]): \(message)", field.line, field.column)
    }

    private mutating func required(_ column: Int) -> String {
      if text(column).isEmpty { reportField(column, "is empty") }
      return text(column)
    }

    private mutating func kind() -> PlaceKind? {
      let kind = PlaceKind(rawValue: text(2))
      if kind == nil {
        let known = PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")
        reportField(2, "\"\(text(2))\" is none of \(known), pin, ban")
      }
      return kind
    }

    private mutating func country() -> String {
      let code = text(6)
      let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      if !isCode, !code.isEmpty {
        reportField(6, "\"\(code)\" is no ISO 3166-1 alpha-2 code")
      }
      return code
    }

    private mutating func population() -> Int? {
      guard !text(9).isEmpty else { return nil }
      guard let number = Int(text(9)), (1...10_000_000_000).contains(number) else {
        reportField(9, "\"\(text(9))\" is no whole number from 1 to 10000000000")
        return nil
      }
      return number
    }

    private mutating func number(_ column: Int, in range: ClosedRange<Double>) -> Double? {
      if text(column).isEmpty {
        reportField(column, "is empty")
        return nil
      }
      return optionalNumber(column, in: range)
    }

    private mutating func optionalNumber(_ column: Int, in range: ClosedRange<Double>) -> Double? {
      guard !text(column).isEmpty else { return nil }
      guard let number = Double(text(column)), range.contains(number) else {
        reportField(
          column, "\"\(text(column))\" is no number from \(range.lowerBound) to \(range.upperBound)"
        )
        return nil
      }
      return number
    }

    /// `lang:form|form;lang:form`, percent-encoded where a form holds `;`, `|`, `:` or `%`.
    private mutating func toponyms(_ column: Int) -> [Toponym] {
      var found: [Toponym] = []
      for group in text(column).split(separator: ";") {
        guard let colon = group.firstIndex(of: ":"), colon != group.startIndex else {
          reportField(column, "\"\(group)\" lacks a language, as in \"sq:Leposaviq\"")
          return []
        }
        let language = String(group[..<colon])
        for form in group[group.index(after: colon)...].split(separator: "|") {
          guard let decoded = Self.percentDecoded(form) else {
            reportField(column, "\"\(form)\" holds a percent sign that encodes nothing")
            return []
          }
          found.append(Toponym(decoded, language: language))
        }
      }
      return found
    }

    private static func percentDecoded(_ form: Substring) -> String? {
      guard form.utf8.contains(UInt8(ascii: "%")) else { return String(form) }
      var bytes: [UInt8] = []
      var rest = form.utf8[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        let digits = Substring(rest.prefix(2))
        guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
          let code = UInt8(digits, radix: 16)
        else { return nil }
        bytes.append(code)
        rest = rest.dropFirst(2)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
