/// Finds names within one or two edits of another: what is left of both after some letters are taken
/// out is equal.
///
/// The deletion neighbourhood of Bocek, Hunt & Stiller (2007), as in SymSpell (W. Garbe, 2012): an edit
/// is a letter changed, missing, added, or swapped with its neighbour. For one edit a letter is taken
/// out anywhere; for two, up to two letters out of the first seven, which keeps the table small.
/// Hashes only propose: each name proposed is compared.
struct DeletionTable: Sendable {
  private static let prefix = 7
  private static let entryLength = 6

  /// A name that may be meant.
  struct Proposal: Hashable, Sendable {
    /// Where its record is.
    var record: Int
    /// How many letters it has, 255 for more.
    var letters: Int
  }

  private let bytes: MappedBytes
  private let slots: SlotTable
  private let edits: Int

  init?(_ bytes: MappedBytes, _ runs: [IndexFooter.SlotRun], edits: Int) {
    guard let slots = SlotTable(bytes, runs) else { return nil }
    self.bytes = bytes
    self.slots = slots
    self.edits = edits
  }

  /// The names that may be within the table's edits of a folded name, in the order of their records.
  func proposals(for name: [UInt8]) -> [Proposal] {
    let letters = LetterCount.of(name)
    var found: [Proposal] = []
    for hash in Self.hashes(of: name, edits: edits) {
      _ = slots.first(hash) { slot in
        if slot.isFlagged {
          addList(at: slot.payload, letters: letters, to: &found)
        } else {
          add(at: slot.payload, letters: letters, to: &found)
        }
        return false
      }
    }
    found.sort { $0.record < $1.record }
    var unique: [Proposal] = []
    for proposal in found where proposal != unique.last { unique.append(proposal) }
    return unique
  }

  private func add(at record: Int, letters: Int, to found: inout [Proposal]) {
    let key = NameRecord.key(bytes, at: record)
    let count = min(255, key.count)
    // Bytes are at least as many as letters; the comparison that follows is exact.
    guard count + edits >= letters else { return }
    found.append(Proposal(record: record, letters: count))
  }

  private func addList(at offset: Int, letters: Int, to found: inout [Proposal]) {
    var position = offset
    guard let count = bytes.varint(at: &position) else { return }
    for _ in 0..<min(count, bytes.count / Self.entryLength) {
      let entry = bytes.word64(at: position)
      let theirs = Int(entry >> 40 & 0xFF)
      if abs(theirs - min(255, letters)) <= edits {
        found.append(Proposal(record: Int(entry & 0xFF_FFFF_FFFF), letters: theirs))
      }
      position += Self.entryLength
    }
  }

  // MARK: - What is left of a name

  /// The hashes of a name without some of its letters, its own first; none twice.
  static func hashes(of name: [UInt8], edits: Int) -> [UInt64] {
    edits == 1 ? hashesWithoutOne(of: name) : hashesWithoutTwo(of: name)
  }

  private static func hashesWithoutOne(of name: [UInt8]) -> [UInt64] {
    var hashes = [WordHash.of(name)]
    var rest: [UInt8] = []
    rest.reserveCapacity(name.count)
    hashes.reserveCapacity(name.count + 1)
    for letter in letters(of: name[...]) {
      rest.removeAll(keepingCapacity: true)
      rest.append(contentsOf: name[..<letter.lowerBound])
      rest.append(contentsOf: name[letter.upperBound...])
      let hash = WordHash.of(rest)
      // Of a run of equal letters it makes no difference which is taken out.
      if hash != hashes.last { hashes.append(hash) }
    }
    return hashes
  }

  /// Of the first seven letters: 29 hashes at most, so that they are looked through for equal ones.
  private static func hashesWithoutTwo(of name: [UInt8]) -> [UInt64] {
    let letters = letters(of: name[...]).prefix(prefix)
    let end = letters.last?.upperBound ?? 0
    var hashes = [WordHash.of(name[..<end])]
    var rest: [UInt8] = []
    hashes.reserveCapacity(1 + prefix + prefix * (prefix - 1) / 2)
    for (index, first) in letters.enumerated() {
      for second in [end..<end] + letters[(index + 1)...] {
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: name[..<first.lowerBound])
        rest.append(contentsOf: name[first.upperBound..<second.lowerBound])
        rest.append(contentsOf: name[second.upperBound..<end])
        let hash = WordHash.of(rest)
        if !hashes.contains(hash) { hashes.append(hash) }
      }
    }
    return hashes
  }

  /// Where each letter is: a scalar of UTF-8.
  private static func letters(of name: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    found.reserveCapacity(name.count)
    var start = name.startIndex
    for index in name.indices.dropFirst() where name[index] & 0xC0 != 0x80 {
      found.append(start..<index)
      start = index
    }
    if start < name.endIndex { found.append(start..<name.endIndex) }
    return found
  }

  // MARK: - Making one

  /// A table in the making.
  struct Builder {
    private static let tupleLength = 14

    private let spool: PartitionedSpool
    private let edits: Int
    private let shortestName: Int

    init(edits: Int, shortestName: Int, folder: String?) {
      spool = PartitionedSpool(folder: folder)
      self.edits = edits
      self.shortestName = shortestName
    }

    /// Adds a folded name whose record is at an offset.
    func add(_ name: ArraySlice<UInt8>, at record: Int) throws(IndexError) {
      let letters = LetterCount.of(name)
      guard letters >= shortestName else { return }
      for hash in DeletionTable.hashes(of: Array(name), edits: edits) {
        try spool.append(hash) { writer in
          writer.word64(hash)
          writer.word32(UInt32(truncatingIfNeeded: record))
          writer.byte(UInt8(truncatingIfNeeded: record >> 32))
          writer.byte(UInt8(min(255, letters)))
        }
      }
    }

    /// Writes the lists and slots of every partition.
    func write(to output: inout HashingOutput) throws -> [IndexFooter.SlotRun] {
      try (0..<SlotTable.partitionCount).map { partition in
        let tuples = SortedTuples(try spool.takeAll(partition)) { _, _ in Self.tupleLength }
        var lists = ByteWriter()
        var found: [(hash: UInt64, payload: Int, isList: Bool)] = []
        tuples.forEachGroup { group in
          guard let first = group.first else { return }
          if group.count == 1 {
            found.append((first.hash, Int(tuples.word(first.offset + 8, 5)), false))
          } else {
            found.append((first.hash, output.count + lists.count, true))
            lists.varint(group.count)
            for reference in group {
              lists.append(tuples.bytes[reference.offset + 8..<reference.offset + 14])
            }
          }
        }
        // An entry is read eight bytes at a time.
        lists.word16(0)
        try output.append(lists.bytes)
        guard output.count < SlotTable.payloadLimit else {
          throw IndexError.unwritable(path: "", reason: "it would be larger than 16 GiB")
        }
        var slots = SlotTable.Builder(entries: found.count)
        for (hash, payload, isList) in found {
          slots.insert(hash, payload: payload, isFlagged: isList)
        }
        return try output.append(slots)
      }
    }
  }
}

/// Letters in UTF-8: bytes that do not go on with a letter.
enum LetterCount {
  static func of(_ name: some Sequence<UInt8>) -> Int {
    name.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
