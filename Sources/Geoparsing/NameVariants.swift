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
  private var groups: [Group] = []
  private var groupOfWord: [[UInt8]: Int] = [:]
  /// The directions with all their forms, those of several words too.
  private(set) var compass: [Lexicon.EqualWords] = []

  /// Takes the rules of some languages together.
  init(_ lexicons: [Lexicon]) {
    endings = Self.unique(lexicons.flatMap(\.nameEndings))
    typedEndings = Self.unique(lexicons.flatMap(\.typedNameEndings))
    // Each language brings those that hold in all along.
    for lexicon in lexicons {
      for group in lexicon.nameWords { add(group, .words) }
      for group in lexicon.compassWords where !compass.contains(group) {
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
    for word in words where groupOfWord[word] == nil { groupOfWord[word] = groups.count }
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
    let tried =
      (kinds.contains(.inflected) ? endings : []) + (kinds.contains(.typed) ? typedEndings : [])
    for ending in tried where word.count > ending.ending.count + 2 {
      guard word.suffix(ending.ending.count).elementsEqual(ending.ending) else { continue }
      let basic = word.dropLast(ending.ending.count) + ending.replacement
      if basic != word, !forms.contains(Array(basic)) { forms.append(Array(basic)) }
    }
    return forms
  }

  /// The word as it stands and its other forms, as the gazetteer looks them up.
  func spellings(of word: [UInt8], _ kinds: Kinds) -> [Gazetteer.Spelling] {
    [Gazetteer.Spelling(word, isInflected: false)]
      + forms(of: word, kinds).map { Gazetteer.Spelling($0, isInflected: true) }
  }

  /// What a word and those that stand for it mean; `nil` where none does.
  func meaning(of word: [UInt8]) -> String? { group(of: word)?.meaning }

  private func group(of word: [UInt8]) -> Group? { groupOfWord[word].map { groups[$0] } }
}
