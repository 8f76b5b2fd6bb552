import IncidentModel
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Filters, order and areas")
struct FilterTests {
  let folder: TemporaryFolder
  let store: IncidentStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
    var incidents = [
      Fixture.bare(
        5, at: Fixture.leposavic, type: .battles, date: Fixture.span("2023-05-26", "2023-05-29")),
      Fixture.bare(4, at: Fixture.zvecan, date: Fixture.span("2023-05-29")),
      Fixture.bare(3, at: nil, type: .protests, date: Fixture.span("2023-06-01", "2023-06-30")),
      Fixture.bare(2, at: Position(longitude: 180, latitude: 0), date: Fixture.span("2023-05-29")),
      Fixture.bare(1, at: Position(longitude: -179, latitude: 1)),
    ]
    incidents[1].incident.reviewStatus = .rejected
    try store.replaceIncidents(incidents, run: Fixture.run)
  }

  /// The last digit of each incident found.
  private func found(
    _ filter: IncidentFilter, limit: Int? = nil, offset: Int = 0
  ) throws -> [String] {
    let incidents = try store.incidents(matching: filter, limit: limit, offset: offset)
    if limit == nil { #expect(try store.count(matching: filter) == incidents.count) }
    return incidents.map { String($0.id.suffix(1)) }
  }

  @Test func `incidents come by first day, then identifier, the undated last`() throws {
    #expect(try found(.all) == ["5", "2", "4", "3", "1"])
    #expect(try found(.all, limit: 2, offset: 1) == ["2", "4"])
  }

  @Test func `a span is found by every day in it`() throws {
    let day = { (text: String) in try #require(CalendarDate(text)) }
    #expect(
      try found(IncidentFilter(since: day("2023-05-27"), until: day("2023-05-27"))) == ["5"])
    #expect(try found(IncidentFilter(since: day("2023-05-30"))) == ["3"])
    #expect(try found(IncidentFilter(since: day("2023-06-30"))) == ["3"])
    #expect(try found(IncidentFilter(since: day("2023-07-01"))) == [])
    #expect(try found(IncidentFilter(until: day("2023-05-26"))) == ["5"])
    #expect(try found(IncidentFilter(until: day("2023-05-25"))) == [])
  }

  @Test func `classes and statuses are sets`() throws {
    #expect(try found(IncidentFilter(types: [.battles, .protests])) == ["5", "3"])
    #expect(try found(IncidentFilter(types: [])) == [])
    #expect(try found(IncidentFilter(statuses: [.rejected])) == ["4"])
    #expect(try found(IncidentFilter(types: [.riots], statuses: [.derived])) == ["2", "1"])
  }

  @Test func `a box holds its edges and may cross the antimeridian`() throws {
    let around = BoundingBox(west: 20.8028, south: 42.9075, east: 20.8403, north: 43.1039)
    #expect(try found(IncidentFilter(box: around)) == ["5", "4"])
    let inner = BoundingBox(west: 20.802801, south: 42.9075, east: 20.8403, north: 43.1039)
    #expect(try found(IncidentFilter(box: inner)) == ["4"])
    let pacific = BoundingBox(west: 179, south: -5, east: -178, north: 5)
    #expect(try found(IncidentFilter(box: pacific)) == ["2", "1"])
    let eastern = BoundingBox(west: 179.5, south: -5, east: -179.5, north: 5)
    #expect(try found(IncidentFilter(box: eastern)) == ["2"])
  }

  @Test func `an area holds what lies in it or on its boundary, not what its box holds`() throws {
    let triangle = Polygon(exterior: [
      Fixture.leposavic, Fixture.zvecan, Position(longitude: 21, latitude: 43.2),
      Fixture.leposavic,
    ])
    let inside = try store.incidents(inside: .polygon(triangle))
    #expect(inside.map { String($0.id.suffix(1)) } == ["5", "4"])
    let cut = Polygon(exterior: [
      Fixture.leposavic, Position(longitude: 20.9, latitude: 42.9),
      Position(longitude: 21, latitude: 43.2), Fixture.leposavic,
    ])
    #expect(try store.incidents(inside: .polygon(cut)).map { String($0.id.suffix(1)) } == ["5"])
    let filter = IncidentFilter(types: [.riots])
    let riots = try store.incidents(inside: .polygon(triangle), matching: filter)
    #expect(riots.map { String($0.id.suffix(1)) } == ["4"])
  }

  @Test func `an empty area is an error`() {
    #expect(throws: (any Error).self) { try store.incidents(inside: .collection([])) }
  }
}
