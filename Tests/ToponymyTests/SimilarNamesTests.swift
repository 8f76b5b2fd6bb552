import SimpleFeatures
import Testing

@testable import Toponymy

@Suite("Similar names")
struct SimilarNamesTests {
  private let gazetteer = Gazetteer(
    places: ["Leposavić", "Zvečan", "Zubin Potok", "Mitrovica", "Peja", "Deçan"].map { name in
      Place(
        id: PlaceID("x:\(name)"), name: name, kind: .town,
        position: Position(longitude: 20, latitude: 43), country: "XK")
    })

  @Test(arguments: [
    // Source: optimal string alignment by hand.
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("abc", "abd", 1), ("abc", "ac", 1),
    ("abc", "acb", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
  ])
  func `edits are changed, missing, added and swapped letters`(
    _ a: String, _ b: String, _ distance: Int
  ) {
    #expect(EditDistance(Array(a.utf8)).distance(to: Array(b.utf8), upTo: 9) == distance)
    #expect(EditDistance(Array(b.utf8)).distance(to: Array(a.utf8), upTo: 9) == distance)
    #expect(EditDistance(Array(a.utf8)).distance(to: Array(b.utf8), upTo: 1) >= min(distance, 2))
  }

  @Test func `the closest names come first, in any spelling`() {
    #expect(gazetteer.similarNames(to: "Leposevic", limit: 5) == ["Leposavić"])
    #expect(gazetteer.similarNames(to: "zubin potak", limit: 5) == ["Zubin Potok"])
    #expect(gazetteer.similarNames(to: "Dečan", limit: 1) == ["Deçan"])
    #expect(gazetteer.similarNames(to: "Zvecann", limit: 5).first == "Zvečan")
  }

  @Test(arguments: ["", "Xy", "Xyzzyxyzzy", "東京"])
  func `nothing is offered that differs in more than a third`(_ name: String) {
    #expect(gazetteer.similarNames(to: name, limit: 5).isEmpty)
  }

  @Test func `an index says which places have a name, and which folded names are close`() {
    let index = gazetteer.indexes[0]
    #expect(index.placeNumbers(named: "ZUBIN potok") == [2])
    #expect(index.placeNumbers(named: "Лепосавић") == [0])
    #expect(index.placeNumbers(named: "Zubin").isEmpty)
    #expect(index.placeNumbers(named: "…").isEmpty)
    let similar = index.similarKeys(to: "Zvecann", edits: 1)
    #expect(similar.map(\.key) == ["zvecan"])
    #expect(similar.map(\.distance) == [1])
    #expect(index.similarKeys(to: "Leposavic", edits: 0).isEmpty)
  }
}
