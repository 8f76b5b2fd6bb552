internal import Crypto

/// A text about incidents, as it was read, with what is known about its origin.
public struct Report: Hashable, Sendable {
  /// Lower-case hexadecimal SHA-256 of the input's bytes: the report's identity.
  public var sha256: String
  /// The file's path as given, where it came from a file.
  public var path: String?
  /// The identifier the input itself carries (JSON lines), where there is one.
  public var externalID: String?
  /// Where it was published.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// The headline.
  public var title: String?
  /// The day of publication, where known or inferred.
  public var published: PublicationDate?
  /// The language of most of the text, a BCP 47 tag, or `und`.
  public var language: String
  /// The text; all offsets are UTF-8 bytes into it.
  public var text: String

  /// Makes a report from its text and what is known about it.
  public init(
    sha256: String, path: String? = nil, externalID: String? = nil, url: String? = nil,
    publisher: String? = nil, title: String? = nil, published: PublicationDate? = nil,
    language: String = "und", text: String
  ) {
    self.sha256 = sha256
    self.path = path
    self.externalID = externalID
    self.url = url
    self.publisher = publisher
    self.title = title
    self.published = published
    self.language = language
    self.text = text
  }

  /// The lower-case hexadecimal SHA-256 (FIPS 180-4) of an input's bytes.
  public static func sha256(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// The lower-case hexadecimal SHA-256 of an input that comes in pieces.
  ///
  /// - Parameter next: Gives one piece after the other, `nil` after the last.
  /// - Returns: The digest as text.
  /// - Throws: What `next` throws.
  public static func sha256(pieces next: () throws -> [UInt8]?) rethrows -> String {
    var hash = SHA256()
    while let piece = try next() { hash.update(data: piece) }
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The day a report was published, and how that is known.
public struct PublicationDate: Hashable, Sendable, Codable {
  /// The day.
  public var date: CalendarDate
  /// How the day is known.
  public var basis: PublicationBasis

  /// Makes a publication date.
  public init(date: CalendarDate, basis: PublicationBasis) {
    self.date = date
    self.basis = basis
  }
}

/// How a report's date of publication is known, the surest first.
public enum PublicationBasis: String, Hashable, Sendable, Codable, CaseIterable {
  /// The user said so.
  case given
  /// The input's own metadata.
  case metadata
  /// A header line of the text.
  case header
  /// The dateline that opens the text.
  case dateline
  /// The latest full date that the text tells of.
  case text
  /// Other, dated reports of the same events.
  case inferred
}
