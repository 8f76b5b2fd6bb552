import Geoparsing
import IncidentModel
import Testing
import Toponymy

@testable import IncidentExtraction

@Suite("Who did what to whom")
struct ActorTests {
  private func actors(_ text: String) throws -> [[String?]] {
    try Reading.events(text).map { [$0.actor1, $0.actor2] }
  }

  private func kinds(_ text: String) throws -> [String] {
    try Reading.events(text).map { "\($0.type.rawValue)/\($0.subType ?? "")" }
  }

  @Test(arguments: [
    (
      "Gunmen kidnapped two farmers in Peja on Tuesday.",
      ["Unidentified Armed Group (Kosovo)", "Civilians (Kosovo)"]
    ),
    (
      "Two farmers were kidnapped by gunmen in Peja on Tuesday.",
      ["Unidentified Armed Group (Kosovo)", "Civilians (Kosovo)"]
    ),
    (
      "Police arrested five people in Zubin Potok on Tuesday.",
      ["Police Forces of Kosovo", "Civilians (Kosovo)"]
    ),
    ("Kosovo Police arrested two Serbs in Zvečan.", ["Kosovo Police", "Civilians (Kosovo)"]),
    (
      "Serbian soldiers shelled Leposavić and killed three villagers.",
      ["Military Forces of Serbia", "Civilians (Kosovo)"]
    ),
    (
      "Serbian shelling killed four people in Zvečan.",
      ["Military Forces of Serbia", "Civilians (Kosovo)"]
    ),
    (
      "Police fired tear gas at protesters in Zvečan on Monday.",
      ["Protesters (Kosovo)", "Police Forces of Kosovo"]
    ),
    (
      "Clashes broke out between soldiers and gunmen in Zvečan.",
      ["Military Forces of Kosovo", "Unidentified Armed Group (Kosovo)"]
    ),
    ("About 300 people protested against police violence in Peja.", ["Protesters (Kosovo)", nil]),
    ("KFOR sent 40 soldiers to Zvečan on Monday.", ["KFOR", nil]),
    ("Floods hit Peja on Tuesday, the army said.", [nil, nil]),
  ])
  func `both sides are named as ACLED does`(_ text: String, _ sides: [String?]) throws {
    #expect(try actors(text) == [sides])
  }

  @Test(arguments: [
    ("Gunmen attacked soldiers in Zvečan on Monday.", "Battles/Armed clash"),
    ("Gunmen attacked villagers in Zvečan on Monday.", "Violence against civilians/Attack"),
    (
      "Police shot dead three protesters in Zvečan on Monday.",
      "Protests/Excessive force against protesters"
    ),
    ("A mob lynched a man in Zvečan on Monday.", "Riots/Mob violence"),
    (
      "A suicide bomber blew himself up in Peja on Monday.",
      "Explosions/Remote violence/Suicide bomb"
    ),
  ])
  func `both sides say what kind it was`(_ text: String, _ kind: String) throws {
    #expect(try kinds(text) == [kind])
  }

  @Test func `soldiers of nobody are those of the foreign force that the report names`() throws {
    let text = "KFOR is on alert. Protesters injured three soldiers in Zvečan on Monday."
    #expect(try Reading.events(text).map(\.actor2) == ["KFOR"])
    let alone = "Protesters injured three soldiers in Zvečan on Monday."
    #expect(try Reading.events(alone).map(\.actor2) == ["Military Forces of Kosovo"])
  }

  @Test func `who only says so takes no part`() throws {
    let text = "Three farmers were shot dead in Peja on Monday, KFOR said."
    #expect(try actors(text) == [[nil, "Civilians (Kosovo)"]])
  }

  @Test func `an acronym a letter or two from one of the report is taken for it, with the reason`()
    throws
  {
    let text = "KFOR is in Zvečan. ISFOR arrested three men in Leposavić on Monday."
    let event = try #require(try Reading.events(text).first)
    #expect(event.actor1 == "KFOR")
    let claim = try #require(event.claims.first { $0.field == .actor1 })
    #expect(claim.quote == "ISFOR")
    #expect(claim.rule.contains("taken for KFOR, two letters away, which the report names"))
  }

  @Test(arguments: ["IFPOR", "OXFAM", "KFORS", "isfor"])
  func `other words in capitals are nobody`(_ word: String) throws {
    let text = "Nothing is known of Peja. Then \(word) arrested three men in Leposavić on Monday."
    #expect(try Reading.events(text).map(\.actor1) == [nil])
  }

  @Test func `short acronyms count in capitals only`() throws {
    let capitals = "RSF attacked two villagers in Peja on Monday."
    #expect(try Reading.events(capitals).map(\.actor1) == ["Rapid Support Forces"])
    #expect(try Reading.events("Rsf attacked two villagers in Peja.").map(\.actor1) == [nil])
  }

  @Test func `every named actor has a kind and a country that is one`() throws {
    let lexicon = try Reading.extractor.get().geoparser.lexicons.lexicon(for: "en")
    #expect(lexicon.countries["XK"] == "Kosovo")
    #expect(lexicon.acronyms.count > 50)
    for acronym in lexicon.acronyms {
      let country = acronym.organisation.country
      #expect(country.isEmpty || lexicon.countries[country] != nil)
    }
  }
}
