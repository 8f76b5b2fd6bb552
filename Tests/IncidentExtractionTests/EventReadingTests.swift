import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import IncidentExtraction

@Suite("Events of a report")
struct EventReadingTests {
  private func kinds(_ text: String) throws -> [String] {
    try Reading.events(text).map { "\($0.type.rawValue)/\($0.subType ?? "")" }
  }

  // MARK: - What counts

  @Test(arguments: [
    ("Clashes broke out between soldiers and gunmen in Zvečan on Monday.", "Battles/Armed clash"),
    ("Protesters clashed with police in Zvečan on Monday.", "Riots/Violent demonstration"),
    ("About 300 people protested in Leposavić on Monday.", "Protests/Peaceful protest"),
    ("Around 2000 people protested in Leposavić on Monday.", "Protests/Peaceful protest"),
    ("Police arrested five people in Zubin Potok on Tuesday.", "Strategic developments/Arrests"),
    (
      "A bomb exploded in Mitrovica on Sunday.",
      "Explosions/Remote violence/Remote explosive or landmine"
    ),
    ("Floods hit Peja on Tuesday.", "Disasters/Flood"),
    ("A man was shot dead in Peja on Tuesday.", "Violence against civilians/Attack"),
  ])
  func `an event word makes an event of its kind`(_ text: String, _ kind: String) throws {
    #expect(try kinds(text) == [kind])
  }

  @Test(arguments: [
    "No clashes were reported in Zvečan on Monday.", "There was never an attack in Zvečan.",
    "Police denied an attack in Zvečan.", "They will hold a protest in Zvečan on Friday.",
    "A protest will be held in Zvečan on Friday.",
    "A rally planned for Friday in Zvečan was moved.",
    "They plan to protest in Zvečan on Friday.", "Residents threaten to block the roads in Zvečan.",
    "He warned of clashes in Zvečan.", "If clashes break out in Zvečan, all will lose.",
    "They marked the anniversary of the attack in Zvečan.", "He suffered a heart attack in Zvečan.",
    "Kosovo declared its independence in 2008.", "The mayors met in Zvečan on Monday.",
    "Clashes broke out in Mitrovica in March 2004.", "The protesters spoke in Zvečan.",
  ])
  func `what is negated, planned, past or a figure of speech is none`(_ text: String) throws {
    #expect(try kinds(text).isEmpty)
  }

  @Test(arguments: [
    ("", 0), ("...", 0), ("Zvečan", 0), ("Clashes", 1), ("Clashes.", 1), ("clash clash clash", 1),
  ])
  func `texts of a word or none are read`(_ text: String, _ count: Int) throws {
    #expect(try kinds(text).count == count)
  }

  // MARK: - When, where, who, how many

  @Test func `a clash has its day, its place and its injured by population`() throws {
    let text =
      "Thirty KFOR soldiers and 52 protesters were injured in clashes in Zvečan on Monday."
    let event = try #require(try Reading.events(text).first)
    #expect(event.type == .riots)
    #expect(event.when?.expression == .weekday(1, weeksEarlier: 0))
    #expect(event.when?.span?.start == .of("2023-05-29"))
    #expect(event.when?.span?.precision == .day)
    #expect(event.place?.id.text == "xk:zvecan")
    #expect(event.place?.precision == .exact)
    let injured = event.claims.filter { $0.field == .injured }
    #expect(injured.map(\.value) == ["30", "52"])
    #expect(injured.map(\.population) == ["soldiers", "protesters"])
    let incident = try #require(try Reading.incidents(text).first)
    #expect(incident.injured == Count(low: 82, best: 82, high: 82))
    #expect(!incident.hasCountConflict)
  }

  @Test func `a protest counts its participants, arrests the detained`() throws {
    let protest = try Reading.incidents("About 300 people protested in Leposavić on Monday.")
    #expect(protest.map(\.participants) == [300])
    let arrests = try Reading.incidents("Police arrested five people in Zubin Potok on Tuesday.")
    #expect(arrests.map(\.detained) == [Count(low: 5, best: 5, high: 5)])
    #expect(arrests.map(\.date?.start) == [.of("2023-05-30")])
    #expect(arrests.map(\.placeID?.text) == ["xk:zubin-potok"])
  }

