/// Folded names on their way into the table of names: each whole name with its place, and each of its
/// beginnings, so that a scan knows when to go on.
struct NameTuples {
  /// Names of more words are not looked for.
  static let longestName = 24

  private static let fixedLength = 19
  private static let beginningFlag: UInt8 = 8
  private static let firstWordFlag: UInt8 = 16

  private let spool: PartitionedSpool

  init(folder: String?, memory: Int = PartitionedSpool.memory) {
    spool = PartitionedSpool(folder: folder, memory: memory)
  }

  /// Adds a name and its beginnings.
  func add(_ name: FoldedText, _ entry: NameRecord.Entry) throws(IndexError) {
    guard let first = name.words.first, name.words.count <= Self.longestName else { return }
    let key = name.key(of: name.words.indices)
    guard key.count <= Int(UInt16.max) else { return }
    var hash = first.hash
    for (index, word) in name.words.enumerated().dropFirst() {
      let flags = index == 1 ? Self.beginningFlag | Self.firstWordFlag : Self.beginningFlag
      try append(hash, flags: flags, entry: nil, key: [])
      hash = WordHash.joining(hash, word.hash)
    }
    let flags = entry.form.rawValue | (name.words.count == 1 ? Self.firstWordFlag : 0)
    try append(hash, flags: flags, entry: entry, key: key)
  }

  private func append(
    _ hash: UInt64, flags: UInt8, entry: NameRecord.Entry?, key: [UInt8]
  ) throws(IndexError) {
    try spool.append(hash) { writer in
      writer.word64(hash)
      writer.byte(flags)
      writer.word32(UInt32(entry?.place ?? 0))
      writer.word32(UInt32((entry?.toponym ?? 0) + 1))
      writer.word16(UInt16(key.count))
      writer.append(key)
    }
  }

  /// What there is under one hash.
  struct Group {
    var hash: UInt64
    /// The names, nearly always one.
    var names: [(key: ArraySlice<UInt8>, entries: [NameRecord.Entry])] = []
    /// Whether a longer name begins so.
    var hasContinuation = false
    /// Whether it is the first word of a name.
    var isFirstWord = false
  }

  /// The names of a partition by their hashes; they are forgotten here.
  func takeGroups(_ partition: Int, _ body: (Group) throws -> Void) throws {
    let tuples = SortedTuples(try spool.takeAll(partition)) { bytes, offset in
      Self.fixedLength + Int(SortedTuples.word(bytes, offset + 17, 2))
    }
    try tuples.forEachGroup { try body(Self.group($0, of: tuples)) }
  }

  private static func group(
    _ references: ArraySlice<SortedTuples.Reference>, of tuples: SortedTuples
  ) -> Group {
    var group = Group(hash: references.first?.hash ?? 0)
    for reference in references {
      let offset = reference.offset
      let flags = tuples.bytes[offset + 8]
      if flags & firstWordFlag != 0 { group.isFirstWord = true }
      guard flags & beginningFlag == 0, let form = NameRecord.Form(rawValue: flags & 3) else {
        group.hasContinuation = true
        continue
      }
      let start = offset + fixedLength
      let key = tuples.bytes[start..<start + Int(tuples.word(offset + 17, 2))]
      let entry = NameRecord.Entry(
        place: Int(tuples.word(offset + 9, 4)), toponym: Int(tuples.word(offset + 13, 4)) - 1,
        form: form)
      if let index = group.names.firstIndex(where: { $0.key == key }) {
        add(entry, to: &group.names[index].entries)
      } else {
        group.names.append((key, [entry]))
      }
    }
    return group
  }

  /// Adds an entry; of two for one place a name goes before a colloquial spelling, and else the first,
  /// unless only one names its people.
  ///
  /// Entries come in the order of their places.
  private static func add(_ entry: NameRecord.Entry, to entries: inout [NameRecord.Entry]) {
    let index = entries.lastIndex { known in
      known.place != entry.place || (known.form == .demonym) == (entry.form == .demonym)
    }
    guard let index, entries[index].place == entry.place else {
      entries.append(entry)
      return
    }
    if entry.form == .name, entries[index].form == .colloquial { entries[index] = entry }
  }
}
