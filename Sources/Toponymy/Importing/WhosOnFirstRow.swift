internal import SimpleFeatures

/// One row of a table of Who's On First.
struct WhosOnFirstRow {
  /// What is wrong with a row, and where.
  struct Fault: Error {
    var line: Int
    var column: Int
    var message: String
  }

  private let record: CSVRecords.Record
  private let columns: WhosOnFirstColumns
  private let id: Int
  private let position: Position
  private let population: Int

  /// Checks what every row must have.
  init(_ record: CSVRecords.Record, _ columns: WhosOnFirstColumns) throws(Fault) {
    if let fault = record.fault {
      throw Fault(line: fault.line, column: fault.column, message: fault.message)
    }
    guard record.fields.count == columns.count else {
      throw Fault(
        line: record.line, column: 1,
        message: "expected \(columns.count) columns, found \(record.fields.count)")
    }
    self.record = record
    self.columns = columns
    guard let id = Int(record.fields[columns.id].text), (1...1_000_000_000_000_000).contains(id)
    else { throw Self.fault(record, columns.id, "the identity is no whole number from 1") }
    self.id = id
    position = try Self.position(record, columns)
    let people = columns.population.map { record.fields[$0].text } ?? ""
    guard let population = people.isEmpty ? 0 : Int(people), population <= 10_000_000_000 else {
      throw Self.fault(record, columns.population ?? 0, "the population is no whole number")
    }
    self.population = max(0, population)
  }

  /// What it is; `nil` where that is of no use, or is no more.
  var kind: PlaceKind? {
    guard !hasEnded else { return nil }
    return switch placetype {
    case "continent": .continent
    case "country", "dependency": .country
    case "macroregion", "disputed", "marinearea": .region
    case "region": .admin1
    case "macrocounty", "county", "localadmin": .municipality
    case "locality": .settlement(population: population)
    case "borough", "macrohood", "neighbourhood", "microhood": .neighbourhood
    case "campus": .facility
    default: nil
    }
  }

  /// Why there is no kind.
  var reasonToLeaveOut: String { hasEnded ? "no longer there" : placetype }

  /// The place; `report` is given what is no name among its other names.
  func place(_ kind: PlaceKind, report: (Fault) -> Void) throws(Fault) -> Place {
    let name: String
    do {
      name = try PlaceName.checked(Array(text(columns.name).utf8)[...])
    } catch {
      throw Self.fault(record, columns.name, "the name \(error.message)")
    }
    var names: [Toponym] = []
    var seen: Set<Toponym> = []
    for (column, language) in columns.names {
      for form in text(column).split(separator: "|") {
        do throws(PlaceName.Fault) {
          let form = try PlaceName.checked(Array(form.utf8)[...])
          let toponym = Toponym(form, language: LanguageTag.of(language, name: form))
          let isOwn = toponym.language == LanguageTag.unknown && form == name
          if !isOwn, seen.insert(toponym).inserted { names.append(toponym) }
        } catch {
          report(Self.fault(record, column, "an alternate name \(error.message)"))
        }
      }
    }
    return Place(
      id: PlaceID("wof:\(id)"), name: name, kind: kind, position: position, country: country,
      population: population == 0 ? nil : population, names: names, references: references,
      source: "Who's On First")
  }

  private func text(_ column: Int?) -> String { column.map { record.fields[$0].text } ?? "" }

  private var placetype: String {
    let text = text(columns.placetype)
    return text.utf8.count <= 20 ? text : "other"
  }

  /// Whether a flag says so, or a date, or the identity of what took its place.
  private var hasEnded: Bool {
    text(columns.isCurrent) == "0"
      || columns.ends.contains { column in
        text(column).utf8.first.map { (0x31...0x39).contains($0) } ?? false
      }
  }

  /// Whether the table says in which country it lies, or that it lies in none.
  var namesCountry: Bool { !text(columns.country).isEmpty }

  /// The country: of codes beginning with X, which are the users' own, Kosovo's alone.
  private var country: String {
    let code = text(columns.country)
    return CountryCode.isCode(code) && (!code.hasPrefix("X") || code == "XK") ? code : ""
  }

  private var references: [String] {
    var references: [String] = []
    if let id = Int(text(columns.geonames)), id > 0 { references.append("geonames:\(id)") }
    let item = text(columns.wikidata)
    if item.hasPrefix("Q"), Int(item.dropFirst()) != nil { references.append("wikidata:\(item)") }
    return references
  }

  /// The first position that is one: 0, 0 stands for one that is not known.
  private static func position(
    _ record: CSVRecords.Record, _ columns: WhosOnFirstColumns
  ) throws(Fault) -> Position {
    for (latitude, longitude) in columns.positions {
      let y = record.fields[latitude].text
      let x = record.fields[longitude].text
      if y.isEmpty, x.isEmpty { continue }
      guard let y = real(y), abs(y) <= 90 else {
        throw fault(record, latitude, "the latitude is no number from -90 to 90")
      }
      guard let x = real(x), abs(x) <= 180 else {
        throw fault(record, longitude, "the longitude is no number from -180 to 180")
      }
      if y != 0 || x != 0 { return Position(longitude: x, latitude: y) }
    }
    throw fault(record, columns.positions[0].latitude, "there is no position")
  }

  private static func real(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return DecimalText.real(bytes, bytes.indices)
  }

  private static func fault(
    _ record: CSVRecords.Record, _ column: Int, _ message: String
  ) -> Fault {
    let field = record.fields[column]
    return Fault(line: field.line, column: field.column, message: message)
  }
}
