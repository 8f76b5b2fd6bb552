internal import IncidentModel

/// Reads the forms in which pages, feeds and front matter write the day of publication.
///
/// The day is the one that is written, in the time zone that it is written in.
enum PublishedDate {
  /// The day of a date or of a date and time: `2023-05-29`, `2023-05-29T22:15:00+02:00` (RFC 3339),
  /// `Mon, 29 May 2023 22:15:00 +0200` (RFC 822), `20230529`; `nil` for anything else.
  static func day(in text: String) -> CalendarDate? {
    let text = text.trimmedWhitespace
    return dayOfTimestamp(text) ?? dayOfMessage(text) ?? compactDay(text)
  }

  private static func dayOfTimestamp(_ text: String) -> CalendarDate? {
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.first == "T" || rest.first == "t" || rest.first == " " else {
      return nil
    }
    return CalendarDate(text.prefix(10))
  }

  private static func compactDay(_ text: String) -> CalendarDate? {
    let digits = text.prefix(8)
    let rest = text.dropFirst(8)
    guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      rest.isEmpty || rest.first == "T",
      let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let day = Int(digits.suffix(2)), (1900...2100).contains(year)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// RFC 822 as feeds use it: the weekday may be missing, the year has two or four digits.
  private static func dayOfMessage(_ text: String) -> CalendarDate? {
    var words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" || $0 == "-" }
    if let first = words.first, first.first?.isLetter ?? false { words.removeFirst() }
    guard words.count >= 3, let day = Int(words[0]), let written = Int(words[2]),
      let month = months.firstIndex(of: words[1].prefix(3).lowercased()), written >= 0
    else { return nil }
    let year = words[2].utf8.count <= 2 ? written + (written < 70 ? 2000 : 1900) : written
    return CalendarDate(year: year, month: month + 1, day: day)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

extension String {
  /// The text without white space around it.
  var trimmedWhitespace: String {
    let start = unicodeScalars.firstIndex { !$0.properties.isWhitespace }
    let end = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
    guard let start, let end else { return "" }
    return String(unicodeScalars[start...end])
  }
}
