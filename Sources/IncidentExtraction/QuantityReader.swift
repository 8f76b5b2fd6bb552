internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// A number of people, as a sentence gives it.
struct Quantity {
  var count: Count
  var qualifier: String?
  /// What the words beside it say of how it stands to other numbers of the report.
  var role: Lexicon.NumberRole?
  /// Who they are, in the lexicon's words: `soldiers`, `protesters`.
  var population: String
  /// From the qualifier to the noun.
  var words: Range<Int>
}

/// Reads numbers of people: a number, up to four words, and a noun for people.
///
/// Strengths, percentages, votes, years and distances are not numbers of people; an age is one person's.
struct QuantityReader {
  let lexicon: Lexicon
  let structure: TextStructure
  /// The words of demonyms: people where they end a phrase, as in "10 Kosovo Serbs".
  let demonyms: Set<Int>
  /// The words of dates, which are no quantities.
  let dates: [Range<Int>]

  private static let reach = 5

  var text: FoldedText { structure.text }

  /// The quantities of a sentence, in its order.
  func quantities(in sentence: Range<Int>) -> [Quantity] {
    let reader = NumberReader(lexicon: lexicon, structure: structure)
    var found: [Quantity] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      guard !dates.contains(where: { $0.contains(word) }) else {
        word += 1
        continue
      }
      if let quantity = countedPeople(at: word, in: sentence, reader) {
        found.append(quantity)
        word = quantity.words.upperBound
        continue
      }
      guard let number = reader.number(at: word, before: sentence.upperBound) else {
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

  /// The number without a noun that stands nearest to a word, right before or after: "31 were injured",
  /// "dozens were hurt".
  ///
  /// - Parameters:
  ///   - words: The word for what happened.
  ///   - sentence: Its sentence.
  ///   - others: The words of numbers that have a noun.
  /// - Returns: `nil` where there is none.
  func bareQuantity(
    beside words: Range<Int>, in sentence: Range<Int>, besides others: [Range<Int>]
  ) -> Quantity? {
    let reader = NumberReader(lexicon: lexicon, structure: structure)
    let end = min(sentence.upperBound, words.upperBound + 4)
    var nearest: (distance: Int, quantity: Quantity)?
    var word = max(sentence.lowerBound, words.lowerBound - 4)
    while word < end {
      defer { word += 1 }
      guard !words.contains(word), !(dates + others).contains(where: { $0.contains(word) }),
        let number = reader.number(at: word, before: end)
      else { continue }
      let qualifier = qualifier(endingBefore: word, in: sentence)
      let range = (qualifier?.start ?? word)..<word + number.wordCount
      word = range.upperBound - 1
      guard !range.overlaps(words), isBare(number, range, beside: words, in: sentence) else {
        continue
      }
      let distance = max(words.lowerBound - range.upperBound, range.lowerBound - words.upperBound)
      let reach = range.lowerBound < words.lowerBound ? 4 : 1
      if distance > reach || nearest.map({ $0.distance <= distance }) ?? false { continue }
      nearest = (
        distance,
        quantity(
          number, qualifier: qualifier?.value, role: nil, population: "unknown", words: range)
      )
    }
    return nearest?.quantity
  }

  /// Whether a number can be of people though no noun says so: not one of something else, and of vague
  /// ones only those that small words alone part from the word beside it.
  private func isBare(
    _ number: NumberReader.Number, _ range: Range<Int>, beside words: Range<Int>,
    in sentence: Range<Int>
  ) -> Bool {
    guard !isPartOfFigure(range), !isNoCount(after: range.upperBound, in: sentence) else {
      return false
    }
    switch role(endingBefore: range.lowerBound, in: sentence) {
    case .noCount, .superseded: return false
    default: break
    }
    let between =
      min(range.upperBound, words.upperBound)..<max(range.lowerBound, words.lowerBound)
    guard
      !(between.lowerBound - 1..<between.upperBound).contains(where: {
        structure.gap(after: $0, holds: ",;:()")
      })
    else { return false }
    guard number.isVague else { return true }
    return number.count.low ?? 0 > 1
      && between.allSatisfy { lexicon.functionWords.contains(text.words[$0].hash) }
  }

  /// "Two of the wounded": the number before a phrase that a word for an effect is only a noun in.
  func part(of effect: Range<Int>, in sentence: Range<Int>) -> Quantity? {
    let reader = NumberReader(lexicon: lexicon, structure: structure)
    for start in max(sentence.lowerBound + 1, effect.lowerBound - 3)..<effect.upperBound {
      guard
        let (match, _) = lexicon.ofThem.longestMatch(
          in: text, at: start, before: sentence.upperBound),
        match.words.upperBound >= effect.upperBound
      else { continue }
      for first in max(sentence.lowerBound, start - 4)..<start {
        if let number = reader.number(at: first, before: start), first + number.wordCount == start {
          return quantity(
            number, qualifier: nil, role: .part, population: "unknown", words: first..<start)
        }
      }
    }
    return nil
  }

  /// Whether a quantity is someone who speaks: "… killed 93 people, a minister said".
  func isSpeaker(_ quantity: Quantity, in sentence: Range<Int>) -> Bool {
    guard quantity.count.high == 1 else { return false }
    func says(_ word: Int) -> Bool {
      sentence.contains(word)
        && lexicon.saying.longestMatch(in: text, at: word, before: sentence.upperBound) != nil
    }
    return says(quantity.words.upperBound) || says(quantity.words.lowerBound - 1)
  }

  // MARK: - People that need no noun

  /// "No one", "a couple", "a family of five".
  private func countedPeople(
    at word: Int, in sentence: Range<Int>, _ reader: NumberReader
  ) -> Quantity? {
    let found = lexicon.countedPeople.longestMatch(
      in: text, at: word, before: sentence.upperBound
    ) { slot, at in
      slot == .number ? reader.number(at: at, before: sentence.upperBound)?.wordCount ?? 0 : 0
    }
    guard let (match, said) = found else { return nil }
    let slot = match.slots.first.flatMap {
      reader.number(at: $0.words.lowerBound, before: $0.words.upperBound)?.count
    }
    guard let count = said ?? slot else { return nil }
    return Quantity(
      count: count, qualifier: nil, population: lexicon.groupOfDemonyms, words: match.words)
  }

  /// The words after a number that make it someone's age: "35-year-old".
  private func age(after end: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard end < sentence.upperBound else { return nil }
    return lexicon.agedPeople.longestMatch(in: text, at: end, before: sentence.upperBound)?
      .match.words
  }

  // MARK: - Numbers of people, and others

  private func quantity(
    _ number: NumberReader.Number, at start: Int, until end: Int, in sentence: Range<Int>,
    previous: String?
  ) -> Quantity? {
    guard !isPartOfFigure(start..<end) else { return nil }
    let qualifier = qualifier(endingBefore: start, in: sentence)
    let first = qualifier?.start ?? start
    var role = role(endingBefore: first, in: sentence)
    if role == .noCount || role == .superseded { return nil }
    if let age = age(after: end, in: sentence) {
      guard !number.isVague, number.count.low == number.count.high else { return nil }
      let one = Count(low: 1, best: 1, high: 1)
      let noun = population(from: age.upperBound, in: sentence, reach: 2)
      return Quantity(
        count: one, qualifier: nil, population: noun?.population ?? lexicon.groupOfDemonyms,
        words: start..<(noun?.end ?? age.upperBound))
    }
    guard !isNoCount(after: end, in: sentence) else { return nil }
    let isFollowed = end < sentence.upperBound && structure.isBlank(after: end - 1)
    let some = previous.flatMap { name in
      isFollowed
        ? lexicon.ofThem.longestMatch(in: text, at: end, before: sentence.upperBound)
          .map { (population: name, end: $0.match.words.lowerBound) } : nil
    }
    if some != nil { role = role ?? .part }
    let noun = some ?? (isFollowed ? population(from: end, in: sentence) : nil)
    guard let (population, last) = noun ?? (role == .total ? ("unknown", end) : nil),
      !isAdjective(number, until: last, in: sentence)
    else { return nil }
    return quantity(
      number, qualifier: qualifier?.value, role: role, population: population,
      words: first..<last)
  }

  private func quantity(
    _ number: NumberReader.Number, qualifier: String?, role: Lexicon.NumberRole?,
    population: String, words: Range<Int>
  ) -> Quantity {
    var count = number.count
    switch qualifier {
    case "at least", "more than": count.high = nil
    case "at most": count.low = nil
    default: break
    }
    let isExact = !number.isVague || number.count.low == number.count.high
    return Quantity(
      count: count, qualifier: qualifier ?? (isExact ? nil : "approximately"), role: role,
      population: population, words: words)
  }

  /// The qualifier right before a number, and where it begins.
  private func qualifier(
    endingBefore start: Int, in sentence: Range<Int>
  ) -> (value: String, start: Int)? {
    (1...3).lazy.compactMap { length in
      let first = start - length
      guard first >= sentence.lowerBound,
        let (match, value) = lexicon.qualifiers.longestMatch(in: text, at: first, before: start),
        match.words.upperBound == start
      else { return nil }
      return (value, first)
    }.first
  }

  /// "A Russian official": one word for a nationality before a noun that is none of people.
  private func isAdjective(
    _ number: NumberReader.Number, until end: Int, in sentence: Range<Int>
  ) -> Bool {
    guard number.count.high == 1, demonyms.contains(end - 1), sentence.contains(end),
      structure.isBlank(after: end - 1)
    else { return false }
    return !lexicon.functionWords.contains(text.words[end].hash)
  }

  /// The noun for people that a number counts, and where its phrase ends.
  private func population(
    from start: Int, in sentence: Range<Int>, reach: Int = Self.reach
  ) -> (population: String, end: Int)? {
    let limit = min(sentence.upperBound, start + reach)
    let reader = NumberReader(lexicon: lexicon, structure: structure)
    var byDemonym: Int?
    var byAge: Int?
    var word = start
    while word < limit {
      if word > start, structure.gap(after: word - 1, holds: ",;:()") || beginsPhrase(word) {
        break
      }
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
      if let number = reader.number(at: word, before: sentence.upperBound), !number.isVague {
        guard let age = age(after: word + number.wordCount, in: sentence) else { break }
        byAge = age.upperBound
        word = age.upperBound
        continue
      }
      word += 1
    }
    let end = byDemonym.map { $0 + 1 } ?? byAge
    return end.map { (lexicon.groupOfDemonyms, $0) }
  }

  /// Whether a word begins another phrase, so that no number before it counts the people in it: "two
  /// killed as fighters …".
  private func beginsPhrase(_ word: Int) -> Bool {
    let limit = word + 1
    return lexicon.numberJoiners.contains(text.words[word].hash)
      || lexicon.clauseBreaks.longestMatch(in: text, at: word, before: limit) != nil
      || lexicon.timeShifts.longestMatch(in: text, at: word, before: limit) != nil
      || !text.words[word].isCapitalized
        && lexicon.functionWords.contains(text.words[word].hash)
        && lexicon.beforeLocation.longestMatch(in: text, at: word, before: limit) != nil
  }

  private func continued(
    _ group: String, until end: Int, in sentence: Range<Int>
  ) -> (population: String, end: Int) {
    guard end < sentence.upperBound, !structure.gap(after: end - 1, holds: ",;:()"),
      let (match, last) = lexicon.groups.longestMatch(
        in: text, at: end, before: sentence.upperBound)
    else { return (group, end) }
    // In "12 injured soldiers" the last noun says more.
    return (group == lexicon.groupOfDemonyms ? last : group, match.words.upperBound)
  }
}
