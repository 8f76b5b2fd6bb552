import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@Suite("Fields of an incident")
struct IncidentFieldTests {
  @Test func `the columns are those of the schema, in its order`() {
    #expect(
      IncidentField.all.map(\.name) == [
        "incident_id", "event_type", "sub_event_type", "date_start", "date_end", "occurred_at",
        "occurred_until", "date_precision", "date_basis", "location", "location_alt",
        "location_reported", "site", "place_id", "country", "admin1", "admin2", "latitude",
        "longitude", "where_precision", "uncertainty_m", "actor1", "actor2", "killed_low",
        "killed_best", "killed_high", "injured_low", "injured_best", "injured_high",
        "injured_serious", "detained_low", "detained_best", "detained_high", "participants",
        "deployed", "displaced", "abducted", "released", "count_conflict", "event_clarity",
        "reports", "publishers", "source", "source_url", "source_date", "headline", "summary",
        "confidence", "review_status",
      ])
  }

  @Test func `names and titles are unique, names in small letters`() {
    #expect(Set(IncidentField.all.map(\.name)).count == IncidentField.all.count)
    #expect(Set(IncidentField.all.map(\.title)).count == IncidentField.all.count)
    for field in IncidentField.all {
      #expect(field.name.allSatisfy { "abcdefghijklmnopqrstuvwxyz_12".contains($0) })
      #expect(!field.title.isEmpty)
    }
  }

  // MARK: - Values

  private static let full: Incident = {
    var incident = Incident(id: "i-0123456789ab", eventType: .riots)
    incident.subEventType = "Violent demonstration"
    incident.date = DateSpan(
      start: CalendarDate(dayNumber: 19_506), end: CalendarDate(dayNumber: 19_508),
      precision: .severalDays, basis: .span)
    incident.occurredAt = Instant(seconds: 1_685_330_000)
    incident.occurredUntil = Instant(seconds: 1_685_500_000)
    incident.location = "Zvečan"
    incident.locationAlternatives = ["Zveçan", "Звечан"]
    incident.locationReported = ["Zvecan", "Zveçan", "Zvečani"]
    incident.site = "municipal building"
    incident.placeID = PlaceID("xk:zvecan")
    incident.country = "XK"
    incident.admin1 = "Mitrovica"
    incident.admin2 = "Zvečan"
    incident.position = Position(longitude: 20.8403, latitude: 42.9075)
    incident.wherePrecision = .near
    incident.uncertainty = Meters(2500)
    incident.actor1 = "KFOR"
    incident.actor2 = "Serb protesters"
    incident.killed = Count(low: 1, best: 2, high: 3)
    incident.injured = Count(low: 82, best: 83, high: 145)
    incident.injuredSerious = 13
    incident.detained = Count(low: 4, best: 5, high: 6)
    incident.participants = 300
    incident.deployed = 700
    incident.displaced = 12
    incident.abducted = 7
    incident.released = 8
    incident.hasCountConflict = true
    incident.eventClarity = 2
    incident.reports = 9
    incident.publishers = 10
    incident.source = "Example"
    incident.sourceURL = "https://example.org/1"
    incident.sourceDate = CalendarDate(dayNumber: 19_507)
    incident.headline = "Clashes; many injured"
    incident.summary = "Riots in Zvečan."
    incident.confidence = 0.85
    incident.reviewStatus = .corrected
    return incident
  }()

  /// An incident of another kind that took over the values of every field.
  private func copy(of incident: Incident, position: Position?) -> Incident {
    var copy = Incident(id: "", eventType: .accidents)
    copy.position = position
    copy.reports = 99
    copy.killed = Count(low: 77, best: 77, high: 77)
    for field in IncidentField.all { field.assign(&copy, field.value(incident)) }
    return copy
  }

  @Test func `a full incident goes through its fields and back`() {
    #expect(copy(of: Self.full, position: Self.full.position) == Self.full)
  }

  @Test func `an incident of which nothing is stated does too`() {
    let empty = Incident(id: "i-1", eventType: .battles)
    #expect(copy(of: empty, position: nil) == empty)
    let stated = IncidentField.all.filter { $0.value(empty) != .null }.map(\.name)
    #expect(
      stated == [
        "incident_id", "event_type", "date_basis", "count_conflict", "event_clarity", "reports",
        "publishers", "confidence", "review_status",
      ])
  }

  @Test func `every field of a full incident is stated, in the type of its column`() {
    for field in IncidentField.all {
      let isOfType =
        switch (field.type, field.value(Self.full)) {
        case (.text, .text), (.integer, .integer), (.real, .real), (.boolean, .boolean),
          (.date, .date), (.dateTime, .dateTime):
          true
        default: false
        }
      #expect(isOfType, "\(field.name)")
    }
  }

  @Test func `every number stands in the column of its name`() {
    let numbers = IncidentField.all.filter { $0.type == .integer }.map { field -> String in
      guard case .integer(let number) = field.value(Self.full) else { return field.name }
      return "\(field.name) \(number)"
    }
    #expect(
      numbers == [
        "date_precision 2", "where_precision 2", "killed_low 1", "killed_best 2", "killed_high 3",
        "injured_low 82", "injured_best 83", "injured_high 145", "injured_serious 13",
        "detained_low 4", "detained_best 5", "detained_high 6", "participants 300", "deployed 700",
        "displaced 12", "abducted 7", "released 8", "event_clarity 2", "reports 9", "publishers 10",
      ])
  }

  @Test func `latitude and longitude follow from the geometry and are never read back`() throws {
    let latitude = try #require(IncidentField.all.first { $0.name == "latitude" })
    var incident = Self.full
    latitude.assign(&incident, .real(0))
    #expect(incident == Self.full)
    #expect(latitude.value(incident) == .real(42.9075))
  }

  @Test func `an end before the start is not taken over`() throws {
    let end = try #require(IncidentField.all.first { $0.name == "date_end" })
    var incident = Self.full
    end.assign(&incident, .date(CalendarDate(dayNumber: 19_000)))
    #expect(incident == Self.full)
  }
}
