/// The names that begin at a word of a text: recognition looks for the longest.
extension Gazetteer {
  /// What a name found in a text stands for.
  package struct NamedPlace: Hashable, Sendable {
    /// The place's number in ``Gazetteer/places``.
    package let place: Int
    /// The name as the gazetteer spells it.
    package let name: Toponym
    /// Whether it names the inhabitants rather than the place.
    package let isDemonym: Bool
    /// Whether it is a colloquial spelling of ``name``.
    package let isColloquial: Bool
  }

  /// A word as it may be compared: folded, and as it stands or in a basic form.
  package struct Spelling: Hashable, Sendable {
    /// The folded bytes.
    package let bytes: [UInt8]
    /// Their hash.
    package let hash: UInt64
    /// Whether an ending of inflection was taken off.
    package let isInflected: Bool

    /// Makes a spelling from folded bytes.
    package init(_ bytes: [UInt8], isInflected: Bool) {
      self.bytes = bytes
      self.isInflected = isInflected
      hash = WordHash.of(bytes)
    }
  }

  /// A name found in a text.
  package struct NameMatch: Sendable {
    /// The number of words.
    package let wordCount: Int
    /// The places it may stand for.
    package let places: [NamedPlace]
    /// Whether a word had to be brought into its basic form.
    package let isInflected: Bool
  }

  /// All names that begin with the first of some words, the longest first.
  ///
  /// - Parameter spellings: The spellings of the words that follow, asked for one by one: `nil` ends
  ///   the text.
  /// - Returns: Every name that ends after one of the words; empty where none does.
  package func names(spellings: (_ word: Int) -> [Spelling]?) -> [NameMatch] {
    var found: [NameMatch] = []
    var paths: [(hash: UInt64, key: [UInt8], isInflected: Bool)] = []
    var word = 0
    while let next = spellings(word) {
      var extended: [(hash: UInt64, key: [UInt8], isInflected: Bool)] = []
      for spelling in next {
        if word == 0 {
          extended.append((spelling.hash, spelling.bytes, spelling.isInflected))
          continue
        }
        for path in paths {
          extended.append(
            (
              WordHash.joining(path.hash, spelling.hash),
              path.key + [UInt8(ascii: " ")] + spelling.bytes,
              path.isInflected || spelling.isInflected
            ))
        }
      }
      paths = extended.filter { index.hasBeginning($0.hash) }
      guard !paths.isEmpty else { break }
      word += 1
      // The words as they stand come before any basic form of them.
      for isInflected in [true, false] {
        let entries = paths.filter { $0.isInflected == isInflected }
          .flatMap { index.entries(for: $0.key, hash: $0.hash) }
        guard !entries.isEmpty else { continue }
        found.append(
          NameMatch(wordCount: word, places: entries.map(namedPlace), isInflected: isInflected))
      }
    }
    return found.reversed()
  }

  func namedPlace(_ entry: NameIndex.Entry) -> NamedPlace {
    let place = places[Int(entry.place)]
    let name =
      switch (entry.form, entry.toponym) {
      case (.demonym, let number): place.demonyms[Int(number)]
      case (_, -1): Toponym(place.name, language: "und")
      case (_, let number): place.names[Int(number)]
      }
    return NamedPlace(
      place: Int(entry.place), name: name, isDemonym: entry.form == .demonym,
      isColloquial: entry.form == .colloquial)
  }
}
