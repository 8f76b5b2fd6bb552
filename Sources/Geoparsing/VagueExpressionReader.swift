internal import Toponymy

/// What words beside one name, or around two, say of where something is.
struct VagueExpression: Hashable {
  var relation: VagueRelation
  /// The distance told, in metres, from the least to the most; `nil` where none is.
  var distance: ClosedRange<Double>?
  /// All its words, the names among them.
  var words: Range<Int>
}

/// Finds the words that make an area of a place: "10 km north of", "northern", "the border with".
///
/// What the words are stands in the lexicon; here is only how they, a distance and the names follow
/// one another.
struct VagueExpressionReader {
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }
  /// The longest pattern before or after a name, in words.
  private static let reach = 6

  // MARK: - One name

  /// The expression around one name within some words; `nil` where there is none.
  func expression(around name: Range<Int>, in limits: Range<Int>) -> VagueExpression? {
    before(name, in: limits) { $0 != .between }
      ?? after(name, in: limits) { $0 != .between && $0 != .road }
  }

  // MARK: - Two names

  /// The expression around two names that follow one another: "between … and …", "the …–… road".
  func expression(
    joining first: Range<Int>, _ second: Range<Int>, in limits: Range<Int>
  ) -> VagueExpression? {
    guard limits.contains(first.lowerBound), limits.contains(second.lowerBound),
      arePair(first, second)
    else { return nil }
    let isHyphenated = first.upperBound == second.lowerBound
    let found =
      before(first, in: limits) { $0.takesTwo }
      ?? after(second, in: limits) { $0.takesTwo && (!isHyphenated || $0 != .between) }
    guard var expression = found else { return nil }
    expression.words =
      min(
        first.lowerBound, expression.words.lowerBound)..<max(
        second.upperBound, expression.words.upperBound)
    return expression
  }

  /// Whether only a dash, or up to three small words, stand between two names.
  private func arePair(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    if first.upperBound == second.lowerBound {
      let gap = String(decoding: structure.gap(after: first.upperBound - 1), as: UTF8.self)
      return gap.contains { "-–—".contains($0) } && gap.allSatisfy { "-–— ".contains($0) }
    }
    guard first.upperBound < second.lowerBound, second.lowerBound - first.upperBound <= 3,
      isUnbroken(first.upperBound - 1..<second.lowerBound)
    else { return false }
    return (first.upperBound..<second.lowerBound).allSatisfy {
      lexicon.functionWords.contains(text.words[$0].hash) || isEnding($0)
    }
  }

  // MARK: - Before and after

  private func before(
    _ name: Range<Int>, in limits: Range<Int>, _ fits: (VagueRelation) -> Bool
  ) -> VagueExpression? {
    for end in ends(before: name, in: limits) {
      for start in max(limits.lowerBound, end - Self.reach)..<end {
        guard
          let (match, relation) = lexicon.vagueBefore.longestMatch(
            in: text, at: start, before: end),
          match.words.upperBound == end, fits(relation), isUnbroken(start..<end - 1)
        else { continue }
        if relation.isPart, !isPart(match.words, of: name, in: limits) { continue }
        let told = relation.takesDistance ? distance(endingBefore: start, in: limits) : nil
        if relation == .away, told == nil { continue }
        return VagueExpression(
          relation: relation, distance: told?.meters,
          words: (told?.words.lowerBound ?? start)..<name.upperBound)
      }
    }
    return nil
  }

  /// Whether words for a part mean a part of the name: not in "Central and South America", "the
  /// northern town of Calais" and "East Washington Street".
  private func isPart(_ words: Range<Int>, of name: Range<Int>, in limits: Range<Int>) -> Bool {
    let last = text.words[words.upperBound - 1]
    if lexicon.functionWords.contains(last.hash) { return true }
    guard words.upperBound == name.lowerBound else { return false }
    let next = name.upperBound
    return !last.isCapitalized || next >= limits.upperBound || !text.words[next].isCapitalized
      || !structure.isBlank(after: next - 1) || isTitleCase(name)
  }

  private func isTitleCase(_ name: Range<Int>) -> Bool {
    structure.sentence(holding: name.lowerBound).map { structure.sentences[$0].isTitleCase }
      ?? false
  }

  /// Where words before a name may end: right before it, or before an article or a noun for its kind:
  /// "north of the Ibar", "near the village of Banjska".
  private func ends(before name: Range<Int>, in limits: Range<Int>) -> [Int] {
    var ends = [name.lowerBound]
    for start in max(limits.lowerBound, name.lowerBound - 3)..<name.lowerBound {
      if let (match, _) = lexicon.placeNounsBefore.longestMatch(
        in: text, at: start, before: name.lowerBound), match.words.upperBound == name.lowerBound
      {
        ends.append(start)
        break
      }
    }
    for end in ends where end - 1 > limits.lowerBound {
      if lexicon.functionWords.contains(text.words[end - 1].hash) { ends.append(end - 1) }
    }
    return ends.filter { $0 > limits.lowerBound && isUnbroken($0 - 1..<name.lowerBound) }
  }

  private func after(
    _ name: Range<Int>, in limits: Range<Int>, _ fits: (VagueRelation) -> Bool
  ) -> VagueExpression? {
    for start in name
      .upperBound..<max(
        name.upperBound, min(limits.upperBound, name.upperBound + Self.reach))
    {
      guard isUnbroken(name.upperBound - 1..<start) else { return nil }
      guard
        let (match, relation) = lexicon.vagueAfter.longestMatch(
          in: text, at: start, before: limits.upperBound),
        fits(relation), isUnbroken(match.words.lowerBound..<match.words.upperBound - 1),
        !namesPeopleOrSite(relation, match.words, in: limits)
      else { continue }
      let told =
        relation.takesDistance
        ? distance(endingBefore: start, in: name.upperBound..<limits.upperBound) : nil
      if relation == .away, told == nil { continue }
      let between = name.upperBound..<(told?.words.lowerBound ?? start)
      guard isEndingOrNoun(between) else { continue }
      return VagueExpression(
        relation: relation, distance: told?.meters,
        words: name.lowerBound..<match.words.upperBound)
    }
    return nil
  }

  /// Whether words are nothing but an ending of the name, or a noun for its kind with its ending.
  private func isEndingOrNoun(_ words: Range<Int>) -> Bool {
    guard let first = words.first else { return true }
    if words.count == 1, isEnding(first) { return true }
    let noun = lexicon.placeNounsAfter.longestMatch(in: text, at: first, before: words.upperBound)
    return noun?.match.words == words
  }

  /// Whether words for a border only qualify what follows: "border police", "border crossing".
  private func namesPeopleOrSite(
    _ relation: VagueRelation, _ words: Range<Int>, in limits: Range<Int>
  ) -> Bool {
    guard relation == .border || relation == .road else { return false }
    let limit = limits.upperBound
    let longer = [
      lexicon.sites.longestMatch(in: text, at: words.lowerBound, before: limit)?.match,
      lexicon.groups.longestMatch(in: text, at: words.lowerBound, before: limit)?.match,
    ]
    if longer.contains(where: { $0?.words.count ?? 0 > words.count }) { return true }
    guard words.upperBound < limit, isUnbroken(words.upperBound - 1..<words.upperBound) else {
      return false
    }
    return lexicon.groups.longestMatch(in: text, at: words.upperBound, before: limit) != nil
      || lexicon.titles.longestMatch(in: text, at: words.upperBound, before: limit) != nil
  }

  /// Whether a word is an ending that an apostrophe parts from the name before it.
  private func isEnding(_ word: Int) -> Bool {
    word > 0 && text.words[word].range.count <= 5
      && (structure.gap(after: word - 1).elementsEqual([UInt8(ascii: "'")])
        || structure.gap(after: word - 1).elementsEqual("’".utf8))
  }

  /// Whether nothing that ends a phrase stands after any of some words.
  private func isUnbroken(_ words: Range<Int>) -> Bool {
    !words.contains { structure.gap(after: $0, holds: ",;:()|!?\"\n") }
  }

  // MARK: - Distances

  /// A distance and the words that tell it.
  private typealias Distance = (meters: ClosedRange<Double>, words: Range<Int>)

  /// The distance that ends right before a word: "10 km", "some 2.5 miles", "10 km (6 miles)".
  private func distance(endingBefore end: Int, in limits: Range<Int>) -> Distance? {
    var last = end - 1
    // A figure in another unit may follow in brackets.
    if last > limits.lowerBound, structure.gap(after: last, holds: ")") {
      var opening = last
      while opening > limits.lowerBound, last - opening < Self.reach,
        !structure.gap(after: opening - 1, holds: "(")
      {
        opening -= 1
      }
      last = opening - 1
    }
    guard limits.contains(last) else { return nil }
    if let glued = gluedDistance(last) { return (glued, last..<last + 1) }
    guard let unit = lexicon.distanceUnits[text.words[last].hash],
      let number = number(endingBefore: last, in: limits)
    else { return nil }
    let meters = number.value.lowerBound * unit...number.value.upperBound * unit
    guard meters.lowerBound > 0, meters.upperBound <= Self.farthest else { return nil }
    return (meters, number.words.lowerBound..<last + 1)
  }

  /// Nobody tells where something was by a place farther off than this.
  private static let farthest = 2_000_000.0

  /// "10km" is one word.
  private func gluedDistance(_ word: Int) -> ClosedRange<Double>? {
    let bytes = text.folded(text.words[word])
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), digits.count < bytes.count else { return nil }
    let unit = FoldedText(Array(bytes.dropFirst(digits.count))).words.first
    guard let meters = unit.flatMap({ lexicon.distanceUnits[$0.hash] }) else { return nil }
    let number = digits.reduce(0.0) { $0 * 10 + Double($1 - 0x30) }
    let distance = number * meters
    return distance > 0 && distance <= Self.farthest ? distance...distance : nil
  }

  /// A number that ends right before a word, in digits or words; two with a dash are a range.
  private func number(
    endingBefore end: Int, in limits: Range<Int>
  ) -> (value: ClosedRange<Double>, words: Range<Int>)? {
    guard let most = singleNumber(endingBefore: end, in: limits) else { return nil }
    let start = most.words.lowerBound
    guard start > limits.lowerBound,
      ["-", "–"].contains(String(decoding: structure.gap(after: start - 1), as: UTF8.self)),
      let least = singleNumber(endingBefore: start, in: limits), least.value <= most.value
    else { return (most.value...most.value, most.words) }
    return (least.value...most.value, least.words.lowerBound..<most.words.upperBound)
  }

  private func singleNumber(
    endingBefore end: Int, in limits: Range<Int>
  ) -> (value: Double, words: Range<Int>)? {
    let last = end - 1
    guard limits.contains(last) else { return nil }
    let word = text.words[last]
    guard let digits = text.number(word) else {
      guard let value = lexicon.numbers[word.hash] else { return nil }
      if value < 10, last > limits.lowerBound, isUnbroken(last - 1..<last),
        let tens = lexicon.numbers[text.words[last - 1].hash], tens >= 20, tens % 10 == 0
      {
        return (Double(tens + value), last - 1..<end)
      }
      return (Double(value), last..<end)
    }
    // "2.5" and "2,5" are fractions, "1,200" and "1.200" thousands.
    if last > limits.lowerBound, let whole = text.number(text.words[last - 1]) {
      let gap = structure.gap(after: last - 1)
      if gap.count == 1, gap.contains(UInt8(ascii: ".")) || gap.contains(UInt8(ascii: ",")) {
        let length = word.range.count
        let fraction = (0..<length).reduce(Double(digits)) { value, _ in value / 10 }
        let value = length == 3 ? Double(whole * 1000 + digits) : Double(whole) + fraction
        return (value, last - 1..<end)
      }
    }
    return (Double(digits), last..<end)
  }
}
