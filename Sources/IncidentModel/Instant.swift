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
    let bytes = Array(text.utf8)
    guard bytes.count == 24, text.hasSuffix(".000Z"), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let date = CalendarDate(text.prefix(10))
    else { return nil }
    let parts = [bytes[11..<13], bytes[14..<16], bytes[17..<19]].compactMap(CalendarDate.number)
    guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
    seconds = date.dayNumber * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
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
