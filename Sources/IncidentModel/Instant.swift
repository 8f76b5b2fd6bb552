/// A moment in UTC, to the second; what the `DATETIME` columns hold.
public struct Instant: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  /// Makes the moment that many seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// Makes the midnight, in UTC, that begins a date.
  public init(midnightOf date: CalendarDate) {
    seconds = date.dayNumber * 86_400
  }

  /// Reads `YYYY-MM-DDTHH:MM:SS.000Z`, or `nil` where the text is anything else.
  public init?(_ text: String) {
    self.init(utf8: Array(text.utf8).span)
  }

  /// Reads `YYYY-MM-DDTHH:MM:SS.000Z` as UTF-8, or `nil` where the text is anything else.
  public init?(utf8 bytes: Span<UInt8>) {
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), zip(19..., ".000Z".utf8).allSatisfy({ bytes[$0] == $1 }),
      let date = CalendarDate(utf8: bytes.extracting(0..<10)),
      let hour = CalendarDate.number(bytes, 11..<13), hour < 24,
      let minute = CalendarDate.number(bytes, 14..<16), minute < 60,
      let second = CalendarDate.number(bytes, 17..<19), second < 60
    else { return nil }
    seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// `YYYY-MM-DDTHH:MM:SS.000Z`: the one form that GDAL and QGIS read as a date-time in UTC.
  public var description: String {
    let day = (Double(seconds) / 86_400).rounded(.down)
    let rest = seconds - Int(day) * 86_400
    var bytes = Array(CalendarDate(dayNumber: Int(day)).description.utf8)
    for (mark, number) in zip("T::".utf8, [rest / 3600, rest / 60 % 60, rest % 60]) {
      bytes.append(mark)
      CalendarDate.append(number, digits: 2, to: &bytes)
    }
    bytes += ".000Z".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Orders moments in time.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}
