internal import Crypto

/// The identity of an event: its report, the byte offset of its first evidence, and, where one
/// sentence tells of the same thing in several places, which of them.
public struct EventKey: Hashable, Sendable, Comparable, CustomStringConvertible, Codable {
  /// The report's SHA-256.
  public var report: String
  /// The UTF-8 byte offset of the event's first evidence in the report's text.
  public var offset: Int
  /// The place's number: 0 for the first, 1 for the second.
  public var place: Int

  /// Makes a key.
  public init(report: String, offset: Int, place: Int = 0) {
    self.report = report
    self.offset = offset
    self.place = place
  }

  /// `<sha256>:<offset>`, with `/<place>` from the second place on.
  public var description: String {
    place == 0 ? "\(report):\(offset)" : "\(report):\(offset)/\(place)"
  }

  /// Reads the form of ``description``.
  public init?(_ text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 2 else { return nil }
    let numbers = parts[1].split(separator: "/").compactMap { Int($0) }
    guard let offset = numbers.first, numbers.count <= 2 else { return nil }
    self.init(report: String(parts[0]), offset: offset, place: numbers.count == 2 ? numbers[1] : 0)
    guard description == text else { return nil }
  }

  /// The form that people read and type: the first six digits of the report, then offset and place.
  public var shortName: String {
    place == 0 ? "\(report.prefix(6)):\(offset)" : "\(report.prefix(6)):\(offset)/\(place)"
  }

  /// Whether a name that somebody typed means it: the beginning of the report's SHA-256, and after a
  /// colon the offset and place, where these are given.
  public func isMeant(by name: String) -> Bool {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let beginning = parts.first, !beginning.isEmpty, report.hasPrefix(beginning) else {
      return false
    }
    return parts.count == 1 || description.dropFirst(report.count + 1) == parts[1]
  }

  /// The identifier of the incident whose smallest event key this is.
  public var incidentID: String {
    "i-" + Report.hexadecimal(SHA256.hash(data: Array(description.utf8)).prefix(6))
  }

  /// Orders keys by report, offset and place: the canonical order of events.
  public static func < (a: EventKey, b: EventKey) -> Bool {
    (a.report, a.offset, a.place) < (b.report, b.offset, b.place)
  }

  /// Reads the key from a plain string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let key = EventKey(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an event key")
    }
    self = key
  }

  /// Writes the key as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
