internal import Toponymy

/// The lexicons of all languages, and the one that fits a text.
public struct Lexicons: Sendable {
  private let byLanguage: [String: Lexicon]
  private let common: Lexicon

  /// Takes lexicons; the one for `und` holds in every language.
  public init(_ lexicons: [Lexicon]) {
    common = lexicons.first { $0.language == "und" } ?? Lexicon(language: "und")
    var byLanguage: [String: Lexicon] = [:]
    for var lexicon in lexicons where lexicon.language != "und" {
      lexicon.organisations.add(common.organisations)
      lexicon.countries = common.countries
      lexicon.nameWords += common.nameWords
      lexicon.compassWords += common.compassWords
      lexicon.givenNames.formUnion(common.givenNames)
      byLanguage[lexicon.language] = lexicon
    }
    self.byLanguage = byLanguage
  }

  /// The tags of the languages, in order.
  public var languages: [String] { byLanguage.keys.sorted() }

  /// The lexicons of all languages in the order of their tags.
  package var all: [Lexicon] { languages.compactMap { byLanguage[$0] } }

  /// Whether there are rules for the language of a BCP 47 tag.
  public func knows(_ language: String) -> Bool {
    byLanguage[language] != nil || byLanguage[String(language.prefix { $0 != "-" })] != nil
  }

  /// The lexicon for a BCP 47 tag; what holds in every language where there is none.
  package func lexicon(for language: String) -> Lexicon {
    byLanguage[language] ?? byLanguage[String(language.prefix { $0 != "-" })] ?? common
  }

  /// The language with most function words in a text; `und` where too few words are known.
  ///
  /// - Complexity: O(*n*) per language.
  public func language(of text: String) -> String {
    let folded = FoldedText(text)
    guard !folded.words.isEmpty else { return "und" }
    let isCyrillic =
      text.unicodeScalars.prefix(2000).filter { (0x400...0x4FF).contains($0.value) }
      .count > 50
    var best = (language: "und", count: 0, weight: 0)
    for language in languages {
      guard let lexicon = byLanguage[language] else { continue }
      let known = folded.words.filter { lexicon.functionWords.contains($0.hash) }
      // Many different words tell more than one that two languages share.
      let weight = known.count + 2 * Set(known.map(\.hash)).count
      if weight > best.weight { best = (language, known.count, weight) }
    }
    guard best.count * 20 >= folded.words.count else { return "und" }
    return best.language == "sr" ? (isCyrillic ? "sr-Cyrl" : "sr-Latn") : best.language
  }
}
