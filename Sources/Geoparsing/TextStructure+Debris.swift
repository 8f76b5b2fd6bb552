internal import Toponymy

/// What stands in a report's text and is not told by it.
extension TextStructure {
  mutating func excludeDebris(_ lexicon: Lexicon) {
    excludeFrontMatter()
    excludeRepeatedHeadlines()
    for index in sentences.indices {
      let words = sentences[index].words
      if !lexicon.boilerplate.matches(in: text, words: words).isEmpty, words.count < 16 {
        sentences[index].exclusion = "page debris"
      }
      let teaser = lexicon.teaserEnds.matches(in: text, words: words)
      if teaser.contains(where: { $0.match.words == words }) { excludeTeaser(endingAt: index) }
      excludeTeasers(startingAt: index, lexicon)
    }
    excludeComments(lexicon)
  }

  // MARK: - Teasers

  /// A line that only says "Keep reading" ends the teaser of another article: the paragraph before it
  /// and that one's title.
  private mutating func excludeTeaser(endingAt end: Int) {
    sentences[end].exclusion = "page debris"
    guard end > 0 else { return }
    var paragraph = sentences[end - 1].paragraph
    let body = paragraph
    for index in stride(from: end - 1, through: 0, by: -1) {
      let sentence = sentences[index]
      if sentence.paragraph != paragraph {
        guard sentence.isHeading, paragraph == body, sentence.exclusion == nil else { return }
        paragraph = sentence.paragraph
      }
      guard sentence.exclusion == nil else { return }
      sentences[index].exclusion = Self.teaser
    }
  }

  /// A line that says "Read also: Floods in Peja" is a teaser; after one that only says "Related", the
  /// headlines that follow it are.
  private mutating func excludeTeasers(startingAt start: Int, _ lexicon: Lexicon) {
    let words = sentences[start].words
    guard opensParagraph(start),
      let (match, _) = lexicon.teaserStarts.longestMatch(
        in: text, at: words.lowerBound, before: words.upperBound)
    else { return }
    let last = match.words.upperBound - 1
    if match.words == words {
      sentences[start].exclusion = "page debris"
      for index in sentences.indices[(start + 1)...].prefix(Self.longestTeaserList) {
        guard sentences[index].isHeading else { return }
        sentences[index].exclusion = Self.teaser
      }
    } else if gap(after: last, holds: ":|") {
      let paragraph = sentences[start].paragraph
      for index in sentences.indices[start...].prefix(while: {
        sentences[$0].paragraph == paragraph
      }) {
        sentences[index].exclusion = Self.teaser
      }
    }
  }

  private func opensParagraph(_ index: Int) -> Bool {
    index == 0 || sentences[index - 1].paragraph != sentences[index].paragraph
  }

  private static let teaser = "the teaser of another article"
  private static let longestTeaserList = 12

  // MARK: - Front matter, repetitions, comments

  /// The lines between two lines of `---` that open a text describe it.
  private mutating func excludeFrontMatter() {
    guard bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return }
    let head = bytes.prefix(8192)
    var line = head.startIndex
    while let end = head[line...].firstIndex(of: 0x0A) {
      line = end + 1
      guard head[line...].starts(with: "---".utf8) else { continue }
      for index in sentences.indices {
        guard text.words[sentences[index].words.upperBound - 1].range.upperBound <= line else {
          return
        }
        sentences[index].exclusion = "front matter"
      }
      return
    }
  }

  /// A headline of four words or more that comes again tells nothing more.
  private mutating func excludeRepeatedHeadlines() {
    var seen: Set<[UInt64]> = []
    for index in sentences.indices
    where sentences[index].isHeading && sentences[index].words.count >= 4 {
      if !seen.insert(text.words[sentences[index].words].map(\.hash)).inserted {
        sentences[index].exclusion = "a repeated headline"
      }
    }
  }

  /// What follows a line that only says "Comments", or how many there are, is its readers', where it
  /// comes after most of the text.
  private mutating func excludeComments(_ lexicon: Lexicon) {
    let told = sentences.filter { !$0.isHeading }.map(\.words.count).reduce(0, +)
    var before = 0
    for index in sentences.indices {
      let sentence = sentences[index]
      if !sentence.isHeading { before += sentence.words.count }
      guard sentence.isHeading, before * 2 > told, isCommentsLine(sentence, lexicon) else {
        continue
      }
      for following in sentences.indices[index...] {
        sentences[following].exclusion = "readers' comments"
      }
      return
    }
  }

  private func isCommentsLine(_ sentence: Sentence, _ lexicon: Lexicon) -> Bool {
    var words = sentence.words
    if let first = words.first, text.number(text.words[first]) != nil { words.removeFirst() }
    if let last = words.last, text.number(text.words[last]) != nil { words.removeLast() }
    guard let first = words.first else { return false }
    return lexicon.commentStarts.longestMatch(in: text, at: first, before: words.upperBound)?
      .match.words == words
  }
}
