/// A hash table inside an index: open addressing, six bytes a slot, in as many partitions as the high
/// bits of a hash tell apart.
///
/// A slot holds 12 bits of the hash, two flags and 34 bits of payload; 0 is an empty slot. Hashes only
/// propose: whoever asks compares what the payload leads to. A partition is one run of slots, so that
/// it can be built alone, in the memory of one partition.
struct SlotTable: Sendable {
  /// How many partitions every table has: a power of two.
  static let partitionCount = 1 << partitionBits
  /// How many bits of a hash tell its partition.
  static let partitionBits = 6
  /// How many bytes a slot takes.
  static let slotLength = 6
  /// Payloads are below this: 16 GiB, where they are offsets.
  static let payloadLimit = 1 << 34

  /// The partition that a hash belongs to.
  static func partition(of hash: UInt64) -> Int { Int(hash >> UInt64(64 - partitionBits)) }

  /// A slot that a hash may be in.
  struct Slot: Equatable, Sendable {
    fileprivate let bits: UInt64

    /// One that holds nothing.
    static let empty = Slot(bits: 0)

    /// What it leads to.
    var payload: Int { Int(bits & 0x3_FFFF_FFFF) }
    /// The first flag, of the table's own meaning.
    var isFlagged: Bool { bits & 1 << 34 != 0 }
    /// Whether ``payload`` leads anywhere.
    var hasPayload: Bool { bits & 1 << 35 != 0 }
  }

  /// One partition in the making.
  struct Builder {
    private var slots: [UInt64]

    /// Makes room for a number of entries, three slots in four filled.
    init(entries: Int) {
      slots = Array(repeating: 0, count: entries + entries / 3 + 1)
    }

    /// Takes an entry in.
    mutating func insert(_ hash: UInt64, payload: Int?, isFlagged: Bool = false) {
      var index = SlotTable.home(of: hash, among: slots.count)
      while slots[index] != 0 { index = index + 1 < slots.count ? index + 1 : 0 }
      slots[index] =
        SlotTable.tag(of: hash) << 36 | (payload == nil ? 0 : 1 << 35) | (isFlagged ? 1 << 34 : 0)
        | UInt64(payload ?? 0)
    }

    /// Appends the slots.
    func write(to writer: inout ByteWriter) {
      for slot in slots { writer.word48(slot) }
    }
  }

  /// Where the slots of a partition are.
  private struct Partition: Sendable {
    var offset: Int
    var count: Int
  }

  private let bytes: MappedBytes
  private let partitions: [Partition]

  /// Takes the runs of slots of all partitions; `nil` if one leaves the bounds.
  init?(_ bytes: MappedBytes, _ runs: [IndexFooter.SlotRun]) {
    self.bytes = bytes
    partitions = runs.map { Partition(offset: $0.offset, count: $0.slots) }
    let areSound = runs.allSatisfy { run in
      run.slots > 0 && run.slots <= bytes.count / Self.slotLength
        && run.offset <= bytes.count - run.slots * Self.slotLength
    }
    guard runs.count == Self.partitionCount, areSound else { return nil }
  }

  /// The slot where the search for a hash begins.
  func home(of hash: UInt64) -> Slot {
    let partition = partitions[Self.partition(of: hash)]
    let index = Self.home(of: hash, among: partition.count)
    return Slot(bits: bytes.word48(at: partition.offset + index * Self.slotLength))
  }

  /// Asks for the slots that a hash may be in, until one is accepted.
  ///
  /// - Returns: The slot accepted; `nil` if none was.
  /// - Complexity: O(1) expected.
  func first(_ hash: UInt64, where accepts: (Slot) -> Bool) -> Slot? {
    let partition = partitions[Self.partition(of: hash)]
    let tag = Self.tag(of: hash)
    var index = Self.home(of: hash, among: partition.count)
    for _ in 0..<partition.count {
      let bits = bytes.word48(at: partition.offset + index * Self.slotLength)
      if bits == 0 { return nil }
      if bits >> 36 == tag, accepts(Slot(bits: bits)) { return Slot(bits: bits) }
      index = index + 1 < partition.count ? index + 1 : 0
    }
    return nil
  }

  /// The slot where the search for a hash begins: its low half, scaled to the number of slots.
  private static func home(of hash: UInt64, among count: Int) -> Int {
    Int(((hash & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }

  private static func tag(of hash: UInt64) -> UInt64 { hash >> 32 & 0xFFF }
}
