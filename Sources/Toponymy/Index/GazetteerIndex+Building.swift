extension GazetteerIndex {
  /// Makes an index of gazetteer CSV files in memory, the first to be preferred.
  ///
  /// - Throws: ``GazetteerError`` with every broken row of every file.
  public convenience init(
    files: [(path: String, bytes: [UInt8])]
  ) throws(GazetteerError) {
    var sources: [(GazetteerSummary.Source, [Place])] = []
    var faults: [GazetteerError.Fault] = []
    for (path, bytes) in files {
      do throws(GazetteerError) {
        sources.append(try Self.source(path: path, bytes: bytes))
      } catch {
        faults += error.faults
      }
    }
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    self.init(sources: sources, tolerating: .oneEdit)
  }

  /// Reads the places of a gazetteer CSV file.
  ///
  /// - Throws: ``GazetteerError`` with every broken row.
  public static func source(
    path: String, bytes: [UInt8]
  ) throws(GazetteerError) -> (source: GazetteerSummary.Source, places: [Place]) {
    let (places, faults) = GazetteerReader.read(bytes, path: path)
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (GazetteerSummary.Source(name: name, format: "csv", byteCount: bytes.count), places)
  }

  /// Makes an index of places in memory.
  convenience init(
    sources: [(source: GazetteerSummary.Source, places: [Place])],
    tolerating tolerance: GazetteerBuilder.Tolerance
  ) {
    var bytes: [UInt8] = []
    do {
      var builder = try GazetteerBuilder(folder: nil) { bytes.append(contentsOf: $0) }
      for (source, places) in sources {
        builder.begin(source)
        for place in places { try builder.add(place) }
      }
      _ = try builder.finish(tolerating: tolerance)
      try self.init(bytes, path: "the index in memory")
    } catch {
      preconditionFailure("an index in memory needs nothing that could fail: \(error)")
    }
  }
}

extension GazetteerSummary.Source {
  /// Places that come from no file.
  static let memory = GazetteerSummary.Source(name: "memory", format: "", byteCount: 0)
}