  @Test func `two towns of one sentence are two incidents`() throws {
    let incidents = try Reading.incidents("Protests were held in Zvečan and Leposavić on Monday.")
    #expect(Set(incidents.compactMap(\.placeID?.text)) == ["xk:zvecan", "xk:leposavic"])
    #expect(incidents.count == 2)
    #expect(Set(incidents.map(\.id)).count == 2)
  }

  @Test func `an event without a date or a place is kept`() throws {
    let incidents = try Reading.incidents([Reading.report("Clashes broke out.", on: nil)])
    let incident = try #require(incidents.first?.incident)
    #expect(incident.date == nil && incident.position == nil && incident.placeID == nil)
    #expect(incident.summary?.contains("date unknown") == true)
  }

  @Test func `near a place is less exact than in it`() throws {
    let near = try #require(try Reading.events("A bomb exploded near Peja on Sunday.").first?.place)
    let exact = try #require(try Reading.events("A bomb exploded in Peja on Sunday.").first?.place)
    #expect(near.precision == .near && exact.precision == .exact)
    #expect(near.uncertainty > exact.uncertainty)
    #expect(near.position == exact.position)
  }

  @Test func `every claim quotes its bytes`() throws {
    let text =
      "Serbs gathered in Zvečan.\nThirty KFOR soldiers and 52 protesters were injured in clashes in "
      + "front of the municipal building in Zvečan on Monday, May 29. Police arrested five people."
    let bytes = Array(text.utf8)
    let events = try Reading.events(text)
    #expect(!events.isEmpty)
    for event in events {
      #expect(event.key.report == Report.sha256(of: bytes))
      #expect(!event.claims.isEmpty)
      for claim in event.claims {
        #expect(String(decoding: bytes[claim.range], as: UTF8.self) == claim.quote)
        #expect(!claim.rule.isEmpty && (0...1).contains(claim.confidence))
      }
    }
    #expect(Set(events.map(\.key)).count == events.count)
    #expect(events.map(\.key) == events.map(\.key).sorted())
  }

  // MARK: - The report

  @Test(arguments: [
    ("2023-06-01\nClashes broke out in Zvečan.", "2023-06-01", PublicationBasis.header),
    ("Published June 1, 2023\nClashes broke out.", "2023-06-01", .header),
    ("PRISTINA, June 1, 2023 (Agency) – Clashes broke out in Zvečan.", "2023-06-01", .dateline),
  ])
  func `a report's date is found in its first lines`(
    _ text: String, _ day: String, _ basis: PublicationBasis
  ) throws {
    let read = try Reading.extractor.get().read(Reading.report(text, on: nil))
    #expect(read.report.published == PublicationDate(date: .of(day), basis: basis))
  }

  @Test func `a date that is given is not looked for`() throws {
    let read = try Reading.extractor.get().read(
      Reading.report("2021-01-01\nClashes broke out in Zvečan.", on: "2023-06-01"))
    #expect(read.report.published == PublicationDate(date: .of("2023-06-01"), basis: .given))
  }

  @Test func `language and title are found where they are not given`() throws {
    var report = Reading.report("Clashes in Zvečan\nThe police were sent to the town.")
    report.language = "und"
    let read = try Reading.extractor.get().read(report)
    #expect(read.report.language == "en")
    #expect(read.report.title == "Clashes in Zvečan")
  }

  @Test func `reading many reports at once gives what reading each gives, in order`() async throws {
    let extractor = try Reading.extractor.get()
    let reports = (1...12).map {
      Reading.report("About \($0 * 10) people protested in Zvečan on May \($0).")
    }
    let alone = reports.map(extractor.read)
    for jobs in [0, 1, 3, 20] {
      #expect(try await extractor.read(reports[...], jobs: jobs) == alone)
    }
    #expect(try await extractor.read(reports[4..<7], jobs: 2) == Array(alone[4..<7]))
    #expect(try await extractor.read([], jobs: 2).isEmpty)
  }
}
