import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@Suite("All names of a text")
struct ScanTests {
  private static func gazetteer(_ names: [String]) -> Gazetteer {
    Gazetteer(
      places: names.enumerated().map {
        Place(
          id: PlaceID("x:\($0.offset)"), name: $0.element, kind: .town,
          position: Position(longitude: 20, latitude: 43), country: "XK")
      })
  }

  private func names(_ gazetteer: Gazetteer, in text: String) -> [String] {
    let folded = FoldedText(text)
    return gazetteer.spans(in: folded).map { span in
      span.words.map { folded.foldedString(folded.words[$0]) }.joined(separator: " ")
    }
  }

  @Test func `names are found in any script, bounded by words, the longest first`() {
    let gazetteer = Self.gazetteer(["Novi Pazar", "Novi", "Pazar", "Raška", "Raš"])
    #expect(
      names(gazetteer, in: "Od Novog Pazara: Нови Пазар, RAŠKA i Rašljani")
        == ["novi pazar", "novi", "pazar", "raska"])
  }

  @Test func `a name leads to its places`() {
    let gazetteer = Self.gazetteer(["Bare", "Peja", "Bare"])
    let spans = gazetteer.spans(in: FoldedText("u selu Bare"))
    #expect(spans.map(\.words) == [2..<3])
    #expect(spans.flatMap(gazetteer.places).map(\.id.text) == ["x:0", "x:2"])
  }

  @Test(arguments: Seed.allCases)
  func `the names found are those that a plain search finds`(_ seed: Seed) {
    var generator = seed.generator
    let words = (0..<40).map { _ in
      String((0..<3).map { _ in "aeiklm".randomElement(using: &generator) ?? "a" })
    }
    func phrase(_ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? "a"
      }
    }
    let wanted = Set((0..<60).map { _ in phrase(1...4) })
    let gazetteer = Self.gazetteer(wanted.map { $0.joined(separator: " ") }.sorted())
    let text = phrase(400...400)
    var expected: [String] = []
    for start in text.indices {
      for count in stride(from: min(4, text.count - start), to: 0, by: -1) {
        let name = Array(text[start..<start + count])
        if wanted.contains(name) { expected.append(name.joined(separator: " ")) }
      }
    }
    #expect(names(gazetteer, in: text.joined(separator: " ")) == expected)
  }
}
