/// A name as an index holds it: its folded key, and every place that is called so.
///
/// A hash of 16 bits comes first, so that a damaged record is told from a whole one; then the length
/// of the key, doubled, and one more where several places have the name; the key; how many bytes the
/// places take, if they are several; and the places.
enum NameRecord {
  /// What kind of form a key was made from.
  enum Form: UInt8, Sendable {
    /// A name of the place.
    case name
    /// A colloquial spelling of a name, such as `ch` for `č`.
    case colloquial
    /// A name of its inhabitants, or an adjective.
    case demonym
  }

  /// A place that has the name.
  struct Entry: Hashable, Sendable {
    /// The place's number in the index.
    var place: Int
    /// The toponym within the place: −1 the preferred name, then `names`, or `demonyms`.
    var toponym: Int
    var form: Form
  }

  /// The longest key in bytes.
  static let longestKey = Int(UInt16.max)

  /// Appends a record; entries are in the order of their places.
  static func write(key: ArraySlice<UInt8>, _ entries: [Entry], to writer: inout ByteWriter) {
    var list = ByteWriter()
    var last = 0
    for entry in entries {
      list.varint(entry.place - last)
      list.varint((entry.toponym + 1) << 2 | Int(entry.form.rawValue))
      last = entry.place
    }
    var body = ByteWriter()
    body.varint(key.count << 1 | (entries.count == 1 ? 0 : 1))
    body.append(key)
    if entries.count != 1 { body.varint(list.count) }
    body.append(list.bytes)
    writer.word16(UInt16(truncatingIfNeeded: WordHash.of(body.bytes)))
    writer.append(body.bytes)
  }

  /// Where the key of the record at an offset is; empty where the record is damaged.
  static func key(_ bytes: MappedBytes, at offset: Int) -> Range<Int> {
    var position = offset + 2
    guard let length = bytes.varint(at: &position), length >> 1 <= longestKey else {
      return 0..<0
    }
    return position..<position + length >> 1
  }

  /// The entries of the record at an offset; empty where it is damaged.
  static func entries(_ bytes: MappedBytes, at offset: Int) -> [Entry] {
    var position = offset + 2
    guard let length = bytes.varint(at: &position), length >> 1 <= longestKey else { return [] }
    position += length >> 1
    var end = position
    if length & 1 == 0 {
      guard bytes.varint(at: &end) != nil, bytes.varint(at: &end) != nil else { return [] }
    } else {
      guard let count = bytes.varint(at: &position) else { return [] }
      end = position + count
    }
    guard let actual = bytes.hash(offset + 2..<end),
      UInt16(truncatingIfNeeded: actual) == bytes.word16(at: offset)
    else { return [] }
    var found: [Entry] = []
    found.reserveCapacity((end - position) / 2)
    var place = 0
    while position < end {
      guard let step = bytes.varint(at: &position), let rest = bytes.varint(at: &position),
        let form = Form(rawValue: UInt8(rest & 3))
      else { return [] }
      place &+= step
      found.append(Entry(place: place, toponym: (rest >> 2) - 1, form: form))
    }
    return found
  }
}
