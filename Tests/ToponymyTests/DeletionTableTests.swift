import NamedSeeds
import SimpleFeatures
import Testing

@testable import Toponymy

@Suite("Inexact look-up")
struct DeletionTableTests {
  /// Names of few letters, so that many are close to each other.
  private static func names(_ seed: Seed) -> [String] {
    var generator = seed.generator
    var names: Set<String> = []
    while names.count < 300 {
      let length = Int.random(in: 4...11, using: &generator)
      let letters = (0..<length).map { _ in "aabцéo 東".randomElement(using: &generator) ?? "a" }
      let name = String(letters).split(separator: " ").joined(separator: " ")
      if name.count >= 4 { names.insert(name) }
    }
    return names.sorted()
  }

  private func key(_ name: String) -> [UInt8] {
    let folded = FoldedText(name)
    return folded.key(of: folded.words.indices)
  }

  @Test(arguments: Seed.allCases, [1, 2])
  func `exactly the names within the edits are found`(_ seed: Seed, _ edits: Int) throws {
    let names = Self.names(seed)
    let places = names.enumerated().map {
      Place(
        id: PlaceID("x:\($0.offset)"), name: $0.element, kind: .village,
        position: Position(longitude: 0, latitude: 0), country: "XK")
    }
    let index = GazetteerIndex(
      sources: [GazetteerSource(places: places)], tolerating: .twoEdits)
    let gazetteer = Gazetteer([index])
    var generator = seed.generator
    let shortest = edits == 1 ? 4 : 6
    for name in names.prefix(120) {
      var scalars = Array(name.unicodeScalars)
      for _ in 0..<edits {
        let at = Int.random(in: 0..<scalars.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: scalars[at] = "b"
        case 1: scalars.insert("o", at: at)
        case 2: scalars.remove(at: at)
        default: if at > 0 { scalars.swapAt(at, at - 1) }
        }
      }
      var changed = ""
      changed.unicodeScalars.append(contentsOf: scalars)
      let wanted = key(changed)
      let near = names.filter {
        LetterCount.of(key($0)) >= shortest
          && EditDistance(wanted).distance(to: key($0), upTo: edits) <= edits
      }
      let found = Set(gazetteer.namesWithin(edits: edits, of: wanted).map(\.name.text))
      #expect(found.isSuperset(of: near), "\(changed)")
      for other in found {
        #expect(EditDistance(wanted).distance(to: key(other), upTo: edits) <= edits)
      }
    }
  }

  // MARK: - The distance

  /// The recurrence of the optimal string alignment distance, as it is defined.
  private func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in a.indices {
      for j in b.indices {
        rows[i + 1][j + 1] = min(
          rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, rows[i + 1][j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          rows[i + 1][j + 1] = min(rows[i + 1][j + 1], rows[i - 1][j - 1] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }

  @Test(arguments: Seed.allCases)
  func `the distance by bits is the distance by definition`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<300 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...70, using: &generator)).map { _ in
          "abcd".randomElement(using: &generator) ?? "a"
        }
      }
      let bytes = words.map { Array(String($0).utf8) }
      #expect(
        EditDistance(bytes[0]).distance(to: bytes[1], upTo: 100) == distance(words[0], words[1]))
    }
  }
}
