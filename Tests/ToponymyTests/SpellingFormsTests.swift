import SimpleFeatures
import Testing

@testable import Toponymy

@Suite("Spellings under which a name is found")
struct SpellingFormsTests {
  private func forms(_ name: String, _ language: String) -> [String] {
    SpellingForms.forms(of: Toponym(name, language: language)).map { form in
      String(decoding: form.key(of: form.words.indices), as: UTF8.self)
    }
  }

  // Source: the official Latin names of these cities (Resolution 55 of the Cabinet of Ministers of
  // Ukraine of 27 January 2010).
  @Test(arguments: [
    ("Харків", "kharkiv"), ("Запоріжжя", "zaporizhzhia"), ("Чернігів", "chernihiv"),
    ("Миколаїв", "mykolaiv"), ("Яготин", "yahotyn"), ("Київ", "kyiv"), ("Луганськ", "luhansk"),
    ("Івано-Франківськ", "ivano frankivsk"), ("Хмельницький", "khmelnytskyi"),
  ])
  func `Ukrainian names are found as Ukraine romanizes them`(_ name: String, _ latin: String) {
    #expect(forms(name, "uk").contains(latin))
  }

  @Test func `a name of no known language is Ukrainian by its letters`() {
    #expect(forms("Харків", "und").contains("kharkiv"))
    #expect(!forms("Харьков", "und").contains("kharkov".replacing("ov", with: "iv")))
    #expect(!forms("Ягодина", "sr-Cyrl").contains("yahodyna"))
  }

  @Test(arguments: [
    ("Shtërpcë", "sterpce"), ("Gjurgjevik", "djurdjevik"), ("Zhabar", "zabar"),
    ("Xhamia", "dzamia"), ("Leposaviq", "leposavic"),
  ])
  func `Albanian names are found as writers of Serbian spell them`(
    _ name: String, _ folded: String
  ) {
    #expect(forms(name, "sq").contains(folded))
    #expect(forms(name, "en").contains(folded) == false)
  }

  @Test(arguments: ["Zürich", "Čačak", "Харків", "Shtime", "Paris", "東京"])
  func `the first form is the plain one, and none stands twice`(_ name: String) {
    for language in ["und", "sq", "uk", "de"] {
      let all = forms(name, language)
      let plain = FoldedText(name)
      #expect(all.first == String(decoding: plain.key(of: plain.words.indices), as: UTF8.self))
      #expect(Set(all).count == all.count)
    }
  }

  @Test func `a larger river, region or division is better known`() {
    func prominence(_ kind: PlaceKind, radius: Double?, population: Int? = nil) -> Double {
      Place(
        id: PlaceID("x"), name: "X", kind: kind, position: Position(longitude: 0, latitude: 0),
        uncertainty: radius.map { Meters($0) }, country: "", population: population
      ).prominence
    }
    #expect(prominence(.river, radius: 1_000_000) > prominence(.town, radius: nil))
    #expect(prominence(.river, radius: nil) < prominence(.town, radius: nil))
    #expect(prominence(.region, radius: 3000) < prominence(.region, radius: nil))
    #expect(prominence(.region, radius: 1_500_000) > prominence(.region, radius: nil))
    #expect(
      prominence(.admin1, radius: nil, population: 14_000_000)
        > prominence(.city, radius: nil, population: 175_000))
    for radius in [0.1, 1, 100, 35_000, 1e6, 2e7] {
      #expect((0.06...0.3).contains(prominence(.region, radius: radius)))
    }
  }
}
