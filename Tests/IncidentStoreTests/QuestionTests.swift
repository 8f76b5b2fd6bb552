import Geodesy
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import IncidentStore

@Suite("Many questions, lines and rows")
struct QuestionTests {
  let folder: TemporaryFolder
  let store: IncidentStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
  }

  /// Positions around a few towns, some of them the same, and some anywhere.
  private func fill(_ seed: Seed, _ count: Int = 400) throws -> [Position] {
    var random = seed.generator
    let positions = (0..<count).map { number in
      number % 5 == 0
        ? Position(
          longitude: .random(in: -180...180, using: &random),
          latitude: .random(in: -90...90, using: &random))
        : Position(
          longitude: 20.8 + (Double.random(in: -0.3...0.3, using: &random) * 50).rounded() / 50,
          latitude: 43 + (Double.random(in: -0.3...0.3, using: &random) * 50).rounded() / 50)
    }
    let incidents = positions.enumerated().map { Fixture.bare($0 + 1, at: $1) }
    try store.replaceIncidents(incidents, run: Fixture.run)
    return positions
  }

  /// Keeps the rows that it is handed.
  private struct Rows: IncidentRowReceiver {
    var rows: [String] = []
    var values: [[FieldValue]] = []
    var fields: [String] = []

    mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
      rows.append(String(decoding: id.indices.map { id[$0] }, as: UTF8.self))
    }
    mutating func receiveNull(field: Int) { note(field, "null") }
    mutating func receive(text: Span<UInt8>, field: Int) {
      note(field, String(decoding: text.indices.map { text[$0] }, as: UTF8.self))
    }
    mutating func receive(integer: Int, field: Int) { note(field, "\(integer)") }
    mutating func receive(real: Double, field: Int) { note(field, "\(real)") }
    mutating func receive(boolean: Bool, field: Int) { note(field, "\(boolean)") }
    mutating func endRow(adding values: [FieldValue]) { self.values.append(values) }

    private mutating func note(_ field: Int, _ value: String) {
      fields.append("\(IncidentField.all[field].name)=\(value)")
    }
  }

  @Test(arguments: Seed.allCases)
  func `many questions at once get the answers of each alone`(seed: Seed) throws {
    _ = try fill(seed)
    let reaches: [NearQuery.Reach] = [
      .within(Meters(0)), .within(.kilometers(3)), .within(.kilometers(900)), .nearest(1),
      .nearest(25), .nearest(1000),
    ]
    let centers = [
      Position(longitude: 20.8, latitude: 43), Position(longitude: 20.82, latitude: 43.1),
      Position(longitude: 180, latitude: 0), Position(longitude: 5, latitude: -90),
    ]
    let queries = centers.flatMap { center in reaches.map { NearQuery($0, of: center) } }
    for fields in [[0], [0, 3]] {
      var rows = Rows()
      try store.answer(
        queries, matching: .all, fields: fields, isPlain: true, to: &rows,
        adding: { [.integer($0), .real($1.distance.value)] }, afterEach: { _ in })
      var expected: [String] = []
      var numbers: [FieldValue] = []
      var distances: [Double] = []
      for (number, query) in queries.enumerated() {
        for hit in try store.incidents(near: query) {
          expected.append(hit.incident.id)
          numbers.append(.integer(number))
          distances.append(hit.distance.value)
        }
      }
      #expect(rows.rows == expected)
      #expect(rows.values.map { $0[0] } == numbers)
      for (value, distance) in zip(rows.values, distances) {
        guard case .real(let told) = value[1] else {
          Issue.record("a distance is a real number")
          continue
        }
        #expect(abs(told - distance) < 1e-6)
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `along a line is what trying every incident finds`(seed: Seed) throws {
    let positions = try fill(seed)
    let lines: [[Position]] = [
      [Position(longitude: 20.5, latitude: 42.8), Position(longitude: 21.1, latitude: 43.2)],
      [Position(longitude: 170, latitude: -20), Position(longitude: 200, latitude: 10)],
    ]
    let path = GeodesicPath(lines)
    for radius in [0.0, 2_000, 60_000, 3_000_000] {
      let expected = positions.enumerated().compactMap { number, position in
        path.nearest(to: position).map { (Fixture.bare(number + 1, at: position).incident.id, $0) }
      }.filter { $0.1.distance.value <= radius }
      let found = try store.withIncidents(along: lines, within: Meters(radius)) {
        (try $0.incidents().map(\.id), $1)
      }
      #expect(Set(found.0) == Set(expected.map(\.0)))
      let distances = found.1.map(\.distance.value)
      #expect(distances == distances.sorted())
    }
  }

  @Test func `rows that are handed on tell what the values tell`() throws {
    _ = try fill(.alpha, 40)
    let all = Array(IncidentField.all.indices)
    var streamed = Rows()
    var box = Rows()
    let stated = try store.withIncidents { incidents in
      try incidents.send(all, to: &streamed)
      return try incidents.survey(fields: all, to: &box)
    }
    var told = Rows()
    let incidents = try store.incidents()
    for incident in incidents { incident.send(all, to: &told) }
    #expect(streamed.rows == told.rows)
    #expect(streamed.fields == told.fields)
    #expect(Set(box.rows) == Set(told.rows))
    let names = Set(
      told.fields.filter { !$0.hasSuffix("=null") }.compactMap { $0.split(separator: "=").first })
    #expect(Set(stated.map { Substring(IncidentField.all[$0].name) }) == names)
  }

  struct Full: Error {}

  @Test func `an error of who takes the rows comes out as it is`() throws {
    _ = try fill(.beta, 10)
    var rows = Rows()
    #expect(throws: Full.self) {
      try store.withIncidents { incidents in
        try incidents.send([0], to: &rows, afterEach: { _ in throw Full() })
      }
    }
    #expect(rows.rows.count == 1)
  }

  @Test func `what map programs wrote into a column of another type is not stated`() throws {
    try store.replaceIncidents([Fixture.bare(1, at: Fixture.zvecan)], run: Fixture.run)
    try store.rows(
      """
      UPDATE incidents SET date_start = '29.05.2023', killed_best = 'many', headline = x'01',
        latitude = 1, longitude = 'x'
      """)
    let names = ["date_start", "killed_best", "headline", "latitude", "longitude"]
    let fields = IncidentField.all.indices.filter { names.contains(IncidentField.all[$0].name) }
    var rows = Rows()
    try store.withIncidents { try $0.send(fields, to: &rows) }
    #expect(
      Set(rows.fields) == [
        "date_start=null", "killed_best=null", "headline=null",
        "latitude=\(Fixture.zvecan.latitude)", "longitude=\(Fixture.zvecan.longitude)",
      ])
  }

  @Test func `bytes that are no UTF-8 are handed on as text all the same`() throws {
    try store.replaceIncidents([Fixture.bare(1, at: Fixture.zvecan)], run: Fixture.run)
    try store.rows("UPDATE incidents SET summary = CAST(x'FF41E282' AS TEXT)")
    let field = try #require(IncidentField.all.firstIndex { $0.name == "summary" })
    var rows = Rows()
    try store.withIncidents { try $0.send([field], to: &rows) }
    #expect(rows.fields == ["summary=\u{FFFD}A\u{FFFD}"])
  }

  @Test func `an incident known to a month is possible on a day, and certain in the month`() throws
  {
    var documented = Fixture.bare(1, at: Fixture.zvecan)
    let first = try #require(CalendarDate("2023-05-01"))
    documented.incident.date = DateSpan(
      start: first, end: first + 30, precision: .month, basis: .explicit)
    try store.replaceIncidents([documented], run: Fixture.run)
    var filter = IncidentFilter(since: first + 9, until: first + 9)
    let possible = try store.incidents(within: Meters(1), of: Fixture.zvecan, matching: filter)
    #expect(possible.map(\.isCertainlyInPeriod) == [false])
    filter.isCertain = true
    #expect(try store.incidents(within: Meters(1), of: Fixture.zvecan, matching: filter) == [])
    filter = IncidentFilter(since: first, until: first + 30)
    filter.isCertain = true
    let certain = try store.incidents(within: Meters(1), of: Fixture.zvecan, matching: filter)
    #expect(certain.map(\.isCertainlyInPeriod) == [true])
  }

  @Test func `of an incident known to an area the outline tells how near it may be`() throws {
    var documented = Fixture.bare(1, at: Fixture.zvecan, uncertainty: Meters(10_000))
    documented.incident.wherePrecision = .municipality
    documented.incident.placeID = PlaceID("xk:zvecan-municipality")
    try store.replaceIncidents([documented], run: Fixture.run)
    let query = NearQuery(
      .within(.kilometers(5)), of: Fixture.leposavic, includingPossible: true)
    #expect(try store.incidents(near: query) == [])
    let hits = try store.incidents(near: query) { place, position in
      #expect(place.text == "xk:zvecan-municipality" && position == Fixture.leposavic)
      return (Meters(4_000), Meters(31_000))
    }
    #expect(hits.map(\.minDistance) == [Meters(4_000)])
    #expect(hits.map(\.maxDistance) == [Meters(31_000)])
  }
}
