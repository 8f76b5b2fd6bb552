import Foundation
import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@Suite("Events, evidence and vocabulary")
struct ModelTests {
  private static let place = Place(
    id: PlaceID("xk:zvecan"), name: "Zvečan", kind: .town,
    position: Position(longitude: 20.8403, latitude: 42.9075), country: "XK", admin1: "Mitrovica",
    admin2: "Zvečan", names: [Toponym("Zveçan", language: "sq")])

  private static let event = Event(
    key: EventKey(report: "abc", offset: 7, place: 1), type: .riots,
    subType: "Violent demonstration",
    when: EventDate(
      expression: .span(.weekday(1, weeksEarlier: 1), .calendar(year: nil, month: 5, day: 29)),
      span: DateSpan(
        start: CalendarDate(dayNumber: 1), end: CalendarDate(dayNumber: 2), precision: .severalDays,
        basis: .span), minuteOfDay: 330, isOngoing: true),
    place: EventPlace(place, reported: "Zvecan", site: "town hall", precision: .exact),
    actor1: "KFOR", isSummary: true, isBackground: true,
    claims: [
      Claim(
        field: .injured, value: "30", qualifier: "at least", population: "soldiers", range: 3..<9,
        quote: "\"30\"", rule: "r", confidence: 0.8)
    ])

  @Test func `an event goes through JSON and back`() throws {
    let json = try JSONEncoder().encode(Self.event)
    #expect(try JSONDecoder().decode(Event.self, from: json) == Self.event)
  }

  @Test(
    arguments: [
      .calendar(year: 2023, month: nil, day: nil), .daysBefore(7, 0), .week(-1), .month(-1),
      .year(0), .weekday(7, weeksEarlier: 0),
    ] as [DateExpression])
  func `every kind of date expression goes through JSON and back`(
    _ expression: DateExpression
  ) throws {
    let json = try JSONEncoder().encode([expression])
    #expect(try JSONDecoder().decode([DateExpression].self, from: json) == [expression])
  }

  @Test func `an event's place holds all that an incident needs of the gazetteer`() throws {
    let place = try #require(Self.event.place)
    #expect(place.id == Self.place.id && place.name == "Zvečan" && place.kind == .town)
    #expect(place.alternativeNames == ["Zveçan"] && place.reported == "Zvecan")
    #expect(place.uncertainty == PlaceKind.town.defaultUncertainty)
    let near = EventPlace(
      Self.place, reported: "Zvecan", precision: .near, uncertainty: .kilometers(5))
    #expect(near.uncertainty == .kilometers(5))
  }

  @Test func `evidence lists each report once, in the order of its events`() {
    let keys = [("b", 1), ("b", 4), ("a", 9), ("b", 7)].map { EventKey(report: $0.0, offset: $0.1) }
    #expect(IncidentEvidence(events: keys, claims: [], merges: []).reports == ["b", "a"])
  }

  @Test func `a resolution has a place only where it is resolved`() {
    let candidate = Candidate(place: Self.place, score: 0.5, reasons: ["spelled exactly so"])
    let other = Candidate(place: Self.place, score: 0.4, reasons: ["a village"])
    #expect(Resolution.resolved(candidate, alternatives: [other]).place == Self.place)
    #expect(
      Resolution.resolved(candidate, alternatives: [other]).candidates == [candidate, other])
    #expect(Resolution.ambiguous([candidate, other]).place == nil)
    #expect(Resolution.ambiguous([candidate, other]).candidates.count == 2)
    #expect(Resolution.unresolved(reason: "none").candidates.isEmpty)
  }

  // MARK: - Vocabulary

  // Source: ACLED codebook (2023), event types; the last two are ours.
  @Test func `event types are ACLED's, with disasters and accidents`() {
    #expect(
      Set(EventType.allCases.map(\.rawValue)) == [
        "Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians",
        "Strategic developments", "Disasters", "Accidents",
      ])
  }

  // Source: UCDP GED codebook 23.1, where_prec.
  @Test func `places are as exact as UCDP's seven codes say`() {
    #expect(WherePrecision.allCases.map(\.rawValue) == Array(1...7))
    #expect(WherePrecision(rawValue: 3) == .municipality && WherePrecision(rawValue: 6) == .country)
  }

  @Test func `four roles stand for a place on the ground`() {
    #expect(
      MentionRole.allCases.filter(\.isLocative) == [.location, .container, .dateline, .origin])
  }
}
