extension Lexicon {
  /// How the words of a date become an expression.
  package enum DateRule: Hashable, Sendable {
    /// By the days, months and years among them.
    case calendar
    /// A part of a month: its days from one to another.
    case part(Int, Int)
    /// A day of every year: month and day.
    case fixed(Int, Int)
    /// A weekday, so many weeks earlier; two of them are the ends of a span.
    case weekday(Int)
    /// The night that ends on a weekday.
    case night(Int)
    /// So many days before publication.
    case days(Int, Int)
    /// The number among them times so many days before.
    case ago(Int)
    /// The number among them, or 1, times so many days after the date told before.
    case later(Int)
    /// The same after the date that follows, or else after the one told before.
    case after(Int)
    /// A week relative to publication's.
    case week(Int)
    /// The Saturday and Sunday before publication.
    case weekend
    /// A month relative to publication's.
    case month(Int)
    /// A year relative to publication's.
    case year(Int)
  }

  /// What the word after a time of day says about its half of the day.
  package enum DayHalf: String, Hashable, Sendable {
    /// It says only that the number is a time.
    case any = ""
    /// Before noon.
    case morning = "am"
    /// After noon.
    case afternoon = "pm"
  }

  /// What a header line says of the date after its word.
  package enum PublicationCue: String, Hashable, Sendable {
    /// The report came out then.
    case published
    /// It was changed then.
    case updated
  }

  /// Which of two numbers in a date comes first.
  package enum DayOrder: String, Hashable, Sendable {
    /// 29/5/2023.
    case dayFirst = "day month"
    /// 5/29/2023.
    case monthFirst = "month day"
  }
}

extension LexiconReader {
  static func dateRule(_ text: String) -> Lexicon.DateRule? {
    let parts = text.split(separator: " ")
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard numbers.count == parts.count - 1, numbers.allSatisfy({ abs($0) < 4000 }) else {
      return nil
    }
    switch (parts.first, numbers.count) {
    case ("calendar", 0): return .calendar
    case ("part", 2) where 1 <= numbers[0] && numbers[0] <= numbers[1] && numbers[1] <= 31:
      return .part(numbers[0], numbers[1])
    case ("fixed", 2) where (1...12).contains(numbers[0]) && (1...31).contains(numbers[1]):
      return .fixed(numbers[0], numbers[1])
    case ("weekday", 1): return .weekday(-numbers[0])
    case ("night", 1): return .night(-numbers[0])
    case ("days", 2) where numbers[0] >= numbers[1]: return .days(numbers[0], numbers[1])
    case ("ago", 1) where (1...400).contains(numbers[0]): return .ago(numbers[0])
    case ("later", 1) where (-400...400).contains(numbers[0]): return .later(numbers[0])
    case ("after", 1) where (-400...400).contains(numbers[0]): return .after(numbers[0])
    case ("week", 1): return .week(numbers[0])
    case ("weekend", 1): return .weekend
    case ("month", 1): return .month(numbers[0])
    case ("year", 1): return .year(numbers[0])
    default: return nil
    }
  }

  /// `12:00`: minutes after midnight.
  static func clockTime(_ text: String) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// Whether a number alone after the words is an hour; nothing says that only one with minutes is.
  static func isHour(_ text: String) -> Bool? {
    switch text {
    case "": false
    case "hour": true
    default: nil
    }
  }
}
