/// Goes over a text once: folds every letter, and hashes each word when it ends.
@safe struct WordCutter {
  private let text: UnsafeBufferPointer<UInt8>
  private let folded: UnsafeMutableBufferPointer<UInt8>
  private let table: FoldingTable
  private(set) var foldedCount = 0
  private var wordStart = -1
  private var foldedStart = 0
  private var letterCase: UInt32 = 0

  init(
    text: UnsafeBufferPointer<UInt8>, folded: UnsafeMutableBufferPointer<UInt8>,
    table: FoldingTable
  ) {
    unsafe self.text = text
    unsafe self.folded = folded
    self.table = table
  }

  mutating func cut(into words: inout [FoldedText.Word]) {
    var index = 0
    while unsafe index < text.count {
      let byte = unsafe text[index]
      if byte < 0x80 {
        let isUpper = byte &- 0x41 < 26
        let isLower = byte &- 0x61 < 26
        if isUpper || isLower || byte &- 0x30 < 10 {
          if wordStart < 0 { begin(at: index, isCapitalized: isUpper) }
          if isUpper || isLower { letterCase |= isUpper ? LetterCase.upper : LetterCase.lower }
          unsafe folded[foldedCount] = isUpper ? byte | 0x20 : byte
          foldedCount += 1
        } else if wordStart >= 0 {
          finish(at: index, into: &words)
        }
        index += 1
        continue
      }
      let (scalar, length) = letter(at: index)
      let entry = table.entry(scalar)
      if entry.isLetter {
        if wordStart < 0 { begin(at: index, isCapitalized: entry.isUppercase) }
        if entry.isCased {
          letterCase |= entry.isUppercase ? LetterCase.upper : LetterCase.lower
        }
        append(entry)
      } else if entry == .separator, wordStart >= 0 {
        finish(at: index, into: &words)
      }
      index += length
    }
    if wordStart >= 0 { unsafe finish(at: text.count, into: &words) }
  }

  private mutating func begin(at index: Int, isCapitalized: Bool) {
    wordStart = index
    foldedStart = foldedCount
    letterCase = isCapitalized ? LetterCase.initial : 0
  }

  private mutating func append(_ entry: FoldingTable.Entry) {
    var bits = entry.bits >> 8
    for _ in 0..<entry.foldedCount {
      unsafe folded[foldedCount] = UInt8(truncatingIfNeeded: bits)
      foldedCount += 1
      bits >>= 8
    }
  }

  private mutating func finish(at end: Int, into words: inout [FoldedText.Word]) {
    let range = foldedStart..<foldedCount
    // A word of nothing but marks folds to nothing.
    if !range.isEmpty {
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(folded)[range])
      let hash = unsafe WordHash.of(bytes)
      words.append(
        FoldedText.Word(range: wordStart..<end, folded: range, letterCase: letterCase, hash: hash))
    }
    wordStart = -1
  }

  /// The scalar at an index, joined to a mark that makes another letter of it, and their length.
  private func letter(at index: Int) -> (UInt32, Int) {
    let (base, length) = scalar(at: index)
    let next = index + length
    guard unsafe next + 1 < text.count, unsafe text[next] == 0xCC, base >= 0x400 else {
      return (base, length)
    }
    let (mark, markLength) = scalar(at: next)
    guard let letter = FoldingTable.composed[[base, mark]] else { return (base, length) }
    return (letter, length + markLength)
  }

  /// The scalar at an index and its length in bytes; a malformed byte is U+FFFD of length 1.
  private func scalar(at index: Int) -> (UInt32, Int) {
    let lead = unsafe text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, unsafe index + length <= text.count else {
      return (0xFFFD, 1)
    }
    var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length {
      let byte = unsafe text[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // An overlong form of a scalar that takes fewer bytes is malformed too.
    guard value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80) else {
      return (0xFFFD, 1)
    }
    return (value, length)
  }
}

/// What the letters of a word say about its case, as bits.
enum LetterCase {
  /// The first letter is an upper-case letter.
  static let initial: UInt32 = 1
  /// A letter with case is upper case.
  static let upper: UInt32 = 2
  /// A letter with case is lower case.
  static let lower: UInt32 = 4
}
