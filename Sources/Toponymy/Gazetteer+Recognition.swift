/// The names that begin at a word of a text: recognition looks for the longest.
extension Gazetteer {
  /// What a name found in a text stands for.
  package struct NamedPlace: Hashable, Sendable {
    /// The place's number, to be asked of ``Gazetteer/places``.
    package let place: PlaceNumber
    /// The name as the gazetteer spells it.
    package let name: Toponym
    /// Whether it names the inhabitants rather than the place.
    package let isDemonym: Bool
    /// Whether it is a colloquial spelling of ``name``.
    package let isColloquial: Bool
    /// Why a person says that the name stands for this place, where one does.
    package var pin: String?
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
    /// Why a person says that the name is no place's, where one does; then ``places`` is empty.
    package var ban: String?
  }

  /// Whether a name may begin with a word of this hash: `false` is certain, and cheap to learn.
  package func mayBegin(_ hash: UInt64) -> Bool {
    for index in indexes where index.mayBegin(hash) { return true }
    return decisions.mayBegin(hash)
  }

  /// Whether a longer name may begin with a word of this hash: `false` is certain.
  package func mayGoOn(after hash: UInt64) -> Bool {
    for index in indexes where index.name(hash, isKey: { _ in false }).hasContinuation {
      return true
    }
    return decisions.mayBegin(hash)
  }

  /// All names that begin with the first of some words, the longest first.
  ///
  /// - Parameter spellings: The spellings of the words that follow, asked for one by one: `nil` ends
  ///   the text.
  /// - Returns: Every name that ends after one of the words; empty where none does.
  package func names(spellings: (_ word: Int) -> [Spelling]?) -> [NameMatch] {
    var found: [NameMatch] = []
    var paths: [Path] = []
    var word = 0
    while let next = spellings(word) {
      var extended: [Path] = []
      for spelling in next {
        if word > 0 {
          for path in paths { extended.append(path.extended(by: spelling)) }
        } else if mayBegin(spelling.hash) {
          extended.append(Path(beginning: spelling))
        }
      }
      word += 1
      paths = []
      var (exact, inflected): ([NamedPlace], [NamedPlace]) = ([], [])
      var isExact = false
      var decided: (pin: NamedPlace?, ban: String?)?
      for path in extended {
        var goesOn = decisions.mayBegin(path.hash)
        for (layer, index) in indexes.enumerated() {
          let (record, hasContinuation) = index.name(path.hash, key: path.key)
          if hasContinuation { goesOn = true }
          guard let record else { continue }
          let places = known.names(at: record, of: layer) {
            index.entries(at: record).compactMap { namedPlace($0, layer: layer) }
          }
          if path.isInflected {
            inflected += places
          } else {
            isExact = true
            exact += places
          }
        }
        if goesOn { paths.append(path) }
        guard let decision = decisions.decision(on: path.key) else { continue }
        // The words as they stand come first, so a decision on a basic form of them counts only where
        // they are no name themselves.
        guard decided == nil, !path.isInflected || !isExact else { continue }
        if let pinned = pinned(decision) {
          decided = (pinned, nil)
        } else if decision.verdict == .ban {
          decided = (nil, decision.reason)
        }
      }
      if let decided {
        found.append(
          NameMatch(
            wordCount: word, places: decided.pin.map { [$0] } ?? [], isInflected: false,
            ban: decided.ban))
        (exact, inflected) = ([], [])
      }
      // The words as they stand come before any basic form of them; the result is reversed below.
      if !inflected.isEmpty {
        found.append(NameMatch(wordCount: word, places: inflected, isInflected: true))
      }
      if !exact.isEmpty {
        found.append(NameMatch(wordCount: word, places: exact, isInflected: false))
      }
      if paths.isEmpty { break }
    }
    return found.reversed()
  }

  /// Some words of a text, spelled in one way.
  private struct Path {
    var hash: UInt64
    var key: [UInt8]
    var isInflected: Bool

    init(beginning: Spelling) {
      hash = beginning.hash
      key = beginning.bytes
      isInflected = beginning.isInflected
    }

    func extended(by next: Spelling) -> Path {
      var path = self
      path.hash = WordHash.joining(hash, next.hash)
      path.key.append(UInt8(ascii: " "))
      path.key.append(contentsOf: next.bytes)
      path.isInflected = isInflected || next.isInflected
      return path
    }
  }

  /// What a name stands for by a person's decision; `nil` where that is none, or an unknown place.
  private func pinned(_ decision: NameDecision) -> NamedPlace? {
    guard case .pin(let id) = decision.verdict, let number = number(of: id) else { return nil }
    return NamedPlace(
      place: number, name: Toponym(decision.name, language: "und"), isDemonym: false,
      isColloquial: false, pin: decision.reason)
  }

  /// What an entry of an index stands for; `nil` where an earlier index has the place.
  func namedPlace(_ entry: NameRecord.Entry, layer: Int) -> NamedPlace? {
    let number = PlaceNumber(layer: layer, number: entry.place)
    guard let place = place(number) else { return nil }
    let toponyms = entry.form == .demonym ? place.demonyms : place.names
    guard entry.toponym < toponyms.count, entry.form != .demonym || entry.toponym >= 0 else {
      return nil
    }
    let name =
      entry.toponym < 0 ? Toponym(place.name, language: "und") : toponyms[entry.toponym]
    return NamedPlace(
      place: number, name: name, isDemonym: entry.form == .demonym,
      isColloquial: entry.form == .colloquial)
  }
}
