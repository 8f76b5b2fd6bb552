internal import Foundation
internal import Interchange
internal import Toponymy

/// The user's own gazetteer CSV: places added, and names pinned or banned, by hand.
///
/// It is searched before all others.
struct UserGazetteer {
  let path: String

  /// The file: `$XDG_DATA_HOME/incidentmap/gazetteer.csv`, else the one below `~/.local/share`.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"] ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    path = "\(data ?? "\(home)/.local/share")/incidentmap/gazetteer.csv"
  }

  /// Whether there is one.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Adds a row; one with the same id is replaced.
  ///
  /// - Parameter row: The fields in the order of the columns.
  /// - Throws: ``GazetteerError`` where the row, or one that was there, is broken;
  ///   ``InterchangeError`` where the file cannot be written.
  func put(_ row: [String]) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw InterchangeError.cannotCreate(path: path, reason: error.localizedDescription)
    }
    // Two programs that add at once must not lose each other's rows.
    let lock = unsafe open(folder.path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
    defer { close(lock) }
    flock(lock, LOCK_EX)
    var rows: [[String]] = []
    if exists {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw DataFolderError(description: "\(path) cannot be read")
      }
      _ = try GazetteerSource.read([(path, Array(data))])
      rows = CSVRecords(Array(data)).dropFirst().map { $0.fields.map(\.text) }
    }
    rows.removeAll { $0.first == row.first }
    rows.append(row)
    let bytes = Self.bytes(of: rows)
    // What is broken is refused before anything is written.
    do throws(GazetteerError) {
      _ = try GazetteerSource.read([("the row", Self.bytes(of: [row]))])
    } catch {
      throw GazetteerError(
        faults: error.faults.map { fault in
          var fault = fault
          fault.line = 1
          return fault
        })
    }
    try AtomicFile.write(bytes, to: path, kind: .csv)
  }

  private static func bytes(of rows: [[String]]) -> [UInt8] {
    Array(([GazetteerSource.columns] + rows).map(CSVRow.text).joined().utf8)
  }
}

/// A record of CSV (RFC 4180) as a line of text.
enum CSVRow {
  static func text(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    field.contains { ",\"\n\r".contains($0) }
      ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }
}
