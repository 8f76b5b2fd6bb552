internal import SimpleFeatures

/// Makes an index of places, one after the other, in memory that hardly grows with their number: four
/// bytes a place, the texts that many share, and one partition at a time of each table.
///
/// The same places in the same order give the same bytes. What is found under a name is ordered by the
/// places' order, so the first source is the one to be preferred.
public struct GazetteerBuilder {
  /// Takes the next piece of the file.
  public typealias Output = (_ bytes: [UInt8]) throws -> Void

  private var output: HashingOutput
  private var pool = PlaceRecord.Pool()
  private var offsets = ByteWriter()
  private var footer = IndexFooter()
  private let names: NameTuples
  private let ids: IdentifierTuples
  private let folder: String?
  private var record = ByteWriter()
  /// The source that each identifier and reference came from first; only where sources are joined.
  private var owners: [UInt64: Int]?
  private var knownCount = 0
  private var formCount = 0

  /// Begins an index.
  ///
  /// - Parameters:
  ///   - folder: Where temporary files may be made, which have no names; `nil` keeps all in memory.
  ///   - joinsSources: Whether there will be more than one source, and places of a later one that an
  ///     earlier one has are passed over; takes 16 bytes an identifier of memory.
  ///   - output: Takes the file piece by piece.
  /// - Throws: What the output throws.
  public init(folder: String?, joinsSources: Bool = false, output: @escaping Output) throws {
    try self.init(
      folder: folder, memory: PartitionedSpool.memory, joinsSources: joinsSources, output: output)
  }

  /// Begins an index, keeping so many bytes of each partition in memory before they go to a file.
  init(folder: String?, memory: Int, joinsSources: Bool, output: @escaping Output) throws {
    self.folder = folder
    owners = joinsSources ? [:] : nil
    names = NameTuples(folder: folder, memory: memory)
    ids = IdentifierTuples(folder: folder, memory: memory)
    self.output = HashingOutput(output)
    var header = ByteWriter()
    header.append(IndexLayout.magic)
    header.word32(UInt32(IndexLayout.version))
    header.word32(IndexLayout.byteOrderMark)
    header.word64(FoldingTable.plain.hash)
    try self.output.append(header.bytes)
  }

  /// Begins a source.
  public mutating func begin(_ source: GazetteerSummary.Source) {
    footer.summary.sources.append(source)
  }

  /// Adds all that a gazetteer CSV file holds.
  ///
  /// - Throws: As ``add(_:)-(Place)``.
  public mutating func add(_ source: GazetteerSource) throws {
    begin(source.description)
    footer.decisions += source.decisions
    for place in source.places { try add(place) }
  }

  /// Adds a place, unless an earlier source has it, by identifier or reference.
  ///
  /// - Throws: ``IndexError/unwritable(path:reason:)``, and what the output throws.
  public mutating func add(_ place: Place) throws {
    guard claim(place) else {
      knownCount += 1
      return
    }
    let number = footer.placeCount
    guard number < UInt32.max else {
      throw IndexError.unwritable(path: folder ?? "", reason: "it would have 2³² places")
    }
    try checkSize()
    record.removeAll()
    PlaceRecord.write(place, to: &record, pool: &pool)
    offsets.word32(UInt32(output.count / IndexLayout.recordAlignment))
    try output.append(record.bytes)
    footer.placeCount += 1
    footer.summary.count(place)
    if !footer.summary.sources.isEmpty {
      footer.summary.sources[footer.summary.sources.count - 1].placeCount += 1
    }
    try addIdentifiers(of: place, number)
    try addNames(of: place, number)
  }

  /// Takes the identifiers of a place for its source; `false` where an earlier source has one of them.
  private mutating func claim(_ place: Place) -> Bool {
    guard owners != nil else { return true }
    let source = footer.summary.sources.count
    let hashes = ([place.id.text] + place.references).map(IdentifierTuples.hash)
    guard !hashes.contains(where: { owners?[$0] ?? source < source }) else { return false }
    for hash in hashes where owners?[hash] == nil { owners?[hash] = source }
    return true
  }

  private func checkSize() throws(IndexError) {
    guard output.count < SlotTable.payloadLimit else {
      throw .unwritable(path: folder ?? "", reason: "it would be larger than 16 GiB")
    }
  }

  private func addIdentifiers(of place: Place, _ number: Int) throws {
    try ids.add(place.id.text, place: number, isReference: false)
    for reference in place.references {
      try ids.add(reference, place: number, isReference: true)
    }
  }

  private mutating func addNames(of place: Place, _ number: Int) throws {
    try addForms(of: Toponym(place.name, language: "und"), place: number, toponym: -1)
    footer.nameCount += place.names.count
    for (toponym, name) in place.names.enumerated() {
      try addForms(of: name, place: number, toponym: toponym)
    }
    for (toponym, name) in place.demonyms.enumerated() {
      let entry = NameRecord.Entry(place: number, toponym: toponym, form: .demonym)
      try names.add(FoldedText(name.text), entry)
    }
  }

  private mutating func addForms(of name: Toponym, place: Int, toponym: Int) throws {
    for (number, form) in SpellingForms.forms(of: name).enumerated() {
      let entry = NameRecord.Entry(
        place: place, toponym: toponym, form: number == 0 ? .name : .colloquial)
      try names.add(form, entry)
      formCount += 1
    }
  }

