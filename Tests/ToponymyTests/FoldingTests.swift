import Foundation
import NamedSeeds
import Testing

@testable import Toponymy

@Suite("Folding")
struct FoldingTests {
  /// The folded words of a text, one space between.
  private func fold(_ text: String) -> String {
    let folded = FoldedText(text)
    return String(decoding: folded.key(of: folded.words.indices), as: UTF8.self)
  }

  // MARK: - Spellings of one name

  @Test(arguments: [
    "Leposavić", "LEPOSAVIĆ", "leposavic", "Leposavic\u{301}", "Лепосавић", "ЛЕПОСАВИЋ",
    "Lepo\u{AD}savić", "Lepo\u{200B}savić",
  ])
  func `case, marks and script of a name make no difference`(_ spelling: String) {
    #expect(fold(spelling) == "leposavic")
  }

  @Test(arguments: [
    ("Đakovica", "djakovica"), ("Ђаковица", "djakovica"), ("đurđevak", "djurdjevak"),
    ("Straße", "strasse"), ("STRASSE", "strasse"), ("STRAẞE", "strasse"),
    ("Iğdır", "igdir"), ("IĞDIR", "igdir"), ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"),
    ("ısparta", "isparta"), ("Üsküdar", "uskudar"), ("Gjakovë", "gjakove"),
    ("Þingvellir", "thingvellir"),
    ("Łódź", "lodz"), ("Ærø", "aero"), ("Øresund", "oresund"), ("Œuvre", "oeuvre"),
    ("Αθήνα", "αθηνα"), ("ΑΘΗΝΑ", "αθηνα"), ("Πειραιάς", "πειραιασ"), ("Å", "a"), ("ǅep", "dzep"),
    ("Ѓорче Петров", "gjorce petrov"), ("Ќоја", "kjoja"), ("Київ", "kijiv"), ("Чайка", "cajka"),
  ])
  func `letters of the languages read fold to what writers put for them`(
    _ name: String, _ folded: String
  ) {
    #expect(fold(name) == folded)
  }

  @Test(arguments: [
    "Лепосавић", "Čačak", "Şırnak", "Đakovica", "Ǖ", "Ἀθῆναι", "Đeneral Janković", "Ѓевгелија",
    "Ќуприја", "Йошкар", "Україна", "Їжакевич", "Việt Nam", "Zürich", "Ångström",
  ])
  func `composed and decomposed forms fold alike`(_ name: String) {
    let composed = name.precomposedStringWithCanonicalMapping
    let decomposed = name.decomposedStringWithCanonicalMapping
    #expect(fold(composed) == fold(decomposed))
    #expect(!fold(composed).isEmpty)
  }

  @Test func `the words of other scripts keep their letters`() {
    #expect(fold("القدس") == "القدس")
    #expect(fold("東京") == "東京")
    #expect(fold("დთბილისი") == "დთბილისი")
  }

  // MARK: - Serbian in its two scripts

  private static let serbianWords = [
    "Лепосавић", "Звечан", "Зубин Поток", "Косовска Митровица", "Приштина", "Ђаковица", "Љубижда",
    "Његош", "Џоновица", "Шћепан", "Жабаре", "Чабра", "Ћушка", "Ораховац", "Гњилане", "Сочаница",
    "Брњак", "Јариње", "Рашка", "Цецелија", "Ибар", "Газиводе", "Бањска", "Угљаре", "Пећ",
    "Ђенерал Јанковић", "Хоча", "Фушерија", "Обилић", "Вучитрн",
  ]

  // Outside source: ICU's transliterator Serbian-Latin/BGN, through Foundation.
  @Test(arguments: serbianWords)
  func `Serbian Cyrillic folds like its Latin transliteration`(_ word: String) throws {
    let latin = try #require(
      word.applyingTransform(StringTransform("Serbian-Latin/BGN"), reverse: false))
    #expect(latin.unicodeScalars.allSatisfy { $0.value < 0x400 })
    // Of đ and dž, ICU writes the letters that folding spells out otherwise: dž is dz here too.
    #expect(fold(word) == fold(latin))
  }

  // MARK: - Properties

  @Test func `every scalar folds to what folds to itself`() {
    for value: UInt32 in 0..<0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = fold(String(Character(scalar)))
      #expect(fold(once) == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: Seed.allCases)
  func `a folded text folds to itself`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<60 {
      let once = fold(generator.text(ofScalars: 40))
      #expect(fold(once) == once)
    }
  }

  @Test func `colloquial tables differ from the plain one only in the letters they name`() {
    for value: UInt32 in 0x41..<0x250 {
      let plain = FoldingTable.plain.entry(value)
      guard plain.isLetter else { continue }
      let bare = FoldingTable.bare.entry(value)
      #expect(bare.isLetter, "U+\(String(value, radix: 16))")
      #expect(plain.isUppercase == bare.isUppercase && plain.isCased == bare.isCased)
      #expect(plain.folded == bare.folded || (value == 0x110 || value == 0x111))
    }
  }
}
