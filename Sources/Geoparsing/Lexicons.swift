package import Toponymy

/// The lexicons of all languages, and the one that fits a text.
public struct Lexicons: Sendable {
  private let byLanguage: [String: Lexicon]
  private let common: Lexicon
  /// The tags of the languages, in order.
  public let languages: [String]
  /// The languages of which a word is a function word, as bits in their order.
  private let functionWords: HashedValues<UInt64>

  /// Takes lexicons; the one for `und` holds in every language.
  public init(_ lexicons: [Lexicon]) {
    common = lexicons.first { $0.language == "und" } ?? .empty
    var byLanguage: [String: Lexicon] = [:]
    for lexicon in lexicons where lexicon.language != "und" {
      byLanguage[lexicon.language] =
        lexicon.common === common ? lexicon : Lexicon(lexicon, common: common)
    }
    self.byLanguage = byLanguage
    languages = byLanguage.keys.sorted()
    precondition(languages.count <= 64, "there are at most 64 languages")
    var functionWords = HashedValues<UInt64>()
    for (bit, language) in languages.enumerated() {
      for hash in byLanguage[language]?.functionWords.hashes ?? [] {
        functionWords.set((functionWords[hash] ?? 0) | 1 << UInt64(bit), for: hash)
      }
    }
    self.functionWords = functionWords
  }

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
  /// - Complexity: O(*n*).
  public func language(of text: String) -> String {
    let bytes = Array(text.utf8)
    return language(of: FoldedText(bytes), bytes: bytes)
  }

  /// The same for a text that is cut already.
  package func language(of text: FoldedText, bytes: [UInt8]) -> String {
    guard !text.words.isEmpty else { return "und" }
    let (known, weights) = weights(of: text.words[...])
    guard let best = weights.indices.max(by: { (weights[$0], $1) < (weights[$1], $0) }),
      weights[best] > 0, known[best] * 20 >= text.words.count
    else { return "und" }
    guard languages[best] == "sr" else { return languages[best] }
    return Self.isCyrillic(bytes) ? "sr-Cyrl" : "sr-Latn"
  }

  /// For each language, how many of some words it knows, and how much that speaks for it.
  func weights(of words: ArraySlice<FoldedText.Word>) -> (known: [Int], weights: [Int]) {
    var known = Array(repeating: 0, count: languages.count)
    var different = known
    var seen = HashSet()
    for word in words {
      guard var bits = functionWords[word.hash] else { continue }
      let isNew = !seen.contains(word.hash)
      if isNew { seen.insert(word.hash) }
      while bits != 0 {
        known[bits.trailingZeroBitCount] += 1
        if isNew { different[bits.trailingZeroBitCount] += 1 }
        bits &= bits - 1
      }
    }
    // Many different words tell more than one that two languages share.
    return (known, languages.indices.map { known[$0] + 2 * different[$0] })
  }

  /// Whether more than a few letters at the beginning of a text are Cyrillic.
  private static func isCyrillic(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(8000), as: UTF8.self).unicodeScalars.prefix(2000)
      .count { (0x400...0x4FF).contains($0.value) } > 50
  }
}