  /// How many places were added.
  public var placeCount: Int { footer.placeCount }
  /// How many names they have.
  public var nameCount: Int { footer.nameCount }

  // MARK: - Finishing

  /// How inexactly names can be looked up: the more, the larger the index.
  public struct Tolerance: Hashable, Sendable {
    /// For one edit, and for two, the letters of the shortest names that are found with them.
    let shortestNames: [Int]

    /// Names are found exactly only.
    public static let none = Tolerance(shortestNames: [])
    /// Names of four letters are found with one edit.
    public static let oneEdit = Tolerance(shortestNames: [4])
    /// Names of four letters are found with one edit, of six with two.
    public static let twoEdits = Tolerance(shortestNames: [4, 6])
    /// Names of four letters are found with one edit, of eleven with two: a third of the size.
    public static let twoEditsInLongNames = Tolerance(shortestNames: [4, 11])
  }

  /// What finishing found.
  public struct Outcome: Hashable, Sendable {
    /// Places that are left out, an earlier source having them.
    public internal(set) var knownCount = 0
    /// Identifiers that a source has more than once; the first place keeps it.
    public internal(set) var duplicateCount = 0
    /// The first twenty of them.
    public internal(set) var duplicates: [String] = []
  }

  /// Writes the tables and the end of the file.
  ///
  /// - Parameter tolerance: How inexactly names will be looked up.
  /// - Returns: What was left out.
  /// - Throws: ``IndexError/unwritable(path:reason:)``, and what the output throws.
  public mutating func finish(tolerating tolerance: Tolerance) throws -> Outcome {
    var outcome = Outcome(knownCount: knownCount)
    let hidden = try writeIdentifiers(&outcome)
    footer.hiddenCount = hidden.count
    footer.offsets = output.count
    // A place whose identifier another has keeps its number and loses its record.
    for place in hidden { offsets.overwrite(at: place * 4, word32: 0) }
    try output.append(offsets.bytes)
    let deletions = tolerance.shortestNames.enumerated().map { level, letters in
      DeletionTable.Builder(edits: level + 1, shortestName: letters, folder: folder)
    }
    try writeNames(hidden: hidden, deletions: deletions)
    for table in deletions { footer.deletions.append(try table.write(to: &output)) }
    footer.pool = output.count
    try output.append(pool.writer.bytes)
    footer.contentHash = output.hash
    try writeFooter()
    return outcome
  }

  /// Writes the table of identifiers; returns the places whose identifier an earlier place has.
  private mutating func writeIdentifiers(_ outcome: inout Outcome) throws -> Set<Int> {
    var hidden: Set<Int> = []
    for partition in 0..<SlotTable.partitionCount {
      var found: [IdentifierTuples.Claims] = []
      try ids.takeAll(partition) { found.append($0) }
      var slots = SlotTable.Builder(entries: found.count)
      for claims in found {
        slots.insert(claims.hash, payload: claims.place)
        for place in claims.duplicates where hidden.insert(place).inserted {
          outcome.duplicateCount += 1
          if outcome.duplicates.count < 20 { outcome.duplicates.append(claims.identifier) }
        }
      }
      footer.ids.append(try output.append(slots))
    }
    return hidden
  }

  private mutating func writeNames(
    hidden: Set<Int>, deletions: [DeletionTable.Builder]
  ) throws {
    var filter = BeginningFilter(expecting: formCount)
    for partition in 0..<SlotTable.partitionCount {
      var records = ByteWriter()
      var found: [(hash: UInt64, payload: Int?, hasContinuation: Bool)] = []
      let base = output.count
      try names.takeGroups(partition) { group in
        if group.isFirstWord { filter.insert(group.hash) }
        var hasRecord = false
        for (key, all) in group.names {
          let entries = all.filter { !hidden.contains($0.place) }
          guard !entries.isEmpty else { continue }
          let offset = base + records.count
          NameRecord.write(key: key, entries, to: &records)
          found.append((group.hash, offset, group.hasContinuation))
          hasRecord = true
          footer.keyCount += 1
          guard entries.contains(where: { $0.form != .demonym }) else { continue }
          for table in deletions { try table.add(key, at: offset) }
        }
        if !hasRecord, group.hasContinuation { found.append((group.hash, nil, true)) }
      }
      try output.append(records.bytes)
      try checkSize()
      var slots = SlotTable.Builder(entries: found.count)
      for (hash, payload, hasContinuation) in found {
        slots.insert(hash, payload: payload, isFlagged: hasContinuation)
      }
      footer.names.append(try output.append(slots))
    }
    filter.shrink()
    footer.beginnings = output.count
    footer.beginningBits = filter.bitCount
    var writer = ByteWriter()
    filter.write(to: &writer)
    try output.append(writer.bytes)
  }

  private mutating func writeFooter() throws {
    var writer = ByteWriter()
    footer.write(to: &writer)
    let offset = output.count
    var trailer = ByteWriter()
    trailer.word64(UInt64(offset))
    trailer.word64(UInt64(writer.count))
    trailer.word64(WordHash.of(writer.bytes))
    trailer.append(IndexLayout.magic)
    try output.append(writer.bytes + trailer.bytes)
    try output.flush()
  }
}
