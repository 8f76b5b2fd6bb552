internal import ArgumentParser
internal import Foundation
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// Many places to be asked for, from a CSV, answered in its order.
struct NearBatch {
  let path: String
  let format: OutputFormat
  let fields: FieldChoice?
  /// What holds for rows that do not say it themselves.
  let within: Meters?
  let nearest: Int?
  let possibly: Bool
  let filter: IncidentFilter

  /// A row of the file.
  private struct Question {
    let id: FieldValue
    let query: NearQuery
  }

  /// What is wrong with a row.
  private struct RowFault: Error {
    let line: Int
    let column: Int
    let message: String
  }

  /// Prints the answers; rows that cannot be understood are named, and the others answered.
  func run(in store: IncidentStore, places: PlaceReader, outlines: OutlineDistances) throws {
    var faults = 0
    let questions = try questions(places) { fault in
      faults += 1
      Console.warn("\(path):\(fault.line):\(fault.column): \(fault.message)")
    }
    let hasPeriod = questions.contains { $0.query.filter.hasPeriod }
    let headings = DistanceColumns.headings(hasPeriod: hasPeriod)
    let chosen = fields?.trailing(of: headings) ?? Array(headings.indices)
    let columns = RowColumns(
      fields: fields?.fields ?? RowColumns.allFields, leading: [ColumnHeading("id")],
      trailing: chosen.map { headings[$0] })
    let plain = ["distance_m", "azimuth_deg"]
    let isPlain = chosen.allSatisfy { plain.contains(headings[$0].name) }
    func answer<Rows: IncidentRowWriter>(_ rows: Rows) throws {
      var rows = rows
      rows.appendHead(box: nil)
      try store.answer(
        questions.map(\.query), matching: filter, fields: columns.fields, isPlain: isPlain,
        outline: outlines.distances, to: &rows,
        adding: { number, distance in
          let values = DistanceColumns.values(distance, hasPeriod: hasPeriod)
          return [questions[number].id] + chosen.map { values[$0] }
        },
        afterEach: { rows in if rows.isFull { try Console.write(rows.drain()) } })
      rows.appendTail()
      try Console.write(rows.drain())
    }
    if format == .jsonl { try answer(JSONRows(columns)) } else { try answer(CSVRows(columns)) }
    if faults > 0 { throw ExitStatus.badData.code }
  }

  // MARK: - Reading

  private func questions(
    _ places: PlaceReader, _ report: (RowFault) -> Void
  ) throws -> [Question] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InterchangeError.missing(path: path)
    }
    var records = CSVRecords(Array(data))
    guard let header = records.next() else {
      throw InterchangeError.malformed(
        path: path, problems: [FileProblem(message: "it is empty: a header with place is needed")])
    }
    let columns = header.fields.map { $0.text.lowercased().filter { !$0.isWhitespace } }
    let known = ["id", "place", "within", "nearest", "since", "until", "type"]
    let unknown = columns.filter { !known.contains($0) }
    guard unknown.isEmpty, columns.contains("place"), Set(columns).count == columns.count else {
      let what =
        unknown.isEmpty
        ? "a column place is needed, and each column once"
        : "nothing is known of the columns \(unknown.joined(separator: ", "))"
      throw InterchangeError.malformed(
        path: path,
        problems: [
          FileProblem(message: "\(what); there may be \(known.joined(separator: ", "))")
        ])
    }
    var questions: [Question] = []
    var number = 0
    while let record = records.next() {
      number += 1
      do throws(RowFault) {
        questions.append(try question(record, number, columns, places))
      } catch {
        report(error)
      }
    }
    return questions
  }

  private func question(
    _ record: CSVRecords.Record, _ number: Int, _ columns: [String], _ places: PlaceReader
  ) throws(RowFault) -> Question {
    if let fault = record.fault {
      throw RowFault(line: fault.line, column: fault.column, message: fault.message)
    }
    guard record.fields.count == columns.count else {
      throw RowFault(
        line: record.line, column: 1,
        message: "the row has \(record.fields.count) fields, the header \(columns.count)")
    }
    var fields: [String: CSVRecords.Field] = [:]
    for (name, field) in zip(columns, record.fields) where !field.text.isEmpty {
      fields[name] = field
    }
    guard let place = fields["place"] else {
      throw RowFault(line: record.line, column: 1, message: "the row names no place")
    }
    var filter = filter
    if let since: DateArgument = try argument("since", fields) { filter.since = since.first }
    if let until: DateArgument = try argument("until", fields) { filter.until = until.last }
    if let type: EventType = try argument("type", fields) { filter.types = [type] }
    if let since = filter.since, let until = filter.until, until < since {
      throw RowFault(line: record.line, column: 1, message: "until lies before since")
    }
    let center: PlaceQuery
    do {
      center = try places.place(place.text, for: .point)
    } catch {
      throw RowFault(line: place.line, column: place.column, message: "\(error)")
    }
    let query = NearQuery(
      try reach(fields, record), of: center.position, uncertainty: center.uncertainty,
      includingPossible: possibly, matching: filter)
    if possibly, case .nearest = query.reach {
      throw RowFault(line: record.line, column: 1, message: "--possibly goes with within")
    }
    let id: FieldValue = fields["id"].map { .text($0.text) } ?? .integer(number)
    return Question(id: id, query: query)
  }

  /// The row's own reach, else that of the command.
  private func reach(
    _ fields: [String: CSVRecords.Field], _ record: CSVRecords.Record
  ) throws(RowFault) -> NearQuery.Reach {
    let radius: Meters? = try argument("within", fields)
    let count: Int? = try argument("nearest", fields)
    switch (radius, count, within, nearest) {
    case (let radius?, nil, _, _), (nil, nil, let radius?, nil): return .within(radius)
    case (nil, let count?, _, _) where count > 0: return .nearest(count)
    case (nil, nil, nil, let count?): return .nearest(count)
    default:
      throw RowFault(
        line: record.line, column: 1,
        message: "the row needs either within, such as 20km, or nearest, a number from 1 on")
    }
  }

  private func argument<Value: ExpressibleByArgument>(
    _ name: String, _ fields: [String: CSVRecords.Field]
  ) throws(RowFault) -> Value? {
    guard let field = fields[name] else { return nil }
    guard let value = Value(argument: field.text) else {
      throw RowFault(
        line: field.line, column: field.column,
        message: "this is no value for \(name); it takes the same as --\(name)")
    }
    return value
  }
}
