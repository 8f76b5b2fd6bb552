/// Every folded name of a gazetteer, found by hashing its words one after the other.
///
/// One table holds each beginning of each name (its first word, first two words, …), so a text is
/// scanned once, word by word, and a name ends where its key compares equal: hashes only propose,
/// strings decide. The cost hardly grows with the number of names.
struct NameIndex: Sendable {
  /// What kind of form a key was made from.
  enum Form: UInt8, Sendable {
    /// A name of the place.
    case name
    /// A colloquial spelling of a name, such as `ch` for `č`.
    case colloquial
    /// A name of its inhabitants, or an adjective.
    case demonym
  }

  /// A name of a place under its key.
  struct Entry: Sendable {
    let place: Int32
    /// The toponym within the place: −1 the preferred name, then `names`, or `demonyms`.
    let toponym: Int32
    let form: Form
    fileprivate let key: Range<Int32>
    fileprivate var next: Int32
  }

  private struct Slot {
    var hash: UInt64
    var firstEntry: Int32
  }

  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  private var slots: [Slot?]
  private var used = 0

  init(expecting names: Int) {
    var capacity = 1024
    while capacity < names * 3 { capacity *= 2 }
    slots = Array(repeating: nil, count: capacity)
  }

  /// Adds a folded name; the same key twice for the same place is kept once.
  mutating func insert(_ name: FoldedText, place: Int, toponym: Int, form: Form) {
    guard let first = name.words.first else { return }
    var hash = first.hash
    for word in name.words.dropFirst() {
      touch(hash)
      hash = WordHash.joining(hash, word.hash)
    }
    let key = name.key(of: name.words.indices)
    let slot = touch(hash)
    var last: Int32 = -1
    var cursor = slots[slot]?.firstEntry ?? -1
    while cursor >= 0 {
      let entry = entries[Int(cursor)]
      if entry.place == place, entry.form == .demonym || form != .demonym, matches(entry, key) {
        return
      }
      last = cursor
      cursor = entry.next
    }
    let start = Int32(arena.count)
    arena.append(contentsOf: key)
    let number = Int32(entries.count)
    entries.append(
      Entry(
        place: Int32(place), toponym: Int32(toponym), form: form,
        key: start..<Int32(arena.count), next: -1))
    if last >= 0 { entries[Int(last)].next = number } else { slots[slot]?.firstEntry = number }
  }

  /// The entries whose key is exactly this one, in the order of insertion.
  func entries(for key: [UInt8], hash: UInt64) -> [Entry] {
    guard let slot = find(hash) else { return [] }
    var found: [Entry] = []
    var cursor = slots[slot]?.firstEntry ?? -1
    while cursor >= 0 {
      let entry = entries[Int(cursor)]
      if matches(entry, key) { found.append(entry) }
      cursor = entry.next
    }
    return found
  }

  /// Whether some name begins with words of this hash.
  func hasBeginning(_ hash: UInt64) -> Bool { find(hash) != nil }

  private func matches(_ entry: Entry, _ key: [UInt8]) -> Bool {
    arena[Int(entry.key.lowerBound)..<Int(entry.key.upperBound)].elementsEqual(key)
  }

  private func find(_ hash: UInt64) -> Int? {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while let slot = slots[index] {
      if slot.hash == hash { return index }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  @discardableResult
  private mutating func touch(_ hash: UInt64) -> Int {
    if used * 3 > slots.count * 2 { grow() }
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while let slot = slots[index] {
      if slot.hash == hash { return index }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = Slot(hash: hash, firstEntry: -1)
    used += 1
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    for slot in old {
      guard let slot else { continue }
      var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[index] != nil { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }
}
