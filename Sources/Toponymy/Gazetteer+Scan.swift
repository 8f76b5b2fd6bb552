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
  /// Words of a text that may be a name, or the beginning of one.
  private struct Probe {
    /// The first of them.
    var start: Int
    /// Their hash.
    var hash: UInt64
    /// What their hash leads to first.
    var slot = SlotTable.Slot.empty
    /// Where the key of that is.
    var key = 0..<0
  }

  /// How many words are looked at together: what they lead to stays in the cache meanwhile.
  private static let blockLength = 512

  /// Goes over a text once and hands out each name that stands in it, by its words and its record.
  ///
  /// The table is far larger than the cache, so nearly every look into it waits for memory. Therefore
  /// many words take the same step before any takes the next one: their waits overlap.
  func forEachName(in text: FoldedText, _ body: (_ words: Range<Int>, _ record: Int) -> Void) {
    let words = text.words
    var starts = Array(repeating: 0, count: Self.blockLength)
    var probes: [Probe] = []
    for block in stride(from: 0, to: words.count, by: Self.blockLength) {
      var count = 0
      for start in block..<min(block + Self.blockLength, words.count) {
        // Each is written and few are kept: a branch would be guessed wrong for every name.
        starts[count] = start
        count += mayBegin(words[start].hash) ? 1 : 0
      }
      probes.removeAll(keepingCapacity: true)
      for start in starts[..<count] { probes.append(Probe(start: start, hash: words[start].hash)) }
      var length = 1
      while !probes.isEmpty {
        for index in probes.indices { probes[index].slot = homeSlot(probes[index].hash) }
        for index in probes.indices where probes[index].slot != .empty {
          probes[index].slot = firstSlot(probes[index].hash)
        }
        for index in probes.indices { probes[index].key = key(of: probes[index].slot) }
        extend(&probes, length: length, in: text, body)
        length += 1
      }
    }
  }

  /// Hands out the names among some words, and leaves what may go on, a word longer.
  private func extend(
    _ probes: inout [Probe], length: Int, in text: FoldedText,
    _ body: (_ words: Range<Int>, _ record: Int) -> Void
  ) {
    var kept = 0
    for probe in probes where probe.slot != .empty {
      let words = probe.start..<probe.start + length
      let (record, hasContinuation) =
        probe.slot.hasPayload && isKey(probe.key, of: words, in: text)
        ? (probe.slot.payload, probe.slot.isFlagged)
        : name(probe.hash) { isKey($0, of: words, in: text) }
      if let record { body(words, record) }
      guard hasContinuation, words.upperBound < text.words.count else { continue }
      let next = text.words[words.upperBound].hash
      probes[kept] = Probe(start: probe.start, hash: WordHash.joining(probe.hash, next))
      kept += 1
    }
    probes.removeLast(probes.count - kept)
  }

  /// Whether a range of the index holds the key of some words, a space between each two.
  func isKey(_ key: Range<Int>, of words: Range<Int>, in text: FoldedText) -> Bool {
    var offset = key.lowerBound
    for word in words {
      if word > words.lowerBound {
        guard bytes.byte(at: offset) == UInt8(ascii: " ") else { return false }
        offset += 1
      }
      let folded = text.foldedRange(text.words[word])
      guard bytes.equals(text.foldedBytes, folded, at: offset) else { return false }
      offset += folded.count
    }
    return offset == key.upperBound
  }
}
