internal import SimpleFeatures

/// A prebuilt gazetteer: places, their names and their identifiers in one file, mapped into memory and
/// used as it lies there.
///
/// Opening reads the ends of the file only, so it costs the same at any size. Each record that is read
/// is held to its hash; a damaged one is as if it were not there.
public final class GazetteerIndex: Sendable {
  /// Where it is, for messages.
  public let path: String
  let bytes: MappedBytes
  let footer: IndexFooter
  private let names: SlotTable
  private let ids: SlotTable
  private let deletions: [DeletionTable]

  /// Opens an index file.
  ///
  /// - Throws: ``IndexError``: what is wrong with the file.
  /// - Complexity: O(1).
  public convenience init(path: String) throws(IndexError) {
    try self.init(try MappedBytes(path: path), path: path)
  }

  /// Uses an index that was made in memory.
  convenience init(_ bytes: [UInt8], path: String) throws(IndexError) {
    try self.init(MappedBytes(bytes), path: path)
  }

  init(_ bytes: MappedBytes, path: String) throws(IndexError) {
    self.bytes = bytes
    self.path = path
    let magic = IndexLayout.magic
    guard bytes.equals(0..<magic.count, magic) else {
      throw .notAnIndex(path: path, reason: "it begins with something else")
    }
    let version = Int(bytes.word32(at: magic.count))
    guard version <= IndexLayout.version else {
      throw .newerVersion(path: path, version: version)
    }
    guard version == IndexLayout.version,
      bytes.word32(at: magic.count + 4) == IndexLayout.byteOrderMark
    else { throw .notAnIndex(path: path, reason: "its header is damaged") }
    guard bytes.word64(at: magic.count + 8) == FoldingTable.plain.hash else {
      throw .notAnIndex(path: path, reason: "its names were folded by other rules than today's")
    }
    let trailer = bytes.count - IndexLayout.trailerLength
    guard trailer >= IndexLayout.headerLength,
      bytes.equals(bytes.count - magic.count..<bytes.count, magic)
    else { throw .notAnIndex(path: path, reason: "it was cut off") }
    let start = Int(truncatingIfNeeded: bytes.word64(at: trailer))
    let length = Int(truncatingIfNeeded: bytes.word64(at: trailer + 8))
    guard start >= 0, length >= 0, start <= trailer, length == trailer - start,
      bytes.hash(start..<trailer) == bytes.word64(at: trailer + 16),
      let footer = IndexFooter(bytes, at: start),
      let names = SlotTable(bytes, footer.names), let ids = SlotTable(bytes, footer.ids)
    else { throw .notAnIndex(path: path, reason: "its table of contents is damaged") }
    self.footer = footer
    self.names = names
    self.ids = ids
    var deletions: [DeletionTable] = []
    for (level, runs) in footer.deletions.enumerated() {
      guard let table = DeletionTable(bytes, runs, edits: level + 1) else {
        throw .notAnIndex(path: path, reason: "its table of contents is damaged")
      }
      deletions.append(table)
    }
    self.deletions = deletions
  }

  /// Whether a file begins as an index does.
  public static func isIndex(_ beginning: some Collection<UInt8>) -> Bool {
    beginning.starts(with: IndexLayout.magic)
  }

  /// What it holds and where that comes from.
  public var summary: GazetteerSummary { footer.summary }
  /// How many places it has, those left out not among them.
  public var placeCount: Int { footer.placeCount - footer.hiddenCount }
  /// How many names the places have.
  public var nameCount: Int { footer.nameCount }
  /// The pins and bans of names.
  public var decisions: [NameDecision] { footer.decisions }
  /// Up to how many edits names can be looked up inexactly.
  public var edits: Int { deletions.count }
  /// The length of the file.
  public var byteCount: Int { bytes.count }
  /// A hash of all that it says: places, names, and decisions about names.
  public var contentHash: UInt64 {
    var writer = ByteWriter()
    for decision in footer.decisions {
      writer.text(decision.name)
      if case .pin(let place) = decision.verdict { writer.text(place.text) }
      writer.text(decision.why)
    }
    return writer.bytes.isEmpty
      ? footer.contentHash : WordHash.joining(footer.contentHash, WordHash.of(writer.bytes))
  }

