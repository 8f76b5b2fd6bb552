internal import Geoparsing

/// Where the clauses of a sentence end: counted once, so that two words are compared in one step.
struct Clauses {
  private let words: Range<Int>
  /// For each word of the sentence and for its end, how many words before it begin a clause.
  private var breaksBefore: [Int32] = [0]
  /// The same for clauses of another time.
  private var timeShiftsBefore: [Int32] = [0]
  /// What the marks after the words before it part: 2 for a comma, a semicolon, a colon or a bracket, 8
  /// for a dash.
  private var marksBefore: [Int32] = [0]
  /// The words that a semicolon or a colon follows.
  private var stops: [Int] = []

  init(of words: Range<Int>, structure: TextStructure, lexicon: Lexicon) {
    self.words = words
    let text = structure.text
    var begins = Array(repeating: false, count: words.count)
    var shifts = begins
    for (match, _) in lexicon.timeShifts.matches(in: text, words: words) {
      shifts[match.words.lowerBound - words.lowerBound] = true
      begins[match.words.lowerBound - words.lowerBound] = true
    }
    for (match, _) in lexicon.clauseBreaks.matches(in: text, words: words) {
      begins[match.words.lowerBound - words.lowerBound] = true
    }
    for (index, word) in words.enumerated() {
      breaksBefore.append(breaksBefore[index] + (begins[index] ? 1 : 0))
      timeShiftsBefore.append(timeShiftsBefore[index] + (shifts[index] ? 1 : 0))
      let isMarked = structure.gap(after: word, holds: ",;:()")
      marksBefore.append(
        marksBefore[index] + (isMarked ? 2 : 0) + (structure.hasDash(after: word) ? 8 : 0))
      if isMarked, structure.gap(after: word, holds: ";:") { stops.append(word) }
    }
  }

  /// How far two ranges of words are apart in meaning: words between, more where a clause ends there.
  func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let (left, right) = a.lowerBound <= b.lowerBound ? (a, b) : (b, a)
    guard left.upperBound <= right.lowerBound else { return 0 }
    return right.lowerBound - left.upperBound
      + 8 * count(breaksBefore, left.upperBound..<right.lowerBound)
      + count(marksBefore, left.upperBound - 1..<right.lowerBound)
  }

  /// Whether no clause ends between two ranges of words.
  func areInOneClause(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    areUnbroken(a, b, breaksBefore)
  }

  /// Whether no clause of another time begins between two ranges of words.
  func areOfOneTime(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    areUnbroken(a, b, timeShiftsBefore)
  }

  /// The first word of the clause before a word, at most so many words earlier.
  func start(before word: Int, reaching: Int) -> Int {
    let earliest = max(words.lowerBound, word - reaching)
    for index in stride(from: word - 1, to: earliest, by: -1)
    where count(breaksBefore, index..<index + 1) > 0 || stops.contains(index - 1) {
      return index
    }
    return earliest
  }

  private func areUnbroken(_ a: Range<Int>, _ b: Range<Int>, _ before: [Int32]) -> Bool {
    let (left, right) = a.lowerBound <= b.lowerBound ? (a, b) : (b, a)
    guard left.upperBound < right.lowerBound else { return true }
    return count(before, left.upperBound..<right.lowerBound + 1) == 0
  }

  /// How many of some words were counted.
  private func count(_ before: [Int32], _ range: Range<Int>) -> Int {
    let own = range.clamped(to: words)
    return Int(
      before[own.upperBound - words.lowerBound] - before[own.lowerBound - words.lowerBound])
  }
}
