import Foundation
import Toponymy

/// Invented files that are imported, and gone with their folder at the end of a test.
final class ImportFixture {
  /// A folder of this fixture's own.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What an import gave.
  struct Outcome {
    /// The places in the order in which they came.
    var places: [Place] = []
    /// What was passed over.
    var faults: ImportFaults
    /// The listed faults without the folder: `dump.txt:3:1: …`.
    var messages: [String] = []
    /// What `progress` was told.
    var progress: [Int] = []
    /// The totals that it was told.
    var totals: [Int?] = []

    /// The place of an identity.
    func place(_ id: String) -> Place? { places.first { $0.id.text == id } }
  }

  /// Writes a file and gives its path.
  func write(_ text: String, _ name: String) throws -> String {
    try write(Array(text.utf8), name)
  }

  /// Writes a file and gives its path.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path()
  }

  /// Imports a file.
  func read(
    _ format: GazetteerFormat, _ path: String, alternateNames: String? = nil,
    admin1Codes: String? = nil, admin2Codes: String? = nil
  ) throws -> Outcome {
    let importer = GazetteerImporter(
      format: format, alternateNames: alternateNames, admin1Codes: admin1Codes,
      admin2Codes: admin2Codes, temporaryFolder: folder.path())
    var places: [Place] = []
    var progress: [Int] = []
    var totals: [Int?] = []
    let faults = try importer.read(path: path) {
      places.append($0)
    } progress: {
      progress.append($0)
      totals.append($1)
    }
    let prefix = folder.path() + (folder.path().hasSuffix("/") ? "" : "/")
    return Outcome(
      places: places, faults: faults,
      messages: faults.listed.map { $0.description.replacing(prefix, with: "") },
      progress: progress, totals: totals)
  }

  /// Imports bytes.
  func read(_ format: GazetteerFormat, bytes: [UInt8]) throws -> Outcome {
    try read(format, try write(bytes, "file"))
  }

  /// The message with which a file is refused; `nil` if it is read.
  func refusal(_ format: GazetteerFormat, bytes: [UInt8]) throws -> String? {
    let path = try write(bytes, "file")
    do {
      _ = try read(format, path)
      return nil
    } catch let error as GazetteerImportError {
      return error.description.replacing(path, with: "file")
    }
  }

  /// A row of a GeoNames dump.
  static func geoNames(
    id: String = "1", name: String = "Qytet", alternates: String = "", latitude: String = "42.5",
    longitude: String = "20.5", code: String = "P\tPPL", country: String = "XK",
    admin1: String = "", admin2: String = "", population: String = "0"
  ) -> String {
    [
      id, name, name, alternates, latitude, longitude, code, country, "", admin1, admin2, "", "",
      population, "", "500", "Europe/Belgrade", "2026-01-01",
    ].joined(separator: "\t")
  }
}
