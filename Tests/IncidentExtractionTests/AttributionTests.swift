import IncidentModel
import Testing

@testable import IncidentExtraction

@Suite("Who says so")
struct AttributionTests {
  private func sources(_ text: String) throws -> Set<String?> {
    Set(try Reading.events(text).flatMap(\.claims).map(\.attributedTo))
  }

  @Test(arguments: [
    ("Five people were arrested in Zvečan on Monday, police said.", "police"),
    ("According to the hospital, three men were injured in Peja on Monday.", "hospital"),
    ("The mayor of Peja told reporters that two men were shot dead.", "mayor of Peja"),
    ("Stoltenberg stated that thirty soldiers were injured in Zvečan.", "Stoltenberg"),
    (
      "Three men were injured in Peja, the city's health secretary said.", "city's health secretary"
    ),
    ("\"Three men were injured in Peja,\" said the governor.", "governor"),
  ])
  func `the source is kept as the text names it`(_ text: String, _ source: String) throws {
    #expect(try sources(text) == [source])
  }

  @Test(arguments: [
    "Five people were arrested in Zvečan on Monday.",
    "On Monday the police arrested five people in Zvečan.",
  ])
  func `without a source there is none`(_ text: String) throws {
    #expect(try sources(text) == [nil])
  }

  @Test func `direct speech goes on with who spoke before`() throws {
    let text = """
      "Thirty soldiers were injured in clashes in Zvečan on Monday," Stoltenberg said. "Three of the \
      soldiers were seriously injured."
      """
    #expect(try sources(text) == ["Stoltenberg"])
  }

  @Test func `each claim has the source of its own sentence`() throws {
    let text = """
      Thirty soldiers were injured in clashes in Zvečan on Monday, the army said. The hospital said \
      that 52 protesters were injured in Zvečan.
      """
    let claims = try Reading.events(text).flatMap(\.claims).filter { $0.field == .injured }
    #expect(claims.map(\.value) == ["30", "52"])
    #expect(claims.map(\.attributedTo) == ["army", "hospital"])
  }
}
