internal import Foundation
internal import IncidentModel
internal import Interchange
internal import Toponymy

extension DataFolder {
  /// The gazetteers that come with the program, the first to be preferred.
  static let shipped = ["gazetteer.csv", "world.csv"]
  /// The index made of them, beside them.
  static let shippedIndex = "shipped.gazetteer"
  /// The places of the user's corrections, then of the files named, then of the shipped ones.
  func gazetteer(own: [String]) throws -> Gazetteer {
    let corrections = UserGazetteer()
    let paths = (corrections.exists ? [corrections.path] : []) + own
    return Gazetteer(try paths.map { try Self.index(ofFile: $0) } + [try shippedGazetteer()])
  }

  /// What identifies the gazetteers: a SHA-256 of the hashes of their contents.
  static func hash(of gazetteer: Gazetteer) -> String {
    Report.sha256(of: Array(gazetteer.contentHash.utf8))
  }

  /// An index file, or the index of a gazetteer CSV, which is made in memory.
  static func index(ofFile path: String) throws -> GazetteerIndex {
    guard let file = FileHandle(forReadingAtPath: path),
      let beginning = try? file.read(upToCount: 64)
    else { throw DataFolderError(description: "\(path) cannot be read") }
    try? file.close()
    if GazetteerIndex.isIndex(beginning) { return try GazetteerIndex(path: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataFolderError(description: "\(path) cannot be read")
    }
    return try GazetteerIndex(files: [(path, Array(data))])
  }

  /// The index of the shipped gazetteers: the file, where it is that of today's CSV files; else it is
  /// made anew, and written where the folder allows it.
  func shippedGazetteer() throws -> GazetteerIndex {
    let path = "\(path)/\(Self.shippedIndex)"
    if let index = try? GazetteerIndex(path: path), isCurrent(index) { return index }
    do {
      try buildShippedGazetteer()
      return try GazetteerIndex(path: path)
    } catch is InterchangeError {
      return try GazetteerIndex(
        files: Self.shipped.map { ("\(self.path)/\($0)", try bytes("\(self.path)/\($0)")) })
    }
  }

  /// Makes the index of the shipped gazetteers anew.
  func buildShippedGazetteer() throws {
    try GazetteerFile.build(
      Self.shipped.map { "\(path)/\($0)" }, to: "\(path)/\(Self.shippedIndex)",
      tolerating: { _ in .twoEditsInLongNames })
  }

  /// Whether an index is of the CSV files as they are: of the same lengths, and not older.
  private func isCurrent(_ index: GazetteerIndex) -> Bool {
    func attributes(_ name: String) -> (size: Int, changed: Date)? {
      let found = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      guard let size = found?[.size] as? Int, let date = found?[.modificationDate] as? Date else {
        return nil
      }
      return (size, date)
    }
    guard let made = attributes(Self.shippedIndex)?.changed,
      index.summary.sources.map(\.name) == Self.shipped
    else { return false }
    return index.summary.sources.allSatisfy { source in
      attributes(source.name).map { $0.size == source.byteCount && $0.changed <= made } ?? false
    }
  }
}