  /// Reads the whole file and says whether it is as it was written.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public func isIntact() -> Bool {
    let end = Int(truncatingIfNeeded: bytes.word64(at: bytes.count - IndexLayout.trailerLength))
    return HashingOutput.hash(of: bytes, upTo: end) == footer.contentHash
  }

  // MARK: - Places

  /// The place of a number; `nil` where it is left out or damaged.
  func place(_ number: Int) -> Place? {
    guard number >= 0, number < footer.placeCount, let offset = recordOffset(of: number) else {
      return nil
    }
    return PlaceRecord.place(bytes, at: offset, pool: footer.pool)
  }

  /// Where the record of a number below ``IndexFooter/placeCount`` begins; `nil` where it is left out.
  func recordOffset(of number: Int) -> Int? {
    let offset = Int(bytes.word32(at: footer.offsets + number * 4)) * IndexLayout.recordAlignment
    return offset > 0 ? offset : nil
  }

  /// The number of the place with an identifier or reference.
  ///
  /// - Complexity: O(1).
  func number(of identifier: String) -> Int? {
    var found: Int?
    _ = ids.first(IdentifierTuples.hash(identifier)) { slot in
      guard let place = place(slot.payload),
        place.id.text == identifier || place.references.contains(identifier)
      else { return false }
      found = slot.payload
      return true
    }
    return found
  }

  // MARK: - Names

  /// Whether a name may begin with a word of this hash: `false` is certain.
  func mayBegin(_ hash: UInt64) -> Bool {
    let word = BeginningFilter.word(of: hash, among: footer.beginningBits / 64)
    let bits = BeginningFilter.bits(of: hash)
    return bytes.word64(at: footer.beginnings + word * 8) & bits == bits
  }

  /// What words of one hash are: the record of a name, and whether a longer name begins so.
  ///
  /// - Parameters:
  ///   - hash: The hash of the words.
  ///   - isKey: Whether a range of the index holds the words: hashes only propose.
  /// - Returns: Where the record is, if there is one, and whether to go on.
  func name(
    _ hash: UInt64, isKey: (Range<Int>) -> Bool
  ) -> (record: Int?, hasContinuation: Bool) {
    var hasContinuation = false
    let slot = names.first(hash) { slot in
      if slot.isFlagged { hasContinuation = true }
      return slot.hasPayload && isKey(NameRecord.key(bytes, at: slot.payload))
    }
    return (slot?.payload, hasContinuation)
  }

  /// The slot where the search for words of one hash begins.
  func homeSlot(_ hash: UInt64) -> SlotTable.Slot { names.home(of: hash) }

  /// The first slot that words of one hash may be in; an empty one where there is none.
  func firstSlot(_ hash: UInt64) -> SlotTable.Slot { names.first(hash) { _ in true } ?? .empty }

  /// Where the key is that a slot leads to.
  func key(of slot: SlotTable.Slot) -> Range<Int> { NameRecord.key(bytes, at: slot.payload) }

  /// What words of one hash and key are.
  func name(
    _ hash: UInt64, key: some Collection<UInt8>
  ) -> (record: Int?, hasContinuation: Bool) {
    name(hash) { bytes.equals($0, key) }
  }

  /// The places under the record of a name.
  func entries(at record: Int) -> [NameRecord.Entry] {
    NameRecord.entries(bytes, at: record)
  }

  /// The records of names within some edits of a folded name, with their distances, closest first.
  ///
  /// - Complexity: O(1) in the number of names, for what a name's neighbourhood usually holds.
  func similarNames(to name: [UInt8], edits: Int) -> [(record: Int, distance: Int)] {
    let comparison = EditDistance(name)
    var distances: [Int: Int] = [:]
    // Short names are in the table of one edit only.
    for (level, table) in deletions.prefix(edits).enumerated() {
      for proposal in table.proposals(for: name) where distances[proposal.record] == nil {
        let key = NameRecord.key(bytes, at: proposal.record)
        let distance = bytes.distance(comparison, to: key, upTo: level + 1) ?? .max
        if distance <= level + 1 { distances[proposal.record] = distance }
      }
    }
    let found = distances.map { (record: $0.key, distance: $0.value) }
    return found.sorted { ($0.distance, $0.record) < ($1.distance, $1.record) }
  }
}
