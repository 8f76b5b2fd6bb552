package import Toponymy

/// Reads the country out of an adjective of a people: "russischen" of "russischen Truppen".
///
/// Mentions are names, and in many languages such adjectives are written small; beside a word for forces
/// or for an attack they still say whose it is.
package struct LandReader: Sendable {
  private let gazetteer: Gazetteer
  private let text: FoldedText

  /// Makes a reader for a text.
  package init(gazetteer: Gazetteer, text: FoldedText) {
    self.gazetteer = gazetteer
    self.text = text
  }

  /// The name of the country whose people, or things, a word names; `nil` where it does not, or names
  /// those of several.
  ///
  /// - Complexity: one look-up.
  package func land(at word: Int) -> String? {
    guard text.words.indices.contains(word) else { return nil }
    let spelling = Gazetteer.Spelling(
      Array(text.folded(text.words[word])), isInflected: false)
    let match = gazetteer.names { $0 == 0 ? [spelling] : nil }.first
    guard let match, !match.places.isEmpty, match.places.allSatisfy(\.isDemonym) else {
      return nil
    }
    let countries = match.places.map { gazetteer.places[$0.place] }.filter {
      $0.kind == .country
    }
    guard let first = countries.first, countries.allSatisfy({ $0.id == first.id }) else {
      return nil
    }
    return first.name
  }
}
