import IncidentModel
import Testing

@testable import IncidentExtraction

/// Reports whose figures have to be put together, with `low best high` of those killed and injured.
@Suite("Counts over the sentences of a report")
struct CountStoryTests {
  private func counts(_ text: String) throws -> (killed: String, injured: String, conflict: Bool) {
    let incidents = try Reading.incidents(text)
    let incident = try #require(incidents.first { $0.eventType != .strategicDevelopments })
    func bounds(_ count: Count) -> String {
      [count.low, count.best, count.high].map { $0.map(String.init) ?? "-" }
        .joined(separator: " ")
    }
    return (bounds(incident.killed), bounds(incident.injured), incident.hasCountConflict)
  }

  @Test(arguments: [
    ("A man and two children were killed in an explosion in Zvečan on Monday.", "3 3 3"),
    ("Twelve people, including two children, were killed in an explosion in Zvečan.", "12 12 12"),
    ("An explosion in Zvečan killed 12 people. Among them two children died.", "12 12 12"),
    (
      "An explosion in Zvečan on Monday killed three people. A further two people died later.",
      "5 5 5"
    ),
    (
      "An explosion in Zvečan on Monday killed ten people. Two more people died later, bringing the death toll to 12.",
      "12 12 12"
    ),
    ("An explosion hit Zvečan on Monday. The death toll rose to 14 from 11.", "14 14 14"),
    ("An explosion hit Zvečan on Monday. No one was killed.", "0 0 0"),
    ("An explosion hit Zvečan on Monday.", "- - -"),
    ("Two soldiers and three civilians were killed in an explosion in Zvečan.", "5 5 5"),
    ("A 35-year-old man was killed in an explosion in Zvečan on Monday.", "1 1 1"),
    ("A family of five died in an explosion in Zvečan on Monday.", "5 5 5"),
    ("Between 10 and 12 people were killed in an explosion in Zvečan.", "10 10 12"),
    ("Dozens were killed in an explosion in Zvečan on Monday.", "24 36 96"),
    ("At least 12 people were killed in an explosion in Zvečan on Monday.", "12 12 -"),
  ])
  func `killed`(_ text: String, _ killed: String) throws {
    let counts = try counts(text)
    #expect(counts.killed == killed)
    #expect(!counts.conflict)
  }

  @Test(arguments: [
    (
      "One man was shot dead and 14 officers were injured in Zvečan on Monday.", "1 1 1", "14 14 14"
    ),
    (
      "A blast in Zvečan killed 41 people and injured more than 1,600 on Monday.", "41 41 41",
      "1600 1600 -"
    ),
    ("A blast in Zvečan on Monday killed 5 and injured 31.", "5 5 5", "31 31 31"),
    (
      "A blast in Zvečan killed four people and wounded nine others. Two of the wounded were children.",
      "4 4 4", "9 9 9"
    ),
    ("Eight people were seriously injured in a blast in Zvečan on Monday.", "- - -", "8 8 -"),
  ])
  func `killed and injured`(_ text: String, _ killed: String, _ injured: String) throws {
    let counts = try counts(text)
    #expect(counts.killed == killed)
    #expect(counts.injured == injured)
  }

  @Test func `parts of a total need not add up exactly`() throws {
    let text = """
      A blast in Zvečan on Monday killed 41 people. In one street 30 people were killed, in a \
      second street 10 people were killed.
      """
    #expect(try counts(text).killed == "41 41 41")
  }

  @Test func `figures that contradict each other stay apart`() throws {
    let counts = try counts(
      """
      A blast in Zvečan on Monday killed 30 people. A blast on Monday killed 93 people, a \
      minister said.
      """)
    #expect(counts.killed == "30 93 93")
    #expect(counts.conflict)
  }
}
