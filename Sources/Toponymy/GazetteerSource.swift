/// What one gazetteer CSV file holds: places, and what a person decided about names.
public struct GazetteerSource: Sendable {
  /// The columns of a gazetteer CSV, in their order.
  public static let columns = GazetteerReader.header

  /// The file.
  public var description: GazetteerSummary.Source
  /// Its places, in its order.
  public var places: [Place]
  /// Its pins and bans.
  public var decisions: [NameDecision]

  /// Describes what comes from no file.
  init(places: [Place]) {
    description = GazetteerSummary.Source(name: "memory", format: "", byteCount: 0)
    self.places = places
    decisions = []
  }

  private init(path: String, bytes: [UInt8], content: GazetteerReader.Content) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    description = GazetteerSummary.Source(
      name: name, format: "csv", byteCount: bytes.count, contentHash: WordHash.of(bytes))
    places = content.places
    decisions = content.decisions
  }

  /// A hash of a file's bytes, as ``GazetteerSummary/Source/contentHash``; `nil` where the file cannot be
  /// read.
  ///
  /// - Complexity: O(*n*) in its bytes, some gigabytes a second.
  public static func contentHash(ofFile path: String) -> UInt64? {
    guard let bytes = try? MappedBytes(path: path) else { return nil }
    return bytes.hash(0..<bytes.count)
  }

  /// Reads gazetteer CSV files.
  ///
  /// - Throws: ``GazetteerError`` with every broken row of every file.
  /// - Complexity: O(*n*) in their bytes.
  public static func read(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(GazetteerError) -> [GazetteerSource] {
    let contents = files.map { GazetteerReader.read($0.bytes, path: $0.path) }
    let faults = contents.flatMap(\.faults)
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    return zip(files, contents).map { file, content in
      GazetteerSource(path: file.path, bytes: file.bytes, content: content)
    }
  }
}
