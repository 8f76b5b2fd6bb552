import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import IncidentStore

@Suite("Incidents as points") struct StoredPointTests {
  /// Incidents of every class and precision, with and without place, days and figures.
  private func incidents(_ count: Int, seed: Seed) -> [DocumentedIncident] {
    var generator = seed.generator
    return (1...count).map { number in
      let position = Position(
        longitude: .random(in: -180...180, using: &generator),
        latitude: .random(in: -90...90, using: &generator))
      var documented = Fixture.bare(
        number, at: Bool.random(using: &generator) ? position : nil,
        type: EventType.allCases.randomElement(using: &generator) ?? .riots,
        date: [nil, Fixture.span("2023-05-26", "2023-05-29"), Fixture.span("2024-02-29")]
          .randomElement(using: &generator) ?? nil)
      documented.incident.wherePrecision = WherePrecision.allCases.randomElement(using: &generator)
      documented.incident.uncertainty =
        [nil, Meters(0), .kilometers(12.5)]
        .randomElement(using: &generator) ?? nil
      documented.incident.location =
        [nil, "Zvečan", "Зубин Поток", "Z", "ZvečanXK"]
        .randomElement(using: &generator) ?? nil
      documented.incident.placeID =
        [nil, PlaceID("xk:zvecan"), PlaceID("x")]
        .randomElement(using: &generator) ?? nil
      documented.incident.country = [nil, "XK", "RS"].randomElement(using: &generator) ?? nil
      documented.incident.killed.best =
        [nil, 0, 7, 3_000_000_000]
        .randomElement(using: &generator) ?? nil
      return documented
    }
  }

  @Test(arguments: Seed.allCases)
  func `points read from the store are those of its incidents`(seed: Seed) throws {
    let folder = try TemporaryFolder()
    let store = try folder.makeStore()
    try store.replaceIncidents(incidents(200, seed: seed), run: Fixture.run)
    let whole = try store.incidents().sorted { $0.id < $1.id }
    let expected = IncidentPoints(whole) { $0.killed.best }
    let (read, inFull) = try store.withPoints { stored in
      let read = try stored.points(value: "killed_best")
      return (read, try stored.incidents(of: Array(read.points.reversed())))
    }
    let wanted = zip(expected.points, read.points).map { point, other in
      var point = point
      point.key = other.key
      return point
    }
    let isEqual = read.points == wanted && inFull == whole.reversed()
    #expect(isEqual)
    #expect(read.places == expected.places)
    #expect(Set(read.points.map(\.key)).count == whole.count)
  }

  @Test func `a filter holds for points as for incidents`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.makeStore()
    try store.replaceIncidents(incidents(100, seed: .beta), run: Fixture.run)
    let filter = IncidentFilter(
      since: CalendarDate("2023-05-27"), types: [.riots, .battles, .protests, .disasters])
    let count = try store.count(matching: filter)
    #expect(count > 5)
    #expect(try store.withPoints(matching: filter) { try $0.points().points.count } == count)
    #expect(
      try store.withPoints(matching: filter) {
        try $0.points().points.allSatisfy { $0.value == 1 }
      })
  }

  @Test func `many places are told apart`() {
    var numbers = PlaceNumbers()
    for _ in 0..<2 {
      for place in 0..<5000 {
        let (id, name) = ("x:\(place % 70)", "Place \(place / 70)")
        #expect(
          numbers.number(id: id.utf8.span, name: name.utf8.span, country: "".utf8.span) == place)
      }
    }
    #expect(numbers.number(id: "".utf8.span, name: "x:1".utf8.span, country: "".utf8.span) == 5000)
    #expect(numbers.places.count == 5001)
    #expect(numbers.places.last == IncidentPlace(name: "x:1"))
  }
}
