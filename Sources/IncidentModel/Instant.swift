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
    unsafe String(copying: UTF8Span(unchecked: utf8.span))
  }

  /// The bytes of `YYYY-MM-DDTHH:MM:SS.000Z`.
  public var utf8: InlineArray<24, UInt8> {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let date = CalendarDate(dayNumber: day).utf8
    var bytes = InlineArray<24, UInt8>(repeating: UInt8(ascii: "0"))
    var text = bytes.mutableSpan
    for index in date.indices { text[index] = date[index] }
    CalendarDate.write(rest / 3600, digits: 2, at: 11, of: &text)
    CalendarDate.write(rest / 60 % 60, digits: 2, at: 14, of: &text)
    CalendarDate.write(rest % 60, digits: 2, at: 17, of: &text)
    for (index, mark) in [(10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z")]
      as [(Int, Unicode.Scalar)]
    {
      text[index] = UInt8(ascii: mark)
    }
    return bytes
  }

  /// Orders moments in time.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}
