import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@Suite("Candidates for a name")
struct CandidatesTests {
  private static func place(
    _ id: String, _ name: String, _ kind: PlaceKind, population: Int? = nil,
    names: [(String, String)] = [], demonyms: [String] = []
  ) -> Place {
    Place(
      id: PlaceID(id), name: name, kind: kind, position: Position(longitude: 20, latitude: 43),
      country: "XK", population: population,
      names: names.map { Toponym($0.1, language: $0.0) },
      demonyms: demonyms.map { Toponym($0, language: "en") })
  }

  private let gazetteer = Gazetteer(places: [
    place(
      "xk:leposavic", "Leposavić", .town, population: 3702,
      names: [
        ("en", "Leposavic"), ("sq", "Leposaviq"), ("sr-Latn", "Leposavić"),
        ("sr-Cyrl", "Лепосавић"),
      ]),
    place(
      "xk:leposavic-municipality", "Leposavić", .municipality, population: 13_773,
      names: [("en", "Municipality of Leposavić")]),
    place(
      "xk:gjakova", "Gjakova", .town, population: 40_827,
      names: [("sq", "Gjakovë"), ("sr-Latn", "Đakovica"), ("sr-Cyrl", "Ђаковица")]),
    place("xk:bare", "Bare", .village, population: 120),
    place("xk:bare-2", "Bare", .village, population: 90),
    place("xk:bare-3", "Bare", .village, population: 90),
    place("xk:kosovo", "Kosovo", .country, demonyms: ["Kosovan", "Kosovo"]),
    place("xk:cabra", "Čabra", .village),
    place("xk:istok", "Istog", .town, names: [("tr", "İstok")]),
  ])

  private func ids(_ name: String) -> [String] {
    gazetteer.candidates(for: name).map(\.place.id.text)
  }

  // MARK: - Spellings

  @Test(arguments: [
    "Leposavić", "Leposaviq", "Leposavic", "Лепосавић", "LEPOSAVIĆ", "leposavic", "ЛЕПОСАВИЋ",
    "Leposavic\u{301}", " Leposavić ", "\u{0}Leposavić\u{7}\u{1B}",
  ])
  func `every spelling of Leposavić finds the town first`(_ spelling: String) {
    #expect(ids(spelling).first == "xk:leposavic")
  }

  @Test(arguments: [
    "Đakovica", "Djakovica", "Dakovica", "Gjakove", "Ђаковица", "GJAKOVË", "đakovica",
  ])
  func `every spelling of Đakovica finds it`(_ spelling: String) {
    #expect(ids(spelling) == ["xk:gjakova"])
  }

  @Test(arguments: ["Chabra", "Čabra", "Cabra", "Чабра"])
  func `colloquial digraphs find what they spell`(_ spelling: String) {
    #expect(ids(spelling) == ["xk:cabra"])
  }

  @Test(arguments: ["İSTOK", "Istok", "istok", "ISTOK", "ıstok"])
  func `Turkish i with and without a dot is one letter`(_ spelling: String) {
    #expect(ids(spelling) == ["xk:istok"])
  }

  @Test(arguments: [
    "", " ", "\u{0}", "…", "Leposa", "Leposavić Leposavić", "Municipality", "Municipality of",
    "of Leposavić", "Kosovan", "Xyzzy", "\u{301}",
  ])
  func `a name that no place has, or only its inhabitants, finds nothing`(_ name: String) {
    #expect(ids(name).isEmpty)
  }

  @Test func `names of ten thousand letters and words find nothing`() {
    #expect(ids(String(repeating: "č", count: 10_000)).isEmpty)
    #expect(ids(String(repeating: "Leposavić ", count: 10_000)).isEmpty)
    #expect(ids("Leposavić" + String(repeating: "\u{301}", count: 10_000)).count == 2)
  }

  @Test func `a name of several words is found whole`() {
    #expect(ids("municipality of leposavic") == ["xk:leposavic-municipality"])
    #expect(ids("Municipality-of\nLeposavić") == ["xk:leposavic-municipality"])
  }

  // MARK: - Ranking

  @Test func `the town comes before its municipality, each with its reasons`() throws {
    let candidates = gazetteer.candidates(for: "Leposavić")
    #expect(candidates.map(\.place.id.text) == ["xk:leposavic", "xk:leposavic-municipality"])
    let town = try #require(candidates.first)
    #expect(
      town.reasons == ["spelled exactly so", "its preferred name", "town of 3702 people"])
    #expect(candidates.allSatisfy { (0...1).contains($0.score) })
    #expect(candidates.map(\.score) == candidates.map(\.score).sorted(by: >))
  }

  @Test func `the reasons say how the spelling differs`() {
    #expect(
      gazetteer.candidates(for: "LEPOSAVIQ").first?.reasons.first
        == "Leposaviq (sq) but for case, diacritics or script")
    #expect(
      gazetteer.candidates(for: "Dakovica").first?.reasons.first
        == "a colloquial spelling of Đakovica (sr-Latn)")
    #expect(
      gazetteer.candidates(for: "Лепосавић").first?.reasons.contains("town of 3702 people") == true)
  }

  @Test func `an exact spelling weighs more than a folded, and that more than a colloquial one`() {
    let scores = ["Đakovica", "đakovica", "Dakovica"].compactMap {
      gazetteer.candidates(for: $0).first?.score
    }
    #expect(scores.count == 3)
    #expect(scores == scores.sorted(by: >) && Set(scores).count == 3)
  }

  @Test func `homonyms are all proposed, the larger first, equals by identifier`() {
    let candidates = gazetteer.candidates(for: "Bare")
    #expect(candidates.map(\.place.id.text) == ["xk:bare", "xk:bare-2", "xk:bare-3"])
    #expect(candidates[0].score > candidates[1].score)
    #expect(candidates[1].score == candidates[2].score)
  }

  @Test func `a name that inhabitants share is still the place's`() {
    #expect(ids("Kosovo") == ["xk:kosovo"])
  }

  @Test func `the order of a gazetteer's places does not change the ranking`() {
    let reversed = Gazetteer(places: gazetteer.places.reversed())
    for name in ["Bare", "Leposavić", "Gjakova", "Kosovo"] {
      #expect(reversed.candidates(for: name) == gazetteer.candidates(for: name))
    }
  }

  // MARK: - Many names

  @Test(arguments: Seed.allCases)
  func `among a thousand random names each finds its own place`(_ seed: Seed) {
    var generator = seed.generator
    let letters = Array("abcčdđeghšxyžаббвг")
    var names: Set<String> = []
    while names.count < 1000 {
      let words = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        String((0..<5).map { _ in letters.randomElement(using: &generator) ?? "a" })
      }
      names.insert(words.joined(separator: " "))
    }
    let sorted = names.sorted()
    let many = Gazetteer(
      places: sorted.enumerated().map { Self.place("x:\($0.offset)", $0.element, .village) })
    for (number, name) in sorted.enumerated() where number % 5 == 0 {
      #expect(many.candidates(for: name).contains { $0.place.id.text == "x:\(number)" })
    }
  }
}
