internal import Toponymy

extension Lexicons {
  /// Paragraphs of a text in another language than the text as a whole.
  package struct Passage: Sendable, Hashable {
    /// Their language's BCP 47 tag.
    package let language: String
    /// Their bytes, in order.
    package var ranges: [Range<Int>]
  }

  /// The passages of a text in other languages than its own, in the order of their tags.
  ///
  /// A paragraph is in another language only where its own small words say so plainly: a dozen words, an
  /// eighth of them known there, and twice what speaks for the language of the text, so that a name or a
  /// quotation changes nothing and neighbouring languages are not confused.
  ///
  /// - Complexity: O(*n*) in the words.
  package func passages(in structure: TextStructure, besides language: String) -> [Passage] {
    let own = languages.firstIndex(of: Self.base(language))
    var passages: [String: [Range<Int>]] = [:]
    var first = 0
    for index in structure.sentences.indices {
      let isLast =
        index + 1 == structure.sentences.count
        || structure.sentences[index + 1].paragraph != structure.sentences[index].paragraph
      guard isLast else { continue }
      let words =
        structure.sentences[first].words.lowerBound..<structure.sentences[index].words.upperBound
      first = index + 1
      guard words.count >= Self.shortestPassage else { continue }
      let (known, weights) = weights(of: structure.text.words[words])
      guard let best = weights.indices.max(by: { (weights[$0], $1) < (weights[$1], $0) }),
        best != own, known[best] * 8 >= words.count,
        weights[best] > 2 * (own.map { weights[$0] } ?? 0) + Self.leastLead
      else { continue }
      passages[languages[best], default: []].append(structure.byteRange(words))
    }
    return passages.keys.sorted().map { Passage(language: $0, ranges: passages[$0] ?? []) }
  }

  private static let shortestPassage = 12
  private static let leastLead = 6

  private static func base(_ language: String) -> String { String(language.prefix { $0 != "-" }) }
}
