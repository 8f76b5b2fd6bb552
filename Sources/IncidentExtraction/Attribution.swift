internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Who says what a sentence tells.
struct Attribution: Hashable {
  /// The words that name the source.
  var words: Range<Int>
  /// The source as the text names it.
  var source: String
}

/// Finds who says what a sentence tells: "according to the ministry", "police said", "saopštila je
/// policija", "polise göre".
///
/// The source is kept as the text names it, a name or a short noun with what belongs to it. A sentence
/// of direct speech without one of its own goes on with that of the sentence before.
struct AttributionReader {
  let structure: TextStructure
  let lexicon: Lexicon
  /// Whether common nouns are written with capitals, so that these do not tell names.
  private let capitalizesNouns: Bool

  init(structure: TextStructure, lexicon: Lexicon) {
    self.structure = structure
    self.lexicon = lexicon
    let inside = structure.sentences.filter { !$0.isHeading && !$0.isTitleCase }
      .flatMap { $0.words.dropFirst() }
    let capitals = inside.count { structure.text.words[$0].isCapitalized }
    capitalizesNouns = capitals * 4 > inside.count
  }

  private var text: FoldedText { structure.text }

  /// The sources of every sentence of a report, in the order of the text.
  func attributions() -> [[Attribution]] {
    var all: [[Attribution]] = []
    for (index, sentence) in structure.sentences.enumerated() {
      var own = attributions(in: sentence.words)
      if own.isEmpty, index > 0, let last = all[index - 1].last,
        structure.sentences[index - 1].paragraph >= sentence.paragraph - 1,
        beginsWithQuote(sentence.words)
      {
        own = [last]
      }
      all.append(own)
    }
    return all
  }

  // MARK: - In a sentence

  private func attributions(in sentence: Range<Int>) -> [Attribution] {
    var found: [Attribution] = []
    func add(_ words: Range<Int>?) {
      guard let words, !found.contains(where: { $0.words.overlaps(words) }) else { return }
      found.append(Attribution(words: words, source: structure.quote(words)))
    }
    for (match, _) in lexicon.sourcesBefore.matches(in: text, words: sentence) {
      add(phrase(from: match.words.upperBound, in: sentence))
    }
    for (match, _) in lexicon.sourcesAfter.matches(in: text, words: sentence) {
      add(phrase(endingBefore: match.words.lowerBound, in: sentence))
    }
    let last = lexicon.sayingLast.matches(in: text, words: sentence)
    for (match, _) in last {
      add(
        opening(of: sentence, before: match.words)
          ?? phrase(endingBefore: match.words.lowerBound, in: sentence))
    }
    let verbs =
      lexicon.saying.matches(in: text, words: sentence).map(\.match.words)
      + lexicon.speech.matches(in: text, words: sentence).map(\.match.words)
    for verb in verbs.sorted(by: { $0.lowerBound < $1.lowerBound })
    where !last.contains(where: { $0.match.words.overlaps(verb) }) {
      add(
        phrase(endingBefore: verb.lowerBound, in: sentence)
          ?? phrase(from: verb.upperBound, in: sentence))
    }
    return found
  }

  private static let longest = 8

  /// The noun that begins after a word, small words passed over: "the Ministry of Defence".
  private func phrase(from start: Int, in sentence: Range<Int>) -> Range<Int>? {
    var end = start
    while end < sentence.upperBound, end - start < Self.longest,
      end == start || !endsPhrase(after: end - 1), end == start || !isVerb(end)
    { end += 1 }
    if start > sentence.lowerBound, endsPhrase(after: start - 1) { return nil }
    return trimmed(start..<end, keepsStart: true)
  }

  /// The noun that ends before a word.
  private func phrase(endingBefore end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = end
    while start > sentence.lowerBound, end - start < Self.longest,
      !endsPhrase(after: start - 1)
    { start -= 1 }
    return trimmed(start..<end, keepsStart: false)
  }

  /// "Bakan, …, açıkladı": the words up to the sentence's first comma, where the verb ends it.
  private func opening(of sentence: Range<Int>, before verb: Range<Int>) -> Range<Int>? {
    guard verb.upperBound == sentence.upperBound,
      let comma = (sentence.lowerBound..<verb.lowerBound).first(where: {
        structure.gap(after: $0, holds: ",")
      }), comma - sentence.lowerBound < Self.longest
    else { return nil }
    return trimmed(sentence.lowerBound..<comma + 1, keepsStart: true)
  }

