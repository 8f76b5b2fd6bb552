/// What a gazetteer holds and where it comes from: `gazetteer info`.
public struct GazetteerSummary: Hashable, Sendable {
  /// A file that the gazetteer was made from.
  public struct Source: Hashable, Sendable {
    /// The file's name, without its folder.
    public var name: String
    /// Its form.
    public var format: String
    /// Its length in bytes; 0 where it came from a pipe.
    public var byteCount: Int
    /// A hash of its bytes; 0 where it came from a pipe or was not read as a whole.
    public var contentHash: UInt64
    /// How many places came from it.
    public var placeCount: Int
    /// Whom to credit, and on what terms.
    public var licence: String

    /// Describes a file.
    public init(
      name: String, format: String, byteCount: Int, contentHash: UInt64 = 0, placeCount: Int = 0,
      licence: String = ""
    ) {
      self.name = name
      self.format = format
      self.byteCount = byteCount
      self.contentHash = contentHash
      self.placeCount = placeCount
      self.licence = licence
    }
  }

  /// The files, in their order.
  public var sources: [Source] = []
  /// Places of each country, by ISO 3166-1 alpha-2 code.
  public var countries: [String: Int] = [:]
  /// Places of each kind.
  public var kinds: [String: Int] = [:]
  /// Names in each language.
  public var languages: [String: Int] = [:]

  /// Whether all of it comes from published gazetteers, nothing from files written by hand.
  public var isPublished: Bool {
    !sources.isEmpty && sources.allSatisfy { $0.format != GazetteerFormat.csv.rawValue }
  }

  init() {}

  mutating func count(_ place: Place) {
    countries[place.country, default: 0] += 1
    kinds[place.kind.rawValue, default: 0] += 1
    for name in place.names { languages[name.language, default: 0] += 1 }
  }

  func write(to writer: inout ByteWriter) {
    writer.varint(sources.count)
    for source in sources {
      writer.text(source.name)
      writer.text(source.format)
      writer.varint(source.byteCount)
      writer.word64(source.contentHash)
      writer.varint(source.placeCount)
      writer.text(source.licence)
    }
    for counts in [countries, kinds, languages] {
      writer.varint(counts.count)
      for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
        writer.text(name)
        writer.varint(count)
      }
    }
  }

  init(_ reader: inout ByteReader) {
    for _ in 0..<min(reader.varint(), 10_000) {
      sources.append(
        Source(
          name: reader.text(), format: reader.text(), byteCount: reader.varint(),
          contentHash: reader.word64(), placeCount: reader.varint(), licence: reader.text()))
    }
    countries = Self.counts(&reader)
    kinds = Self.counts(&reader)
    languages = Self.counts(&reader)
  }

  private static func counts(_ reader: inout ByteReader) -> [String: Int] {
    var counts: [String: Int] = [:]
    for _ in 0..<min(reader.varint(), 100_000) { counts[reader.text()] = reader.varint() }
    return counts
  }
}
