/// Records sorted into partitions by a key, in a temporary file: what joins tables that are larger
/// than memory.
///
/// Records of a key lie in one partition, in the order in which they were appended. A partition is
/// a 64th of the file; the file has no name and is gone however the program ends.
struct PartitionedFile: ~Copyable {
  /// How many partitions there are.
  static let count = 64
  private static let block = 1 << 16
  private static let head = 20

  /// One partition, in memory.
  struct Partition {
    /// A record's key, the line it was read from, and where its payload lies.
    struct Record {
      var key: Int
      var line: Int
      var payload: Range<Int>
    }

    /// All payloads.
    var bytes: [UInt8]
    /// The records in the order in which they were appended.
    var records: [Record]
  }

  private let folder: String
  private let file: ImportFile
  private var buffers = [[UInt8]](repeating: [], count: PartitionedFile.count)
  private var blocks = [[Range<Int>]](repeating: [], count: PartitionedFile.count)
  private var size = 0

  /// Makes an empty file in a folder.
  static func making(in folder: String) throws(GazetteerImportError) -> PartitionedFile {
    PartitionedFile(folder: folder, file: try open(in: folder))
  }

  private init(folder: String, file: consuming ImportFile) {
    self.folder = folder
    self.file = file
  }

  private static func open(in folder: String) throws(GazetteerImportError) -> ImportFile {
    do {
      return try ImportFile(temporaryIn: folder)
    } catch {
      throw .noTemporaryFile(folder: folder, reason: error.reason)
    }
  }

  /// Appends a record.
  mutating func append(key: Int, line: Int, payload: [UInt8]) throws(GazetteerImportError) {
    let number = Int(UInt(bitPattern: key) % UInt(Self.count))
    Self.append(UInt64(bitPattern: Int64(key)), bytes: 8, to: &buffers[number])
    Self.append(UInt64(line), bytes: 8, to: &buffers[number])
    Self.append(UInt64(payload.count), bytes: 4, to: &buffers[number])
    buffers[number] += payload
    if buffers[number].count >= Self.block { try flush(number) }
  }

  /// The records of a partition.
  mutating func partition(_ number: Int) throws(GazetteerImportError) -> Partition {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(blocks[number].reduce(buffers[number].count) { $0 + $1.count })
    for block in blocks[number] {
      do {
        bytes += try file.bytes(at: block.lowerBound, count: block.count)
      } catch {
        throw .noTemporaryFile(folder: folder, reason: error.reason)
      }
    }
    bytes += buffers[number]
    var records: [Partition.Record] = []
    var index = 0
    while index + Self.head <= bytes.count {
      let key = Int(Int64(bitPattern: Self.number(bytes, at: index, bytes: 8)))
      let line = Int(Self.number(bytes, at: index + 8, bytes: 8))
      let start = index + Self.head
      let end = min(start + Int(Self.number(bytes, at: index + 16, bytes: 4)), bytes.count)
      records.append(Partition.Record(key: key, line: line, payload: start..<end))
      index = end
    }
    return Partition(bytes: bytes, records: records)
  }

  private mutating func flush(_ number: Int) throws(GazetteerImportError) {
    do {
      try file.append(buffers[number])
    } catch {
      throw .noTemporaryFile(folder: folder, reason: error.reason)
    }
    blocks[number].append(size..<size + buffers[number].count)
    size += buffers[number].count
    buffers[number].removeAll(keepingCapacity: true)
  }

  /// Appends the low bytes of a number, the lowest first.
  private static func append(_ value: UInt64, bytes count: Int, to buffer: inout [UInt8]) {
    for shift in 0..<count {
      buffer.append(UInt8(truncatingIfNeeded: value >> UInt64(shift * 8)))
    }
  }

  private static func number(_ bytes: [UInt8], at index: Int, bytes count: Int) -> UInt64 {
    var value: UInt64 = 0
    for shift in 0..<count { value |= UInt64(bytes[index + shift]) << UInt64(shift * 8) }
    return value
  }
}
