/// All names of a text in one pass.
extension Gazetteer {
  /// A name that stands in a text.
  public struct NameSpan: Hashable, Sendable {
    /// Its words, as indices into those of the text.
    public let words: Range<Int>
    let layer: Int
    let record: Int
  }

  /// Every name that stands in a text as the gazetteer folds it, the longest first at each word; names
  /// within names are among them.
  ///
  /// Words bound names on both sides. Whether a word is a name here, or an ordinary word, is another
  /// question.
  ///
  /// - Complexity: O(*n*) in the words of the text; it hardly grows with the number of names.
  public func spans(in text: FoldedText) -> [NameSpan] {
    var found: [NameSpan] = []
    for (layer, index) in indexes.enumerated() {
      index.forEachName(in: text) { words, record in
        found.append(NameSpan(words: words, layer: layer, record: record))
      }
    }
    found.sort {
      ($0.words.lowerBound, -$0.words.count, $0.layer)
        < ($1.words.lowerBound, -$1.words.count, $1.layer)
    }
    return found
  }

  /// The places that a name found may stand for, in the order of the gazetteer; those of which it
  /// names the inhabitants not among them.
  public func places(of span: NameSpan) -> [Place] {
    indexes[span.layer].entries(at: span.record).compactMap { entry in
      namedPlace(entry, layer: span.layer).flatMap { $0.isDemonym ? nil : place($0.place) }
    }
  }
}

extension GazetteerIndex {
  /// Goes over a text once and hands out each name that stands in it, by its words and its record.
  func forEachName(in text: FoldedText, _ body: (_ words: Range<Int>, _ record: Int) -> Void) {
    let words = text.words
    for start in words.indices where mayBegin(words[start].hash) {
      var hash = words[start].hash
      var end = start + 1
      while true {
        let (record, hasContinuation) = name(hash) { key in
          isKey(key, of: start..<end, in: text)
        }
        if let record { body(start..<end, record) }
        guard hasContinuation, end < words.count else { break }
        hash = WordHash.joining(hash, words[end].hash)
        end += 1
      }
    }
  }

  /// Whether a range of the index holds the key of some words, a space between each two.
  private func isKey(_ key: Range<Int>, of words: Range<Int>, in text: FoldedText) -> Bool {
    var offset = key.lowerBound
    for word in words {
      let folded = text.folded(text.words[word])
      if word > words.lowerBound {
        guard bytes.byte(at: offset) == UInt8(ascii: " ") else { return false }
        offset += 1
      }
      guard bytes.equals(offset..<offset + folded.count, folded) else { return false }
      offset += folded.count
    }
    return offset == key.upperBound
  }
}
