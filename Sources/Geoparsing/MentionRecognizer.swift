internal import IncidentModel
internal import Toponymy

/// A name found in a text before its role and its place are known.
struct RecognizedName {
  var words: Range<Int>
  var surface: String
  var named: [Gazetteer.NamedPlace]
  var isInflected: Bool
  /// Whether a letter had to be changed to find the name.
  var isMisspelt = false
  /// Why the words are no place's name, where they are not.
  var dropReason: String?
  /// What the name is without a word for a kind of place at its end.
  var shorter: Shorter?
  /// The places that it may stand for before any context is known, best first; none where the name is
  /// no place's.
  var candidates: [Candidate] = []

  /// A shorter name at the beginning of a longer one.
  struct Shorter {
    let surface: String
    let named: [Gazetteer.NamedPlace]
  }

  /// Whether a person says which place it stands for.
  var isPinned: Bool { named.contains { $0.pin != nil } }

  /// Whether the words only ever name inhabitants, or an adjective.
  var isDemonym: Bool { named.allSatisfy(\.isDemonym) }
}

/// Finds every name of the gazetteer in a text, the longest first, and drops those that are no names
/// here: ordinary words, parts of people's names, months.
struct MentionRecognizer {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let structure: TextStructure
  private let variants: NameVariants

  init(gazetteer: Gazetteer, lexicon: Lexicon, structure: TextStructure) {
    self.gazetteer = gazetteer
    self.lexicon = lexicon
    self.structure = structure
    variants = lexicon.nameVariants
  }

  var text: FoldedText { structure.text }

  /// The names in the order of the text, none overlapping.
  func names() -> [RecognizedName] {
    var found: [RecognizedName] = []
    for sentence in structure.sentences {
      var word = sentence.words.lowerBound
      while word < sentence.words.upperBound {
        guard let name = name(at: word, in: sentence) ?? misspeltName(at: word, in: sentence),
          !isArticle(word, of: name, in: sentence)
        else {
          word += 1
          continue
        }
        found.append(name)
        word = name.words.upperBound
      }
    }
    OrdinaryWords(gazetteer: gazetteer, lexicon: lexicon, structure: structure).drop(&found)
    PersonNames(gazetteer: gazetteer, lexicon: lexicon, structure: structure).drop(&found)
    rank(&found)
    return found
  }

  /// Gives each name its candidates; a report that names a place often has it ranked once.
  private func rank(_ names: inout [RecognizedName]) {
    var ranked: [String: Int] = [:]
    for index in names.indices where names[index].dropReason == nil {
      let name = names[index]
      if let same = ranked[name.surface], names[same].isInflected == name.isInflected,
        names[same].named == name.named
      {
        names[index].candidates = names[same].candidates
        continue
      }
      ranked[name.surface] = index
      let isDemonym = name.isDemonym
      names[index].candidates = gazetteer.candidates(
        name.named.filter { $0.isDemonym == isDemonym }, surface: name.surface,
        isInflected: name.isInflected)
    }
  }

