extension GazetteerIndex {
  /// Makes an index of gazetteer CSV files in memory, the first to be preferred.
  ///
  /// - Throws: ``GazetteerError`` with every broken row of every file.
  public convenience init(
    files: [(path: String, bytes: [UInt8])]
  ) throws(GazetteerError) {
    self.init(sources: try GazetteerSource.read(files), tolerating: .oneEdit)
  }

  /// Makes an index of places in memory.
  convenience init(sources: [GazetteerSource], tolerating tolerance: GazetteerBuilder.Tolerance) {
    var bytes: [UInt8] = []
    do {
      var builder = try GazetteerBuilder(folder: nil) { bytes.append(contentsOf: $0) }
      for source in sources { try builder.add(source) }
      _ = try builder.finish(tolerating: tolerance)
      try self.init(bytes, path: "the index in memory")
    } catch {
      preconditionFailure("an index in memory needs nothing that could fail: \(error)")
    }
  }
}
