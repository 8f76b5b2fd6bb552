import IncidentModel
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Resolution of names")
struct ResolutionTests {
  private func ids(_ text: String) throws -> [String?] {
    try Places.mentions(text).filter { $0.role.isLocative }.map { $0.resolution.place?.id.text }
  }

  @Test func `two towns of one name and size stay ambiguous, ranked and with reasons`() throws {
    let mention = try #require(try Places.mentions("Shots were fired in Mitrovica.").first)
    guard case .ambiguous(let candidates) = mention.resolution else {
      Issue.record("\(mention.resolution)")
      return
    }
    #expect(candidates.map(\.place.id.text) == ["xk:mitrovica", "rs:mitrovica"])
    #expect(candidates.allSatisfy { !$0.reasons.isEmpty })
    #expect(mention.resolution.place == nil)
  }

  @Test func `what holds a place decides between homonyms`() throws {
    #expect(try ids("Shots were fired in Mitrovica, Kosovo.") == ["xk:mitrovica", "xk:kosovo"])
    #expect(try ids("Shots were fired in Mitrovica, Serbia.") == ["rs:mitrovica", "rs:serbia"])
    let mention = try #require(try Places.mentions("Shots were fired in Mitrovica, Serbia.").first)
    #expect(
      mention.resolution.candidates.first?.reasons.contains("the text puts it in Serbia") == true)
    #expect(mention.resolution.candidates.count == 2)
  }

  @Test func `of two villages of one name the one near the report's other places is meant`() throws
  {
    #expect(
      try ids("Shots were fired in Novo Selo. Police came from Zubin Potok.")
        == ["xk:novo-selo", "xk:zubin-potok"])
    let text = "Shots were fired in Gornje Polje. Police came from Kurti."
    let mention = try #require(try Places.mentions(text).first)
    // 45 km and 62 km away: "near" is up to 60 km.
    #expect(mention.resolution.candidates.first?.place.id.text == "xk:gornje-polje")
    #expect(
      mention.resolution.candidates.first?.reasons.contains("near other places of the report")
        == true)
  }

  @Test func `without another place two equal villages stay ambiguous`() throws {
    #expect(try ids("Shots were fired in Gornje Polje.") == [nil])
    #expect(try ids("Shots were fired in Novo Selo.") == [nil])
  }

  @Test func `a name has one sense in a report`() throws {
    let mentions = try Places.mentions(
      "Shots were fired in Mitrovica, Serbia. Later Mitrovica was calm. All left Mitrovica."
    )
    .filter { $0.surface == "Mitrovica" }
    #expect(
      mentions.map(\.resolution.place?.id.text) == ["rs:mitrovica", "rs:mitrovica", "rs:mitrovica"])
    #expect(
      mentions.last?.resolution.candidates.first?.reasons.last
        == "the same as earlier in the report")
  }

  @Test func `a word for the kind of place decides between town and municipality`() throws {
    #expect(
      try ids("They met in the municipality of Leposavić. The town of Leposavić was calm.")
        == ["xk:leposavic-municipality", "xk:leposavic"])
  }

  @Test func `one unknown name never affects another`() throws {
    let known = try ids("Shots were fired in Leposavić.")
    #expect(try ids("Shots were fired in Xyzzyville, then in Leposavić.") == known)
    #expect(known == ["xk:leposavic"])
  }

  @Test func `every candidate says why, the weights add up`() throws {
    for mention in try Places.mentions(
      "Police of Kosovo were sent to Zvečan and Mitrovica, Kosovo.")
    where mention.role != .dropped {
      #expect(!mention.resolution.candidates.isEmpty)
      for candidate in mention.resolution.candidates {
        #expect(candidate.reasons.count >= 2 && candidate.score > 0)
      }
      let scores = mention.resolution.candidates.map(\.score)
      #expect(scores == scores.sorted(by: >) || mention.resolution.place != nil)
    }
  }

  @Test func `inflected names are found by their endings`() throws {
    let lexicon = try Lexicon(
      text: """
        [function words]
        u, je, bilo
        [before location]
        u
        [name endings]
        -u = -
        -ima = -i
        """, language: "sr")
    let parser = Geoparser(gazetteer: Places.gazetteer, lexicons: Lexicons([lexicon]))
    let mentions = parser.mentions(in: "U Zvečanu je bilo mirno.", language: "sr")
    #expect(mentions.map(\.surface) == ["Zvečanu"])
    #expect(mentions.first?.resolution.candidates.first?.place.name == "Zvečan")
    #expect(
      mentions.first?.resolution.candidates.first?.reasons.first == "an inflected form of Zvečan")
  }

  @Test func `a later word of a name is inflected in small letters too`() throws {
    let lexicon = try Lexicon(
      text: """
        [function words]
        в, на
        [before location]
        в
        [name endings]
        -ой = -ая
        -и = -ь
        """, language: "ru")
    let region = Places.place("o", "Донецкая область", .admin1, 48, 38)
    let parser = Geoparser(
      gazetteer: Gazetteer(places: [region]), lexicons: Lexicons([lexicon]))
    let mentions = parser.mentions(in: "Взрыв прогремел в Донецкой области.", language: "ru")
    #expect(mentions.map(\.surface) == ["Донецкой области"])
    #expect(mentions.first?.resolution.candidates.first?.place.id == region.id)
    #expect(parser.mentions(in: "В донецкой области тихо.", language: "ru").isEmpty)
  }

  // MARK: - Decisions

  private func candidate(_ id: String, _ score: Double, latitude: Double) -> Candidate {
    Candidate(
      place: Places.place(id, "A", .village, latitude, 20), score: score, reasons: ["a village"])
  }

  @Test func `the best must be good enough and clearly better`() {
    let far = candidate("b", 0.5, latitude: 40)
    #expect(PlaceResolver.decide([], sense: nil) == .unresolved(reason: "no place of that name"))
    let weak = PlaceResolver.decide([candidate("a", 0.19, latitude: 43)], sense: nil)
    #expect(weak == .unresolved(reason: "too little speaks for any place of that name"))
    let clear = candidate("a", 0.54, latitude: 43)
    #expect(
      PlaceResolver.decide([clear, far], sense: nil) == .resolved(clear, alternatives: [far]))
    let close = candidate("a", 0.52, latitude: 43)
    #expect(PlaceResolver.decide([close, far], sense: nil) == .ambiguous([close, far]))
    let beside = candidate("a", 0.52, latitude: 40.01)
    #expect(PlaceResolver.decide([beside, far], sense: nil).place?.id.text == "a")
    #expect(PlaceResolver.decide([clear, far], sense: PlaceID("b")).place?.id.text == "b")
  }
}
