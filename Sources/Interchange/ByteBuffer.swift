/// Bytes on their way into a file, written many at a time.
///
/// An array that is filled through its elements checks its room for each of them. Here room is asked
/// for once a value, with a margin behind it, so that short pieces are copied in whole words.
struct ByteBuffer: Sendable {
  /// What stands behind the last byte that may be written, for words that are written whole.
  private static let margin = 32

  private var storage: [UInt8] = []
  /// How many bytes have been written and not been taken away.
  private(set) var count = 0

  /// What has been written.
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// Hands out what was written so far and goes on after it.
  mutating func drain() -> [UInt8] {
    defer { count = 0 }
    return bytes
  }

  /// Writes behind the last byte.
  ///
  /// - Parameters:
  ///   - room: The most bytes that will count; up to a ``margin`` more may be touched.
  ///   - body: Writes at a place and returns how many bytes count.
  @inline(__always)
  mutating func write(room: Int, _ body: (UnsafeMutableRawPointer) -> Int) {
    if storage.count - count < room + Self.margin { grow(for: room) }
    let start = count
    count += unsafe storage.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe body(base + start)
    }
  }

  @inline(never)
  private mutating func grow(for room: Int) {
    let needed = max(count + room + Self.margin, 2 * storage.count, 256)
    storage += repeatElement(0, count: needed - storage.count)
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    unsafe write(room: 1) { target in
      unsafe target.storeBytes(of: byte, as: UInt8.self)
      return 1
    }
  }

  /// Appends bytes as they are.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { source in
      unsafe write(room: source.count) { target in
        if let base = source.baseAddress {
          unsafe target.copyMemory(from: base, byteCount: source.count)
        }
        return source.count
      }
    }
  }

  /// Appends bytes as they are.
  mutating func append(_ bytes: [UInt8]) {
    append(bytes.span)
  }

  /// Appends a text as it is.
  mutating func append(_ text: String) {
    append(text.utf8.span)
  }

  /// Appends a piece of a text that was put together for this.
  @inline(__always)
  mutating func append(_ piece: PaddedPieces.Piece, of pieces: PaddedPieces) {
    unsafe pieces.bytes.withUnsafeBytes { source in
      unsafe write(room: piece.count) { target in
        guard let base = source.baseAddress else { return 0 }
        var done = 0
        while done < piece.count {
          let block = unsafe (base + piece.start + done).loadUnaligned(as: SIMD16<UInt8>.self)
          unsafe (target + done).storeBytes(of: block, as: SIMD16<UInt8>.self)
          done += 16
        }
        return piece.count
      }
    }
  }

  /// Appends bytes of another buffer.
  mutating func append(_ range: Range<Int>, of other: ByteBuffer) {
    precondition(range.upperBound <= other.count, "bytes that were written")
    append(other.storage.span.extracting(range))
  }

  /// Bytes that were written.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    precondition(range.upperBound <= count, "bytes that were written")
    return storage[range]
  }

  /// Takes back what was written from an offset on.
  mutating func remove(from start: Int) {
    precondition((0...count).contains(start), "bytes that were written")
    count = start
  }

  /// Moves what was written from `middle` on before what stands from `start` on.
  mutating func rotate(from start: Int, middle: Int) {
    guard start < middle, middle < count else { return }
    let moved = storage[middle..<count] + storage[start..<middle]
    storage.replaceSubrange(start..<count, with: moved)
  }
}

/// Short texts that are written again and again, one after the other and with room behind the last,
/// so that each can be copied in blocks of 16 bytes.
struct PaddedPieces: Sendable {
  /// Where a text stands.
  struct Piece: Sendable {
    /// The offset of its first byte.
    var start = 0
    /// Its length in bytes.
    var count = 0
  }

  /// All texts, and 16 bytes behind them.
  private(set) var bytes = [UInt8](repeating: 0, count: 16)

  /// Takes up a text.
  mutating func add(_ text: some Collection<UInt8>) -> Piece {
    let start = bytes.count - 16
    bytes.insert(contentsOf: text, at: start)
    return Piece(start: start, count: text.count)
  }
}
