internal import IncidentModel

extension Lexicon {
  /// What the words before a number say of what it counts.
  package enum NumberRole: String, Hashable, Sendable {
    /// It counts no people: an article, a road, an age.
    case noCount = "no count"
    /// It is all there are by now, whatever was told before: "bringing the total to".
    case total
    /// It is what was told before and holds no longer: "up from".
    case superseded
    /// It counts some of those told before: "including".
    case part = "including"
    /// It comes on top of those told before: "a further".
    case more = "further"
  }
}

extension LexiconReader {
  static func count(_ text: String) -> Count? {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] <= numbers[1], numbers[1] <= numbers[2] else { return nil }
    return Count(low: numbers[0], best: numbers[1], high: numbers[2])
  }

  /// Three numbers, or `number` where one stands among the words.
  static func countOfPeople(_ text: String) -> Count?? {
    text == "number" ? .some(nil) : count(text).map { .some($0) }
  }
}
