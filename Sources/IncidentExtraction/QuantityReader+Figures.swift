internal import Geoparsing
internal import Toponymy

/// Figures that count no people, and what the words beside a number say of it.
extension QuantityReader {
  /// What the words before a number say of it.
  func role(
    endingBefore start: Int, in sentence: Range<Int>
  ) -> Lexicon.NumberRole? {
    lexicon.numberRoles.match(
      endingBefore: start, in: text, reaching: 6, notBefore: sentence.lowerBound)
  }

  /// Whether a number belongs to a time, a score, an amount of money or the like.
  func isPartOfFigure(_ words: Range<Int>) -> Bool {
    func isMark(_ gap: ArraySlice<UInt8>) -> Bool {
      gap.contains { [UInt8(ascii: "$"), UInt8(ascii: "/")].contains($0) }
        || gap.elementsEqual(":".utf8)
        || ["€", "£", "¥", "₺", "№"].contains { mark in
          gap.indices.contains { gap[$0...].starts(with: mark.utf8) }
        }
    }
    let start = text.words[words.lowerBound].range.lowerBound
    let before =
      words.lowerBound > 0 ? structure.gap(after: words.lowerBound - 1) : structure.bytes[..<start]
    return isMark(before) || isMark(structure.gap(after: words.upperBound - 1))
  }

  /// Whether what follows a number counts no people: "percent", "km".
  func isNoCount(after end: Int, in sentence: Range<Int>) -> Bool {
    if structure.gap(after: end - 1, holds: "%") { return true }
    guard end < sentence.upperBound else { return false }
    return lexicon.notCounts.longestMatch(in: text, at: end, before: sentence.upperBound) != nil
  }
}
