internal import Toponymy

/// The forms under which a word of a name may stand in the gazetteer: without the endings of
/// inflection, `Saint` for `St`, `Severna` for `North`.
///
/// This is the one place where such forms are made, for names in texts and for those that people type.
/// What the forms are stands in the lexicons. A form as written always comes before any other.
struct NameVariants: Sendable {
  /// Which forms are wanted besides the word itself.
  struct Kinds: OptionSet {
    let rawValue: Int
    /// Words that stand for one another: `St` and `Saint`.
    static let words = Kinds(rawValue: 1)
    /// Words for one direction in several languages.
    static let compass = Kinds(rawValue: 2)
    /// The basic forms of an inflected one.
    static let inflected = Kinds(rawValue: 4)
    /// The same by endings that only names given alone are tried without.
    static let typed = Kinds(rawValue: 8)
    /// The whole that a compound names a part of: `Syrien` of `Nordsyrien`.
    static let compound = Kinds(rawValue: 16)
  }

  /// What a language says of the forms of names.
  struct Rules: Sendable {
    var endings: [Lexicon.NameEnding]
    var typedEndings: [Lexicon.NameEnding]
    var prefixes: [Lexicon.CompassPrefix]
    var nameWords: [Lexicon.EqualWords]
    var compassWords: [Lexicon.EqualWords]
  }

  /// A word longer than this, in bytes, is no inflected form of a name.
  static let longestWord = 64

  private struct Group {
    let kind: Kinds
    let meaning: String
    /// The forms of one word.
    let words: [[UInt8]]
  }

  private var endings: [Lexicon.NameEnding] = []
  private var typedEndings: [Lexicon.NameEnding] = []
  private var prefixes: [Lexicon.CompassPrefix] = []
  private var groups: [Group] = []
  private var groupOfWord = HashedValues<Int>()
  /// The directions with all their forms, those of several words too.
  private(set) var compass: [Lexicon.EqualWords] = []

  /// Takes the rules of some languages together.
  init(_ rules: [Rules]) {
    endings = Self.unique(rules.flatMap(\.endings))
    typedEndings = Self.unique(rules.flatMap(\.typedEndings))
    prefixes = rules.flatMap(\.prefixes)
    // Each language brings those that hold in all along.
    for rules in rules {
      for group in rules.nameWords { add(group, .words) }
      for group in rules.compassWords where !compass.contains(group) {
        compass.append(group)
        add(group, .compass)
      }
    }
  }

  private static func unique(_ endings: [Lexicon.NameEnding]) -> [Lexicon.NameEnding] {
    var known: Set<Lexicon.NameEnding> = []
    return endings.filter { known.insert($0).inserted }
  }

  private mutating func add(_ group: Lexicon.EqualWords, _ kind: Kinds) {
    let words = group.forms.filter { $0.count == 1 }.map { $0[0] }
    for hash in words.map(WordHash.of) where !groupOfWord.contains(hash) {
      groupOfWord.set(groups.count, for: hash)
    }
    groups.append(Group(kind: kind, meaning: group.meaning, words: words))
  }

  /// The forms of a word other than itself, each once, in the lexicons' order.
  ///
  /// - Complexity: O(*n*) in the endings of the lexicons.
  func forms(of word: [UInt8], _ kinds: Kinds) -> [[UInt8]] {
    guard !kinds.isEmpty, word.count <= Self.longestWord else { return [] }
    var forms: [[UInt8]] = []
    if let group = group(of: word), kinds.contains(group.kind) {
      forms += group.words.filter { $0 != word }
    }
    appendBasicForms(of: word, kinds, to: &forms)
    if kinds.contains(.compound), let (rest, _) = part(in: word) {
      forms.append(rest)
      appendBasicForms(of: rest, kinds, to: &forms)
    }
    return forms
  }

  private func appendBasicForms(of word: [UInt8], _ kinds: Kinds, to forms: inout [[UInt8]]) {
    if kinds.contains(.inflected) { appendBasicForms(of: word, without: endings, to: &forms) }
    if kinds.contains(.typed) { appendBasicForms(of: word, without: typedEndings, to: &forms) }
  }

  private func appendBasicForms(
    of word: [UInt8], without endings: [Lexicon.NameEnding], to forms: inout [[UInt8]]
  ) {
    for ending in endings where word.count > ending.ending.count + 2 {
      guard word.suffix(ending.ending.count).elementsEqual(ending.ending) else { continue }
      let basic = Array(word.dropLast(ending.ending.count) + ending.replacement)
      if basic != word, !forms.contains(basic) { forms.append(basic) }
    }
  }

  /// What "Nordsyrien" names, and the part of it that is meant; `nil` where a word is no such compound.
  func part(in word: [UInt8]) -> (whole: [UInt8], relation: VagueRelation)? {
    guard
      let found = prefixes.first(where: {
        word.count >= $0.prefix.count + 4 && word.starts(with: $0.prefix)
      })
    else { return nil }
    return (Array(word.dropFirst(found.prefix.count)), found.relation)
  }

  /// The word as it stands and its other forms, as the gazetteer looks them up.
  func spellings(of word: [UInt8], _ kinds: Kinds) -> [Gazetteer.Spelling] {
    [Gazetteer.Spelling(word, isInflected: false)]
      + forms(of: word, kinds).map { Gazetteer.Spelling($0, isInflected: true) }
  }

  /// What a word and those that stand for it mean; `nil` where none does.
  func meaning(of word: [UInt8]) -> String? { group(of: word)?.meaning }

  /// Whether a word of a text is one of several that stand for one another.
  func hasMeaning(_ word: FoldedText.Word) -> Bool { groupOfWord.contains(word.hash) }

  private func group(of word: [UInt8]) -> Group? {
    groupOfWord[WordHash.of(word)].map { groups[$0] }
  }
}
