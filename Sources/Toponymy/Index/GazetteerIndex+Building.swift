extension GazetteerIndex {
  /// Makes an index of gazetteer CSV files in memory, the first to be preferred.
  ///
  /// - Parameters:
  ///   - files: Each file's bytes, and its path for messages.
  ///   - tolerance: How inexactly names will be looked up.
  /// - Throws: ``GazetteerError`` with every broken row of every file.
  public convenience init(
    files: [(path: String, bytes: [UInt8])],
    tolerating tolerance: GazetteerBuilder.Tolerance = .oneEdit
  ) throws(GazetteerError) {
    self.init(
      sources: try GazetteerSource.read(files), tolerating: tolerance,
      path: files.map(\.path).joined(separator: ", "))
  }

  /// Makes an index of places in memory.
  convenience init(
    sources: [GazetteerSource], tolerating tolerance: GazetteerBuilder.Tolerance,
    path: String = "the index in memory"
  ) {
    var bytes: [UInt8] = []
    do {
      var builder = try GazetteerBuilder(folder: nil, joinsSources: true) {
        bytes.append(contentsOf: $0)
      }
      for source in sources { try builder.add(source) }
      _ = try builder.finish(tolerating: tolerance)
      try self.init(bytes, path: path)
    } catch {
      preconditionFailure("an index in memory needs nothing that could fail: \(error)")
    }
  }
}
