/// How an index file is laid out: what every reader and writer of it agrees on.
///
/// ```
/// header     8 bytes that name the form, the version, a byte order mark, and the folding's hash
/// records    the places, in the order in which they came
/// offsets    4 bytes a place: its record's offset in units of 4
/// names      a run of key records and one of slots, for each of 64 partitions
/// ids        slots that lead from identifiers and references to places
/// deletions  for inexact look-up, where it was asked for: slots and lists, one edit, then two
/// beginnings two bits for each hash of a first word, so that most words of a text are passed by
/// pool       texts that many places share: names of divisions, languages, sources
/// footer     where all of these are, counts, and what the file was made from
/// trailer    offset, length and hash of the footer, and the 8 bytes again
/// ```
///
/// Numbers are little-endian. Nothing in it is a pointer, so it is used as it lies on the disk.
enum IndexLayout {
  /// The version written, and read.
  ///
  /// It is raised with every change of the layout, and of the forms under which names are found.
  static let version = 4
  /// The first and the last bytes of a file.
  ///
  /// Not text, and broken by whatever changes line ends.
  static let magic: [UInt8] = [0x89] + Array("IMGAZ".utf8) + [0x0D, 0x0A]
  static let byteOrderMark: UInt32 = 0x0403_0201
  static let headerLength = 24
  static let trailerLength = 32
  /// What the offset of a place's record is a multiple of.
  static let recordAlignment = 4
}

/// Where the parts of an index are, and what it holds.
struct IndexFooter: Hashable, Sendable {
  /// Places, those left out at the end among them.
  var placeCount = 0
  /// Places left out, because an earlier place has their identifier.
  var hiddenCount = 0
  var nameCount = 0
  var keyCount = 0
  var offsets = 0
  var pool = 0
  var beginnings = 0
  /// The number of bits in the filter of first words: a power of two.
  var beginningBits = 0
  /// For each table and partition, where its slots are and how many.
  var names: [SlotRun] = []
  var ids: [SlotRun] = []
  /// One table for each number of edits that can be looked up.
  var deletions: [[SlotRun]] = []
  /// The hash of all that precedes the footer.
  var contentHash: UInt64 = 0
  var summary = GazetteerSummary()
  /// The pins and bans of names, those of the first source first.
  var decisions: [NameDecision] = []

  /// A run of slots.
  struct SlotRun: Hashable, Sendable {
    var offset: Int
    var slots: Int
  }

  func write(to writer: inout ByteWriter) {
    for number in [
      placeCount, hiddenCount, nameCount, keyCount, offsets, pool, beginnings, beginningBits,
    ] {
      writer.varint(number)
    }
    write(names, to: &writer)
    write(ids, to: &writer)
    writer.varint(deletions.count)
    for table in deletions { write(table, to: &writer) }
    writer.word64(contentHash)
    summary.write(to: &writer)
    writer.varint(decisions.count)
    for decision in decisions {
      writer.text(decision.name)
      if case .pin(let place) = decision.verdict {
        writer.text(place.text)
      } else {
        writer.text("")
      }
      writer.text(decision.why)
    }
  }

  private func write(_ runs: [SlotRun], to writer: inout ByteWriter) {
    writer.varint(runs.count)
    for run in runs {
      writer.varint(run.offset)
      writer.varint(run.slots)
    }
  }

  init() {}

  /// Reads a footer; `nil` where it does not make sense.
  init?(_ bytes: MappedBytes, at start: Int) {
    var reader = ByteReader(bytes, at: start)
    placeCount = reader.varint()
    hiddenCount = reader.varint()
    nameCount = reader.varint()
    keyCount = reader.varint()
    offsets = reader.varint()
    pool = reader.varint()
    beginnings = reader.varint()
    beginningBits = reader.varint()
    names = Self.runs(&reader)
    ids = Self.runs(&reader)
    for _ in 0..<min(2, reader.varint()) { deletions.append(Self.runs(&reader)) }
    contentHash = reader.word64()
    summary = GazetteerSummary(&reader)
    let decisionCount = reader.varint()
    while decisions.count < decisionCount, !reader.hasFailed {
      let (name, place, why) = (reader.text(), reader.text(), reader.text())
      decisions.append(
        NameDecision(name: name, verdict: place.isEmpty ? .ban : .pin(PlaceID(place)), why: why))
    }
    let isSound =
      beginningBits >= 64 && beginningBits & (beginningBits - 1) == 0
      && beginnings <= bytes.count - beginningBits / 8 && offsets <= bytes.count - placeCount * 4
    guard !reader.hasFailed, isSound else { return nil }
  }

  private static func runs(_ reader: inout ByteReader) -> [SlotRun] {
    let count = min(reader.varint(), SlotTable.partitionCount)
    return (0..<count).map { _ in SlotRun(offset: reader.varint(), slots: reader.varint()) }
  }
}
