internal import Foundation
internal import Interchange
internal import Toponymy

/// Writes index files of gazetteers.
enum GazetteerFile {
  /// Makes an index file of gazetteer CSV files, the first to be preferred.
  ///
  /// - Parameters:
  ///   - files: Their paths.
  ///   - path: Where the index will be.
  ///   - tolerance: How inexactly so many names will be looked up.
  /// - Returns: What was left out.
  /// - Throws: ``GazetteerError`` with every broken row of every file, ``IndexError`` or
  ///   ``InterchangeError`` where it cannot be written.
  @discardableResult
  static func build(
    _ files: [String], to path: String,
    tolerating tolerance: (_ names: Int) -> GazetteerBuilder.Tolerance
  ) throws -> GazetteerBuilder.Outcome {
    let sources = try GazetteerSource.read(
      files.map { path in
        guard let data = FileManager.default.contents(atPath: path) else {
          throw DataFolderError(description: "\(path) cannot be read")
        }
        return (path, Array(data))
      })
    return try write(to: path, joinsSources: true) { builder in
      for source in sources { try builder.add(source) }
      return try builder.finish(tolerating: tolerance(builder.nameCount))
    }
  }

  /// Writes an index file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: Where it will be.
  ///   - joinsSources: Whether there is more than one source.
  ///   - body: Fills the builder and finishes it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, and ``InterchangeError`` where the file cannot be written.
  static func write<Value>(
    to path: String, joinsSources: Bool, _ body: (inout GazetteerBuilder) throws -> Value
  ) throws -> Value {
    let folder = folder(of: path)
    var value: Value?
    do {
      try AtomicFile.write(to: path, kind: .gazetteerIndex) { append in
        value = try withoutActuallyEscaping(append) { append in
          var builder = try GazetteerBuilder(folder: folder, joinsSources: joinsSources) {
            try append($0)
          }
          return try body(&builder)
        }
      }
    } catch InterchangeError.wouldOverwrite {
      throw InterchangeError.cannotCreate(
        path: path, reason: "it holds something else than a gazetteer index; name another file")
    }
    guard let value else {
      throw InterchangeError.writeFailed(path: path, reason: "nothing was written")
    }
    return value
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// "1 place", "2 places".
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
