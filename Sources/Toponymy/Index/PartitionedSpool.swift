/// A spool for each partition of a table, so that each can be sorted in memory alone.
struct PartitionedSpool {
  /// How many bytes of a partition are kept in memory before they go to a file.
  static let memory = 1 << 18

  private let spools: [Spool]

  init(folder: String?, memory: Int = PartitionedSpool.memory) {
    spools = (0..<SlotTable.partitionCount).map { _ in
      Spool(folder: folder, memory: memory)
    }
  }

  /// Puts aside what belongs to a hash.
  func append(_ hash: UInt64, _ write: (inout ByteWriter) -> Void) throws(IndexError) {
    try spools[SlotTable.partition(of: hash)].append(write)
  }

  /// Gives back what was put aside for a partition.
  func takeAll(_ partition: Int) throws(IndexError) -> [UInt8] {
    try spools[partition].takeAll()
  }
}

/// Tuples of one partition as a spool gives them back, in the order of their hashes.
struct SortedTuples {
  /// A tuple by its hash and where it begins.
  struct Reference {
    var hash: UInt64
    var offset: Int
  }

  let bytes: [UInt8]
  private(set) var references: [Reference] = []

  /// Sorts tuples that begin with their hash.
  ///
  /// - Parameters:
  ///   - bytes: The tuples, one after the other.
  ///   - length: The length of the tuple that begins at an offset.
  init(_ bytes: [UInt8], length: (_ bytes: [UInt8], _ offset: Int) -> Int) {
    self.bytes = bytes
    var offset = 0
    while offset < bytes.count {
      references.append(Reference(hash: Self.word(bytes, offset, 8), offset: offset))
      offset += length(bytes, offset)
    }
    sort()
  }

  /// Sorts by hash; equal hashes stay in the order in which their tuples came.
  ///
  /// Hashes are spread evenly, so about four share a bucket of their highest bits that differ.
  private mutating func sort() {
    let bits = max(1, Int.bitWidth - references.count.leadingZeroBitCount - 2)
    func bucket(_ hash: UInt64) -> Int {
      Int((hash << UInt64(SlotTable.partitionBits)) >> UInt64(64 - bits))
    }
    var starts = Array(repeating: 0, count: 1 << bits + 1)
    for reference in references { starts[bucket(reference.hash) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    var sorted = references
    for reference in references {
      let bucket = bucket(reference.hash)
      sorted[next[bucket]] = reference
      next[bucket] += 1
    }
    for bucket in 0..<starts.count - 1 {
      let range = starts[bucket]..<starts[bucket + 1]
      if range.count > 32 {
        sorted[range].sort { ($0.hash, $0.offset) < ($1.hash, $1.offset) }
      } else {
        Self.sortFew(&sorted, range)
      }
    }
    references = sorted
  }

  private static func sortFew(_ references: inout [Reference], _ range: Range<Int>) {
    for index in range.dropFirst() {
      let reference = references[index]
      var place = index
      while place > range.lowerBound, references[place - 1].hash > reference.hash {
        references[place] = references[place - 1]
        place -= 1
      }
      references[place] = reference
    }
  }

  /// The runs of tuples of one hash, in the order of the hashes.
  func forEachGroup(_ body: (ArraySlice<Reference>) throws -> Void) rethrows {
    var start = 0
    while start < references.count {
      var end = start + 1
      while end < references.count, references[end].hash == references[start].hash { end += 1 }
      try body(references[start..<end])
      start = end
    }
  }

  /// A little-endian number of some bytes.
  func word(_ offset: Int, _ count: Int) -> UInt64 { Self.word(bytes, offset, count) }

  static func word(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return word
  }
}
