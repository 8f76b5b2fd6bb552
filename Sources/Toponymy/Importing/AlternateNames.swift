/// The table `alternateNamesV2` of GeoNames, sorted into partitions by geonameid.
struct AlternateNames: ~Copyable {
  /// The names of the places of one partition.
  struct Partition {
    private let partition: PartitionedFile.Partition
    /// The records by geonameid, those of one in the table's order.
    private let order: [Int]

    fileprivate init(_ partition: PartitionedFile.Partition) {
      self.partition = partition
      order = partition.records.indices.sorted {
        (partition.records[$0].key, $0) < (partition.records[$1].key, $1)
      }
    }

    /// What the table says of a place: preferred names first, colloquial and historic ones last,
    /// otherwise in the table's order.
    func names(of id: Int) -> Names {
      var names = Names()
      var ranked: [[Toponym]] = [[], [], [], []]
      for record in records(of: id) {
        guard let entry = AlternateName(partition.bytes[partition.records[record].payload]) else {
          continue
        }
        switch entry.use {
        case .reference: names.references.append("wikidata:\(entry.text)")
        case .code: names.codes.insert(entry.text)
        case .name(let rank):
          let language = LanguageTag.of(
            entry.language, name: entry.text, isHistoric: rank == .historic)
          ranked[Int(rank.rawValue)].append(Toponym(entry.text, language: language))
        }
      }
      names.toponyms = Array(ranked.joined())
      return names
    }

    private func records(of id: Int) -> ArraySlice<Int> {
      func first(_ isBeyond: (Int) -> Bool) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
          let middle = (low + high) / 2
          if isBeyond(partition.records[order[middle]].key) {
            high = middle
          } else {
            low = middle + 1
          }
        }
        return low
      }
      return order[first { $0 >= id }..<first { $0 > id }]
    }
  }

  /// What the table says of one place.
  struct Names {
    /// The names.
    var toponyms: [Toponym] = []
    /// The same place elsewhere.
    var references: [String] = []
    /// Codes that are no names although dumps list them among them.
    var codes: Set<String> = []
  }

  private var file: PartitionedFile

  /// Sorts a table; its faults are reported.
  ///
  /// - Throws: ``GazetteerImportError``.
  static func reading(
    _ path: String, folder: String, run: ImportRun
  ) throws(GazetteerImportError) -> AlternateNames {
    var file = try PartitionedFile.making(in: folder)
    var reader = try LineReader.opening(path)
    run.expect(reader.size)
    var row = DelimitedRow()
    var isSound = false
    reading: while true {
      switch try reader.next(&row) {
      case .end: break reading
      case .overlong: run.report(.overlong, path: path, line: reader.line)
      case .line:
        let id: Int
        let entry: AlternateName?
        do throws(DelimitedRow.Fault) {
          (id, entry) = try AlternateName.read(row)
        } catch {
          run.report(error, path: path, line: reader.line)
          continue
        }
        isSound = true
        if let entry { try file.append(key: id, line: reader.line, payload: entry.bytes) }
      }
      run.advance(to: reader.bytesRead)
    }
    guard isSound else {
      throw .wrongForm(
        path: path,
        reason: "is no table of alternate names; expected: 10 columns between tabs, "
          + "alternateNameId, geonameid, isolanguage, alternate name, isPreferredName, "
          + "isShortName, isColloquial, isHistoric, from, to")
    }
    run.finish(reader.bytesRead)
    return AlternateNames(file: file)
  }

  private init(file: consuming PartitionedFile) {
    self.file = file
  }

  /// A partition of the table, that of the same number of a dump sorted by geonameid.
  mutating func partition(_ number: Int) throws(GazetteerImportError) -> Partition {
    Partition(try file.partition(number))
  }
}
