/// Two bits for each hash of a first word of a name, so that most words of a text are passed by without
/// a look into the table: one memory access that mostly stays in the cache.
///
/// A Bloom filter (Bloom 1970) whose bits for one hash lie in one word of 64, as Putze, Sanders & Singler
/// (2007) block it.
struct BeginningFilter {
  private var words: [UInt64]

  var bitCount: Int { words.count * 64 }

  /// Makes room for a number of names.
  init(expecting names: Int) {
    var bits = 1 << 12
    while bits < names * 16, bits < 1 << 28 { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
  }

  /// The word of a hash among a power of two of words.
  static func word(of hash: UInt64, among wordCount: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 20) & (wordCount - 1)
  }

  /// The bits of a hash in its word.
  static func bits(of hash: UInt64) -> UInt64 { 1 << (hash >> 8 & 63) | 1 << (hash >> 14 & 63) }

  mutating func insert(_ hash: UInt64) {
    words[Self.word(of: hash, among: words.count)] |= Self.bits(of: hash)
  }

  /// Folds the filter until an eighth to a quarter of the bits are set: a smaller one misses the cache
  /// less, and still passes over nearly all other words.
  mutating func shrink() {
    var set = words.reduce(0) { $0 + $1.nonzeroBitCount }
    while bitCount > 1 << 12, set * 8 < bitCount {
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
