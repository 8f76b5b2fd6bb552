/// Goes over a text once: folds every letter, and hashes each word when it ends.
@safe struct WordCutter {
  private let text: UTF8Input
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
    unsafe self.text = UTF8Input(text)
    unsafe self.folded = folded
    self.table = table
  }

  mutating func cut(into words: inout [FoldedText.Word]) {
    let text = text
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        let letters = ASCIILetters(text.eightBytes(at: index))
        if letters.count > 0 {
          if wordStart < 0 { begin(at: index, isCapitalized: letters.beginsUpper) }
          letterCase |= letters.letterCase
          unsafe UnsafeMutableRawPointer(folded.baseAddress.unsafelyUnwrapped)
            .storeBytes(of: letters.folded.littleEndian, toByteOffset: foldedCount, as: UInt64.self)
          foldedCount += letters.count
          index += letters.count
          // Another ASCII character ends the word; a letter beyond ASCII, or a ninth, goes on with it.
          if letters.count < 8, index < text.count, text[index] < 0x80 {
            finish(at: index, into: &words)
            index += 1
          }
          continue
        }
        if wordStart >= 0 { finish(at: index, into: &words) }
        index += 1
        continue
      }
      let (scalar, length) = text.letter(at: index)
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
    if wordStart >= 0 { finish(at: text.count, into: &words) }
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
}

/// What the letters of a word say about its case, as bits.
@usableFromInline
enum LetterCase {
  /// The first letter is an upper-case letter.
  @inlinable static var initial: UInt32 { 1 }
  /// A letter with case is upper case.
  @inlinable static var upper: UInt32 { 2 }
  /// A letter with case is lower case.
  @inlinable static var lower: UInt32 { 4 }
}
