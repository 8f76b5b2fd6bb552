internal import Foundation
internal import Interchange
internal import Toponymy

/// Writes index files of gazetteers.
enum GazetteerFile {
  /// Makes an index file of gazetteer CSV files, the first to be preferred.
  ///
  /// - Throws: ``GazetteerError`` with every broken row of every file, ``IndexError`` or
  ///   ``InterchangeError`` where it cannot be written.
  @discardableResult
  static func build(
    _ files: [String], to path: String, tolerating tolerance: GazetteerBuilder.Tolerance
  ) throws -> GazetteerBuilder.Outcome {
    var sources: [(GazetteerSummary.Source, [Place])] = []
    var faults: [GazetteerError.Fault] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw DataFolderError(description: "\(file) cannot be read")
      }
      do {
        sources.append(try GazetteerIndex.source(path: file, bytes: Array(data)))
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    return try write(to: path) { builder in
      for (source, places) in sources {
        builder.begin(source)
        for place in places { try builder.add(place) }
      }
      return try builder.finish(tolerating: tolerance)
    }
  }

  /// Writes an index file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: Where it will be.
  ///   - body: Fills the builder and finishes it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, and ``InterchangeError`` where the file cannot be written.
  static func write<Value>(
    to path: String, _ body: (inout GazetteerBuilder) throws -> Value
  ) throws -> Value {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var result: Result<Value, any Error>?
    do {
      try AtomicFile.write(to: path, kind: .gazetteerIndex) { append throws(InterchangeError) in
        withoutActuallyEscaping(append) { append in
          result = Result {
            var builder = try GazetteerBuilder(folder: folder) { try append($0) }
            return try body(&builder)
          }
        }
        // What went wrong is told below; here it is enough that nothing is left behind.
        if case .failure = result { throw .writeFailed(path: path, reason: "it was not finished") }
      }
    } catch {
      if case .failure(let cause) = result { throw cause }
      throw error
    }
    guard let result else {
      throw InterchangeError.writeFailed(path: path, reason: "nothing was written")
    }
    return try result.get()
  }
}
