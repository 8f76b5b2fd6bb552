internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// A number of people, as a sentence gives it.
struct Quantity {
  var count: Count
  var qualifier: String?
  /// Who they are, in the lexicon's words: `soldiers`, `protesters`.
  var population: String
  /// From the qualifier to the noun.
  var words: Range<Int>
}

/// Reads numbers of people: a number, up to four words, and a noun for people.
///
/// Strengths, percentages, votes, ages, years and distances are not numbers of people.
struct QuantityReader {
  let lexicon: Lexicon
  let structure: TextStructure
  /// The words of demonyms: people where they end a phrase, as in "10 Kosovo Serbs".
  let demonyms: Set<Int>
  /// The words of dates, which are no quantities.
  let dates: [Range<Int>]

  private static let reach = 5

  private var text: FoldedText { structure.text }

  /// The quantities of a sentence, in its order.
  func quantities(in sentence: Range<Int>) -> [Quantity] {
    let reader = NumberReader(lexicon: lexicon, structure: structure)
    var found: [Quantity] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      guard !dates.contains(where: { $0.contains(word) }),
        let number = reader.number(at: word, before: sentence.upperBound)
      else {
        word += 1
        continue
      }
      let end = word + number.wordCount
      if let quantity = quantity(
        number, at: word, until: end, in: sentence, previous: found.last?.population)
      {
        found.append(quantity)
        word = quantity.words.upperBound
      } else {
        word = end
      }
    }
    return found
  }

  /// A number without a noun that stands right before or after a word: "31 were injured".
  func bareQuantity(beside words: Range<Int>, in sentence: Range<Int>) -> Quantity? {
    let reader = NumberReader(lexicon: lexicon, structure: structure)
    let reach =
      max(
        sentence.lowerBound, words.lowerBound - 4)..<min(sentence.upperBound, words.upperBound + 2)
    for word in reach where !words.contains(word) {
      guard !dates.contains(where: { $0.contains(word) }),
        let number = reader.number(at: word, before: reach.upperBound), !number.isVague
      else { continue }
      let end = word + number.wordCount
      guard end <= words.lowerBound || word >= words.upperBound,
        !isNoCount(after: end, in: sentence),
        !(min(end, words.upperBound) - 1..<max(word, words.lowerBound)).contains(where: {
          structure.gap(after: $0, holds: ",;:()")
        })
      else { continue }
      return Quantity(
        count: number.count, qualifier: nil, population: "unknown", words: word..<end)
    }
    return nil
  }

  private func quantity(
    _ number: NumberReader.Number, at start: Int, until end: Int, in sentence: Range<Int>,
    previous: String?
  ) -> Quantity? {
    guard end < sentence.upperBound, !isNoCount(after: end, in: sentence),
      structure.gap(after: end - 1).allSatisfy({ $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 })
    else { return nil }
    let some = previous.flatMap { name in
      lexicon.ofThem.longestMatch(in: text, at: end, before: sentence.upperBound)
        .map { (population: name, end: $0.match.words.lowerBound) }
    }
    guard let (population, last) = some ?? population(from: end, in: sentence) else { return nil }
    let qualifier = (1...3).lazy.compactMap { length -> (String, Int)? in
      let first = start - length
      guard first >= sentence.lowerBound,
        let (match, value) = lexicon.qualifiers.longestMatch(in: text, at: first, before: start),
        match.words.upperBound == start
      else { return nil }
      return (value, first)
    }.first
    var count = number.count
    switch qualifier?.0 {
    case "at least", "more than": count.high = nil
    case "at most": count.low = nil
    default: break
    }
    return Quantity(
      count: count, qualifier: qualifier?.0 ?? (number.isVague ? "approximately" : nil),
      population: population, words: (qualifier?.1 ?? start)..<last)
  }

  private func isNoCount(after end: Int, in sentence: Range<Int>) -> Bool {
    guard end < sentence.upperBound else { return false }
    return structure.gap(after: end - 1, holds: "%")
      || lexicon.notCounts.longestMatch(in: text, at: end, before: sentence.upperBound) != nil
  }

  /// The noun for people that a number counts, and where its phrase ends.
  private func population(
    from start: Int, in sentence: Range<Int>
  ) -> (population: String, end: Int)? {
    let limit = min(sentence.upperBound, start + Self.reach)
    var byDemonym: Int?
    for word in start..<limit {
      if word > start, structure.gap(after: word - 1, holds: ",;:()") { break }
      if let (match, group) = lexicon.groups.longestMatch(
        in: text, at: word, before: sentence.upperBound)
      {
        // In "30 police officers" the phrase goes on to its last noun.
        return continued(group, until: match.words.upperBound, in: sentence)
      }
      if demonyms.contains(word) { byDemonym = word }
      if word > start, lexicon.functionWords.contains(text.words[word].hash), byDemonym != nil {
        break
      }
      if NumberReader(lexicon: lexicon, structure: structure)
        .number(at: word, before: sentence.upperBound)?.isVague == false
      {
        break
      }
    }
    return byDemonym.map { (lexicon.groupOfDemonyms, $0 + 1) }
  }

  private func continued(
    _ group: String, until end: Int, in sentence: Range<Int>
  ) -> (population: String, end: Int) {
    guard end < sentence.upperBound, !structure.gap(after: end - 1, holds: ",;:()"),
      let (match, _) = lexicon.groups.longestMatch(
        in: text, at: end, before: sentence.upperBound)
    else { return (group, end) }
    return (group, match.words.upperBound)
  }
}
