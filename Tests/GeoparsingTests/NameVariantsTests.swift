import Foundation
import IncidentModel
import NamedSeeds
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Variants of names")
struct NameVariantsTests {
  private func folded(_ text: String) -> [UInt8] {
    let folded = FoldedText(text)
    return folded.key(of: folded.words.indices)
  }

  private func strings(_ forms: [[UInt8]]) -> [String] {
    forms.map { String(decoding: $0, as: UTF8.self) }
  }

  private func variants() throws -> NameVariants {
    NameVariants(try Anchors.lexicons.get().all.map(\.nameRules))
  }

  // MARK: - Forms

  @Test func `words that stand for one another do so both ways`() throws {
    let variants = try variants()
    for group in try Shipped.common.get().nameWords + Shipped.common.get().compassWords {
      let words = Set(group.forms.filter { $0.count == 1 }.map { $0[0] })
      for word in words {
        let forms = Set(variants.forms(of: word, [.words, .compass]))
        #expect(forms.union([word]) == words, "\(strings([word]))")
        #expect(variants.meaning(of: word) == group.meaning)
      }
    }
  }

  @Test func `an inflected word has its basic forms, the word itself none of them`() throws {
    let serbian = NameVariants([try Shipped.lexicon("sr").nameRules])
    #expect(strings(serbian.forms(of: folded("Leposavića"), .inflected)).contains("leposavic"))
    #expect(strings(serbian.forms(of: folded("Zubinog"), .inflected)).contains("zubin"))
    #expect(serbian.forms(of: folded("Zubinog"), []) == [])
    let forms = serbian.forms(of: folded("Mitrovici"), .inflected)
    #expect(Set(forms).count == forms.count && !forms.contains(folded("Mitrovici")))
  }

  @Test func `an exact form comes before all others`() throws {
    let spellings = try variants().spellings(of: folded("Severna"), [.compass, .inflected])
    #expect(spellings.first?.bytes == folded("Severna") && spellings.first?.isInflected == false)
    #expect(spellings.dropFirst().allSatisfy { $0.isInflected })
    #expect(spellings.contains { $0.bytes == folded("North") })
  }

  @Test func `a word of any length has few forms`() throws {
    let variants = try variants()
    let long = Array(repeating: UInt8(ascii: "a"), count: 10_000)
    #expect(variants.forms(of: long, [.words, .compass, .inflected]) == [])
    #expect(variants.forms(of: [], [.words, .compass, .inflected]) == [])
  }

  // MARK: - Over all of the gazetteer

  private static let gazetteer = Result {
    let file = Shipped.folder.deletingLastPathComponent().appending(path: "gazetteer.csv")
    return try Gazetteer(files: [("gazetteer.csv", Array(try Data(contentsOf: file)))])
  }

  /// A name with an ending put on one of its words, or a word changed for one that stands for it.
  private func variant(
    of name: String, _ lexicons: [Lexicon], using generator: inout SplitMix64
  ) -> String? {
    var words = name.split(separator: " ").map(String.init)
    guard let index = words.indices.randomElement(using: &generator),
      let lexicon = lexicons.randomElement(using: &generator),
      let ending = lexicon.nameEndings.randomElement(using: &generator)
    else { return nil }
    let basic = String(decoding: ending.replacement, as: UTF8.self)
    guard words[index].hasSuffix(basic), words[index].count > basic.count + 2 else { return nil }
    words[index] =
      words[index].dropLast(basic.count) + String(decoding: ending.ending, as: UTF8.self)
    return words.joined(separator: " ")
  }

  /// A variant that is another place's name as written is that name, and not counted here.
  @Test(arguments: Seed.allCases)
  func `a variant never silently stands for a neighbour`(_ seed: Seed) throws {
    var generator = seed.generator
    let gazetteer = try Self.gazetteer.get()
    let lexicons = try Anchors.lexicons.get()
    let inflecting = lexicons.all.filter { !$0.nameEndings.isEmpty }
    let resolver = NameResolver(gazetteer: gazetteer, lexicons: lexicons)
    var checked = 0
    for place in gazetteer.places where !place.admin2.isEmpty {
      guard let name = place.names.randomElement(using: &generator)?.text,
        let text = variant(of: name, inflecting, using: &generator),
        gazetteer.candidates(for: text).isEmpty
      else { continue }
      checked += 1
      guard let found = resolver.resolve(text).place, found.id != place.id,
        found.admin2 == place.admin2, found.country == place.country
      else { continue }
      // A town and its municipality are one answer.
      let shares = found.names.contains { other in
        place.names.contains { folded($0.text) == folded(other.text) }
      }
      #expect(shares, "\(text), a form of \(name), was taken for \(found.name)")
    }
    #expect(checked > 300)
  }
}