  /// Whether a name's first word is only an article before a name that reaches as far: "the Hague"
  /// keeps it, "the Fort" of "the Fort Worth church" does not.
  private func isArticle(
    _ word: Int, of name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> Bool {
    guard name.words.count > 1, lexicon.functionWords.contains(text.words[word].hash),
      !text.words[word].isCapitalized
    else { return false }
    if name.words.dropFirst().allSatisfy({ text.words[$0].range.count < 2 }) { return true }
    guard let next = self.name(at: word + 1, in: sentence) else { return false }
    return next.words.upperBound > name.words.upperBound
  }

  private func name(at start: Int, in sentence: TextStructure.Sentence) -> RecognizedName? {
    guard var name = knownName(at: start, in: sentence) else { return nil }
    // What a person decided about a name stands.
    guard name.dropReason == nil, !name.isPinned else { return name }
    name.dropReason = dropReason(name, in: sentence)
    return name
  }

  /// The longest name that begins at a word, whatever speaks against it.
  func knownName(
    at start: Int, in sentence: TextStructure.Sentence
  ) -> RecognizedName? {
    guard let first = beginnings(at: start, in: sentence) else { return nil }
    let matches = gazetteer.names { offset in
      let word = start + offset
      guard word < sentence.words.upperBound else { return nil }
      if offset > 0, breaksName(after: word - 1) { return nil }
      return offset == 0 ? first : spellings(of: word, isFirst: false)
    }
    for (rank, match) in matches.enumerated() {
      let words = start..<start + match.wordCount
      guard isWrittenAsName(words),
        !match.isInflected || !isOnlyPart(words) && !isPatron(words, in: sentence)
      else { continue }
      let surface = structure.quote(words)
      if let ban = match.ban {
        return RecognizedName(
          words: words, surface: surface, named: [], isInflected: false, dropReason: ban)
      }
      let named = match.places.filter { $0.pin != nil || fitsAcronym($0.name.text, surface) }
      guard !named.isEmpty, !isDivisionCode(named, words, surface, in: sentence) else { continue }
      var name = RecognizedName(
        words: words, surface: surface, named: named, isInflected: match.isInflected)
      name.shorter = shorter(than: words, among: matches.dropFirst(rank + 1))
      return name
    }
    return nil
  }

  /// A name of several words with one letter wrong after its first word, where a word for where says
  /// that a place is meant: "at the entrance of Bosnjacka masala".
  private func misspeltName(
    at start: Int, in sentence: TextStructure.Sentence
  ) -> RecognizedName? {
    guard text.words[start].isCapitalized, start > sentence.words.lowerBound,
      !sentence.isTitleCase,
      lexicon.beforeLocation.match(
        endingBefore: start, in: text, reaching: 3, notBefore: sentence.words.lowerBound) != nil
    else { return nil }
    var changed: Int?
    let matches = gazetteer.names { offset in
      let word = start + offset
      guard word < sentence.words.upperBound, changed == nil else { return nil }
      if offset > 0, breaksName(after: word - 1) { return nil }
      let folded = Array(text.folded(text.words[word]))
      let exact = Gazetteer.Spelling(folded, isInflected: false)
      guard offset > 0,
        (Misspelling.shortestWord...Misspelling.longestWord).contains(folded.count),
        lexicon.isUnknown(word, in: text)
      else { return [exact] }
      changed = word
      return [exact]
        + Misspelling.variants(of: folded).map { Gazetteer.Spelling($0, isInflected: true) }
    }
    guard let changed, let match = matches.first(where: \.isInflected),
      start + match.wordCount == changed + 1
    else { return nil }
    let words = start..<start + match.wordCount
    var name = RecognizedName(
      words: words, surface: structure.quote(words),
      named: match.places.filter { !$0.isDemonym }, isInflected: true)
    guard !name.named.isEmpty else { return nil }
    name.isMisspelt = true
    name.dropReason = dropReason(name, in: sentence)
    return name
  }

  /// The name within a longer one that only adds a word for a kind of place: "Dublin City" is a long
  /// form of one Dublin's name, and the other Dublins have cities too.
  private func shorter(
    than words: Range<Int>, among matches: ArraySlice<Gazetteer.NameMatch>
  ) -> RecognizedName.Shorter? {
    for match in matches where match.wordCount < words.count {
      let rest = words.lowerBound + match.wordCount..<words.upperBound
      let noun = lexicon.placeNounsAfter.longestMatch(
        in: text, at: rest.lowerBound, before: rest.upperBound)
      let named = match.places.filter { !$0.isDemonym }
      guard let noun, noun.match.words == rest, noun.value.isSettlement, !named.isEmpty
      else { continue }
      return RecognizedName.Shorter(
        surface: structure.quote(words.lowerBound..<rest.lowerBound), named: named)
    }
    return nil
  }

  /// Whether the words are the code of a first-level division without a place before that it holds:
  /// "OH" is Ohio after "Dublin,", and nothing in "OK, come".
  private func isDivisionCode(
    _ named: [Gazetteer.NamedPlace], _ words: Range<Int>, _ surface: String,
    in sentence: TextStructure.Sentence
  ) -> Bool {
    guard surface.utf8.count == 2, text.words[words.lowerBound].isAllCaps,
      named.allSatisfy({ gazetteer.places[$0.place].kind == .admin1 })
    else { return false }
    return words.lowerBound == sentence.words.lowerBound
      || !structure.gap(after: words.lowerBound - 1, holds: ",")
      || !text.words[words.lowerBound - 1].isCapitalized
  }

  /// The forms of a word that a name may begin with; `nil` where surely none does, as for most words.
  private func beginnings(
    at start: Int, in sentence: TextStructure.Sentence
  ) -> [Gazetteer.Spelling]? {
    let word = text.words[start]
    if !word.isCapitalized, word.hasCase {
      // Only the last word of a name can make up for a first one in small letters.
      guard start + 1 < sentence.words.upperBound, gazetteer.mayBegin(word.hash),
        gazetteer.mayGoOn(after: word.hash), !breaksName(after: start)
      else { return nil }
    }
    let spellings = spellings(of: start, isFirst: true)
    for spelling in spellings where gazetteer.mayBegin(spelling.hash) { return spellings }
    return nil
  }

  /// The forms under which a word may stand in the gazetteer: as it is, then without its endings.
  ///
  /// Of a name's later words those in small letters have endings too: "в Донецкой области".
  private func spellings(of word: Int, isFirst: Bool) -> [Gazetteer.Spelling] {
    let folded = Array(text.folded(text.words[word]))
    if text.words[word].isCapitalized {
      return variants.spellings(of: folded, [.words, .compass, .inflected, .compound])
    }
    return variants.spellings(of: folded, isFirst ? [] : [.inflected])
  }

  /// Whether what stands between two words cannot stand inside a name.
  private func breaksName(after word: Int) -> Bool {
    if structure.gap(after: word, holds: ",;:!?()[]\"|/»\t") { return true }
    return structure.gap(after: word, holds: ".") && text.words[word].range.count > 2
      && !variants.hasMeaning(text.words[word])
  }

  /// Whether a word that others stand for, such as St or North, stands alone: then it is no name of
  /// theirs.
  private func isOnlyPart(_ words: Range<Int>) -> Bool {
    guard words.count == 1, let word = words.first else { return false }
    return variants.hasMeaning(text.words[word])
  }

  /// Whether a name found by another word for saint is that of a day, a church or a hospital, as in
  /// "Saint Patrick’s Day".
  private func isPatron(_ words: Range<Int>, in sentence: TextStructure.Sentence) -> Bool {
    let next = words.upperBound
    guard
      words.contains(where: { variants.hasMeaning(text.words[$0]) }),
      next < sentence.words.upperBound, !breaksName(after: next - 1)
    else { return false }
    return text.words[next].range.count == 1
      || (next..<min(next + 2, sentence.words.upperBound)).contains {
        lexicon.sites.longestMatch(in: text, at: $0, before: sentence.words.upperBound) != nil
      }
  }

  /// A name begins with a capital letter, or, where it is longer or begins with an article, has one in
  /// its last word.
  private func isWrittenAsName(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let head = text.words[first]
    if words.count > 1, head.hasCase, lexicon.functionWords.contains(head.hash) {
      return text.words[last].isCapitalized
    }
    return !head.hasCase || head.isCapitalized
      || (words.count > 1 && text.words[last].isCapitalized)
  }

  /// Acronyms of up to three letters are names in capitals only, and short names no acronyms.
  private func fitsAcronym(_ name: String, _ surface: String) -> Bool {
    var count = 0
    for byte in surface.utf8 where (byte | 0x20) &- 0x61 < 26 { count += 1 }
    if count > 3 { return true }
    let letters = surface.filter(\.isLetter)
    guard letters.count <= 3 else { return true }
    let isAcronym = name.filter(\.isLetter).allSatisfy(\.isUppercase)
    return isAcronym == letters.allSatisfy(\.isUppercase)
  }
}
