internal import Foundation
internal import IncidentModel
internal import Interchange
internal import Toponymy

extension DataFolder {
  /// The gazetteers that come with the program, the first to be preferred.
  static let shipped = ["gazetteer.csv", "world.csv"]
  /// The index made of them, beside them.
  static let shippedIndex = "shipped.gazetteer"
  /// How inexactly names of the shipped gazetteers are found.
  private static let tolerance = GazetteerBuilder.Tolerance.twoEditsInLongNames

  /// The user's corrections, then the files named that were written by hand, then the shipped ones, then
  /// the published gazetteers among the files named: those add places, and replace none.
  func gazetteer(own: [String]) throws -> Gazetteer {
    let corrections = UserGazetteer()
    let paths = (corrections.exists ? [corrections.path] : []) + own
    let indexes = try paths.map { try Self.index(ofFile: $0) }
    return Gazetteer(
      indexes.filter { !$0.summary.isPublished } + [try shippedGazetteer()]
        + indexes.filter { $0.summary.isPublished })
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
    } catch let error where error is InterchangeError || error is IndexError {
      return try GazetteerIndex(
        files: Self.shipped.map { name in
          ("\(self.path)/\(name)", try bytes("\(self.path)/\(name)"))
        },
        tolerating: Self.tolerance)
    }
  }

  /// Makes the index of the shipped gazetteers anew.
  func buildShippedGazetteer() throws {
    try GazetteerFile.build(
      Self.shipped.map { "\(path)/\($0)" }, to: "\(path)/\(Self.shippedIndex)",
      tolerating: { _ in Self.tolerance })
  }

  /// Whether an index is of the CSV files as they are.
  private func isCurrent(_ index: GazetteerIndex) -> Bool {
    let sources = index.summary.sources
    return sources.map(\.name) == Self.shipped
      && sources.allSatisfy {
        GazetteerSource.contentHash(ofFile: "\(path)/\($0.name)") == $0.contentHash
      }
  }
}