  /// Leaves the head with what belongs to it: from the first, or the last, word that can name a source,
  /// over capitalised words, other such words and small words between them.
  private func trimmed(_ words: Range<Int>, keepsStart: Bool) -> Range<Int>? {
    let heads = words.filter(isHead)
    guard let first = heads.first, let last = heads.last else { return nil }
    var (lower, upper) = keepsStart ? (first, first) : (last, last)
    if keepsStart {
      guard first - words.lowerBound <= 3 else { return nil }
      lower = leftmost(of: lower, notBefore: words.lowerBound)
    } else {
      guard words.upperBound - last <= 4 else { return nil }
    }
    while let next = heads.first(where: { $0 > upper && $0 - upper <= 3 }),
      (upper + 1..<next).allSatisfy(isSmall)
    { upper = next }
    while let next = heads.last(where: { $0 < lower && lower - $0 <= 3 }),
      (next + 1..<lower).allSatisfy(isSmall)
    { lower = next }
    lower = leftmost(of: lower, notBefore: words.lowerBound)
    if keepsStart {
      upper = extended(upper, before: words.upperBound)
    } else if !(upper + 1..<words.upperBound).contains(where: {
      isSmall($0) || isDate($0) || isVerb($0)
    }) {
      upper = words.upperBound - 1
    }
    return lower..<upper + 1
  }

  /// Adjectives before a head: "local officials".
  private func leftmost(of head: Int, notBefore bound: Int) -> Int {
    var start = head
    while start > bound, head - start < 4, !isVerb(start - 1), !isDate(start - 1) {
      // The "s" of "the city's".
      let isPossessive = text.words[start - 1].range.count == 1 && start - 1 > bound
      if endsPhrase(after: start - 1) || isSmall(start - 1) && !isPossessive { break }
      start -= isPossessive ? 2 : 1
    }
    return start
  }

  /// The words after a head up to the end of the phrase, where that comes soon: "Ministarstvo
  /// unutrašnjih poslova".
  private func extended(_ upper: Int, before end: Int) -> Int {
    guard end < text.words.count, end - upper <= 4, endsPhrase(after: end - 1),
      !(upper + 1..<end).contains(where: { isDate($0) || isVerb($0) })
    else { return upper }
    var last = end - 1
    while last > upper, isSmall(last) { last -= 1 }
    return last
  }

  // MARK: - Words

  /// Whether a word can name a source: a noun for people, institutions or media, or a name.
  private func isHead(_ word: Int) -> Bool {
    func holds(_ table: PatternTable<Bool>) -> Bool {
      table.longestMatch(in: text, at: word, before: word + 1) != nil
    }
    if isDate(word) { return false }
    if holds(lexicon.sources) || holds(lexicon.titles) { return true }
    if let group = lexicon.groups.longestMatch(in: text, at: word, before: word + 1)?.value {
      return group != "detainees"
    }
    let isFirst =
      structure.sentence(holding: word).map {
        structure.sentences[$0].words.lowerBound == word
      } ?? false
    return !capitalizesNouns && text.words[word].isCapitalized && !isSmall(word)
      && (!isFirst || text.words[word].isAllCaps || isFollowedByVerb(word))
      && text.words[word].range.count > 1
  }

  private func isFollowedByVerb(_ word: Int) -> Bool {
    word + 1 < text.words.count && isVerb(word + 1)
  }

  private func isSmall(_ word: Int) -> Bool {
    lexicon.functionWords.contains(text.words[word].hash)
  }

  private func isDate(_ word: Int) -> Bool {
    let hash = text.words[word].hash
    return lexicon.months[hash] != nil || lexicon.weekdays[hash] != nil
      || text.number(text.words[word]) != nil
  }

  private func isVerb(_ word: Int) -> Bool {
    lexicon.saying.longestMatch(in: text, at: word, before: word + 1) != nil
      || lexicon.sayingLast.longestMatch(in: text, at: word, before: word + 1) != nil
      || lexicon.speech.longestMatch(in: text, at: word, before: word + 1) != nil
  }

  private func endsPhrase(after word: Int) -> Bool {
    guard word >= 0 else { return true }
    if structure.gap(after: word, holds: ".,;:()!?\"") { return true }
    let gap = String(decoding: structure.gap(after: word), as: UTF8.self)
    if gap.contains(where: { "“”„«»–—".contains($0) }) { return true }
    return lexicon.clauseBreaks.longestMatch(in: text, at: word, before: word + 1) != nil
  }

  private func beginsWithQuote(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first else { return false }
    let start = text.words[first].range.lowerBound
    let before = String(decoding: structure.bytes[max(0, start - 3)..<start], as: UTF8.self)
    return before.last.map { "\"“„«»‘".contains($0) } ?? false
  }
}
