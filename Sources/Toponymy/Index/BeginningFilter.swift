/// A bit for each hash of a first word of a name, so that most words of a text are passed by without
/// a look into the table: one memory access that mostly stays in the cache.
struct BeginningFilter {
  private var words: [UInt64]

  var bitCount: Int { words.count * 64 }

  /// Makes room for a number of names.
  init(expecting names: Int) {
    var bits = 1 << 12
    while bits < names * 16, bits < 1 << 28 { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
  }

  /// The bit of a hash among a power of two of bits.
  static func bit(of hash: UInt64, among bitCount: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 20) & (bitCount - 1)
  }

  mutating func insert(_ hash: UInt64) {
    let bit = Self.bit(of: hash, among: bitCount)
    words[bit / 64] |= 1 << UInt64(bit % 64)
  }

  /// Folds the filter until about one bit in sixteen is set: a smaller one misses the cache less.
  mutating func shrink() {
    var set = words.reduce(0) { $0 + $1.nonzeroBitCount }
    while bitCount > 1 << 12, set * 32 < bitCount {
      let half = words.count / 2
      for index in 0..<half { words[index] |= words[index + half] }
      words.removeLast(half)
      set = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }
  }

  func write(to writer: inout ByteWriter) {
    for word in words { writer.word64(word) }
  }
}
