import IncidentModel
import NamedSeeds
import Testing
import Toponymy

@testable import IncidentExtraction

@Suite("What tells of no current event")
struct DroppedEventTests {
  private func dropped(_ text: String) throws -> [DroppedEvent] {
    try Reading.extractor.get().read(Reading.report(text)).dropped
  }

  @Test(arguments: [
    ("No clashes were reported in Zvečan.", "clashes", "negated", "No"),
    ("Police denied that they had attacked a patrol.", "attacked", "denied", "denied"),
    (
      "Residents threaten to block the roads in Zvečan.", "block the roads", "threatened",
      "threaten"
    ),
    ("If clashes break out in Zvečan, all will lose.", "clashes", "conditional", "If"),
    ("He warned of clashes in Zvečan.", "clashes", "feared", "warned of"),
    ("The union called for a protest in Peja.", "protest", "demanded", "called for"),
    (
      "A rally planned for Friday in Zvečan was moved.", "rally", "possible or planned",
      "planned for"
    ),
    ("They marked the anniversary of the shelling.", "shelling", "commemoration", "anniversary"),
    ("He was bombarded with questions.", "bombarded", "figure of speech", "with questions"),
    ("It was an explosion of prices in Peja.", "explosion", "figure of speech", "of prices"),
    ("Aftershocks were felt in Peja.", "Aftershocks", "felt from afar", "were felt"),
  ])
  func `the words are kept with the reason and what gave it`(
    _ text: String, _ quote: String, _ reason: String, _ cue: String
  ) throws {
    let read = try Reading.extractor.get().read(Reading.report(text))
    #expect(read.events.isEmpty)
    #expect(read.dropped.map(\.quote) == [quote])
    #expect(read.dropped.map(\.reason) == [reason])
    #expect(read.dropped.map(\.cue) == [cue])
  }

  @Test func `the span is that of the words`() throws {
    let text = "In Zvečan there were no clashes."
    let event = try #require(try dropped(text).first)
    #expect(Array(text.utf8)[event.range].elementsEqual("clashes".utf8))
  }

  @Test func `a month in the dateline plans nothing`() throws {
    let text = "PRISTINA, 3 May 2023 – Floods hit Peja on Tuesday."
    #expect(try dropped(text).isEmpty)
  }

  @Test func `fans who clash with police play no match`() throws {
    let text = "Fans clashed with police in Peja before the semi-final on Monday."
    #expect(try Reading.events(text).map(\.type) == [.riots])
    #expect(try dropped("The clash in the Premier League ended without goals.").count == 1)
  }

  @Test func `people who came to harm belong to the disaster that the report tells of`() throws {
    let text =
      "Floods hit Peja on Tuesday. Thirty people were injured in Mitrovica, officials said."
    let events = try Reading.events(text)
    #expect(events.map(\.type) == [.disasters, .disasters])
    #expect(events.map(\.place?.id.text) == ["xk:peja", "xk:mitrovica"])
  }

  @Test func `each place of a sentence is of the event word that it stands nearest to`() throws {
    let text = "Floods in Mitrovica and a bus crash in Peja were reported on Tuesday."
    let events = try Reading.events(text)
    #expect(events.map(\.type) == [.disasters, .accidents])
    #expect(events.map(\.place?.id.text) == ["xk:mitrovica", "xk:peja"])
  }

  // MARK: - Properties

  private static let sentences = [
    "Police arrested five people in Zubin Potok on Tuesday.",
    "About 300 people protested in Leposavić on Monday.",
    "Gunmen kidnapped two farmers in Peja on Sunday.",
    "No clashes were reported in Zvečan on Monday.",
  ]

  @Test(arguments: Seed.allCases)
  func `paragraphs in another order tell of the same events`(_ seed: Seed) throws {
    var generator = seed.generator
    let shuffled = Self.sentences.shuffled(using: &generator)
    func told(_ sentences: [String]) throws -> Set<[String?]> {
      Set(
        try Reading.events(sentences.joined(separator: "\n\n")).map {
          [$0.subType, $0.place?.id.text, $0.actor1, $0.actor2, $0.when?.span?.start.description]
        })
    }
    #expect(try told(shuffled) == told(Self.sentences))
    #expect(try told(shuffled).count == 3)
  }

  @Test func `a report a week later tells of events a week later`() throws {
    let text = Self.sentences.joined(separator: "\n\n")
    let early = try Reading.events(text, on: "2023-06-01").compactMap(\.when?.span?.start)
    let late = try Reading.events(text, on: "2023-06-08").compactMap(\.when?.span?.start)
    #expect(early.count == 3)
    #expect(late == early.map { $0 + 7 })
  }
}
