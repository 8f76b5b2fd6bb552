/// Hands pieces on in parts of about a megabyte, knows how much there was, and hashes it.
struct HashingOutput {
  private static let partLength = 1 << 20

  private let output: GazetteerBuilder.Output
  private var pending: [UInt8] = []
  private(set) var count = 0
  /// The hash of all parts handed on and of what is pending, chained.
  var hash: UInt64 { pending.isEmpty ? handedOn : chained(pending) }
  private var handedOn: UInt64 = 0

  init(_ output: @escaping GazetteerBuilder.Output) {
    self.output = output
  }

  mutating func append(_ bytes: [UInt8]) throws {
    count += bytes.count
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + Self.partLength - pending.count)
      pending.append(contentsOf: bytes[start..<end])
      start = end
      if pending.count == Self.partLength {
        handedOn = chained(pending)
        try output(pending)
        pending.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Appends a partition's slots.
  mutating func append(_ slots: SlotTable.Builder) throws -> IndexFooter.SlotRun {
    var writer = ByteWriter()
    let offset = count
    slots.write(to: &writer)
    try append(writer.bytes)
    return IndexFooter.SlotRun(offset: offset, slots: writer.count / SlotTable.slotLength)
  }

  mutating func flush() throws {
    try output(pending)
    pending = []
  }

  private func chained(_ part: [UInt8]) -> UInt64 {
    unsafe part.withUnsafeBytes { unsafe WordHash.of($0, seed: handedOn) }
  }

  /// The same hash, of bytes that are all there.
  static func hash(of bytes: MappedBytes, upTo end: Int) -> UInt64? {
    var hash: UInt64 = 0
    var start = 0
    while start < end {
      let part = start..<min(end, start + partLength)
      guard let next = bytes.hash(part, seed: hash) else { return nil }
      hash = next
      start = part.upperBound
    }
    return hash
  }
}
