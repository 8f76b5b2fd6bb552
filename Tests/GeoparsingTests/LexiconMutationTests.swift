import Foundation
import NamedSeeds
import Testing

@testable import Geoparsing

@Suite("Damaged lexicons")
struct LexiconMutationTests {
  @Test(arguments: Seed.allCases)
  func `a damaged lexicon is read, or its faults are named by line`(_ seed: Seed) throws {
    let whole = Array(try Data(contentsOf: Shipped.folder.appending(path: "en.lexicon")))
    let pieces = ["[", "]", "=", "*", "|", "#", "\n", ", ,", "NUM", "= -1", "\u{0}"]
    var generator = seed.generator
    for _ in 0..<60 {
      let mutated = generator.mutation(of: whole, pieces: pieces)
      do throws(LexiconError) {
        _ = try Lexicon(mutated, path: "en.lexicon", language: "en")
      } catch {
        #expect("\(error)".hasPrefix("en.lexicon"))
      }
    }
  }
}
