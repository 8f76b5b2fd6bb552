internal import IncidentModel
internal import Toponymy

/// Finds the dates that others are told from: "two days later", "a day after the attack on 12 May".
enum DateAnchoring {
  /// How many sentences back a date may be told from.
  private static let reach = 4
  /// How many words after "two days after" the date may stand that it is told from.
  private static let reachAfter = 8

  /// The dates of a report's sentences, each with the date it is told from put in.
  ///
  /// What is told from a date that the text does not give is left out; but "two days earlier" then
  /// counts from publication.
  static func anchored(
    _ sentences: [[DateMention]], isTold: (Int) -> Bool
  ) -> [[DateMention]] {
    guard sentences.contains(where: { $0.contains { $0.shift != nil } }) else { return sentences }
    var last: (sentence: Int, expression: DateExpression)?
    return sentences.indices.map { index in
      guard isTold(index) else { return sentences[index] }
      var found: [DateMention] = []
      for (position, date) in sentences[index].enumerated() {
        var date = date
        if let shift = date.shift {
          let before = last.flatMap { index - $0.sentence <= reach ? $0.expression : nil }
          let next = sentences[index].dropFirst(position + 1).first {
            $0.shift == nil && isAnchor($0.expression)
              && $0.words.lowerBound - date.words.upperBound <= reachAfter
          }
          let anchor = shift.takesNext ? next?.expression ?? before : before
          let isBeforeReport = shift.days < 0 && !shift.takesNext
          guard let anchor = anchor ?? (isBeforeReport ? .daysBefore(0, 0) : nil) else { continue }
          date.expression = shift.expression(from: anchor)
        }
        if isAnchor(date.expression) { last = (index, date.expression) }
        found.append(date)
      }
      return found
    }
  }

  /// Whether an expression says a day, or a few.
  static func isAnchor(_ expression: DateExpression) -> Bool {
    switch expression {
    case .calendar(_, _?, _?), .weekday, .shifted: true
    case .daysBefore(let farther, let nearer): farther - nearer < 3
    case .span(let first, let last): isAnchor(first) && isAnchor(last)
    case .calendar, .week, .month, .year, .monthPart: false
    }
  }
}

/// How far a date lies from the one it is told from.
struct DateShift {
  /// Days, negative where it lies before.
  var days: Int
  /// How many days more or less are meant: "a week later" is no exact day.
  var tolerance: Int
  /// Whether it may be told from a date that follows: "two days after the clash on 12 May".
  var takesNext: Bool

  func expression(from anchor: DateExpression) -> DateExpression {
    guard tolerance > 0 else { return .shifted(anchor, days: days) }
    return .span(
      .shifted(anchor, days: days - tolerance), .shifted(anchor, days: days + tolerance))
  }
}
