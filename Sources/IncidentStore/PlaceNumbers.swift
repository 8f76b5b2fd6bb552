internal import IncidentModel
internal import Toponymy

/// Numbers the places of rows as they come, by their bytes: a text is made of each place once.
struct PlaceNumbers {
  private(set) var places: [IncidentPlace] = []
  /// The bytes of every place one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// The number of a place at its hash or after it, -1 where there is none: at most half are taken.
  private var slots = [Int32](repeating: -1, count: 1024)
  private var last = -1

  /// The number of a place, given the texts of its columns.
  mutating func number(id: Span<UInt8>, name: Span<UInt8>, country: Span<UInt8>) -> Int {
    // Rows of a place often follow each other.
    if last >= 0, isPlace(last, id, name, country) { return last }
    var hash: UInt64 = 14_695_981_039_346_656_037
    for part in 0..<3 {
      let text = part == 0 ? id : part == 1 ? name : country
      for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 1_099_511_628_211 }
      hash = (hash ^ 0x1F) &* 1_099_511_628_211
    }
    hash ^= hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isPlace(number, id, name, country) {
        last = number
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    last = places.count
    slots[slot] = Int32(last)
    add(id, name, country, hash: hash)
    return last
  }

  private mutating func add(
    _ id: Span<UInt8>, _ name: Span<UInt8>, _ country: Span<UInt8>, hash: UInt64
  ) {
    let start = bytes.count
    for index in id.indices { bytes.append(id[index]) }
    bytes.append(0x1F)
    let nameStart = bytes.count
    for index in name.indices { bytes.append(name[index]) }
    bytes.append(0x1F)
    let countryStart = bytes.count
    for index in country.indices { bytes.append(country[index]) }
    places.append(
      IncidentPlace(
        id: text(start..<nameStart - 1).map(PlaceID.init), name: text(nameStart..<countryStart - 1),
        country: text(countryStart..<bytes.count)))
    ends.append(bytes.count)
    hashes.append(hash)
    if 2 * places.count > slots.count { grow() }
  }

  /// A text of the bytes; none where there are none.
  private func text(_ range: Range<Int>) -> String? {
    range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private func isPlace(
    _ number: Int, _ id: Span<UInt8>, _ name: Span<UInt8>, _ country: Span<UInt8>
  ) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == id.count + name.count + country.count + 2 else { return false }
    let nameStart = start + id.count + 1
    let countryStart = nameStart + name.count + 1
    return bytes[nameStart - 1] == 0x1F && bytes[countryStart - 1] == 0x1F
      && isText(name, at: nameStart) && isText(id, at: start) && isText(country, at: countryStart)
  }

  private func isText(_ text: Span<UInt8>, at start: Int) -> Bool {
    text.indices.allSatisfy { bytes[start + $0] == text[$0] }
  }
}
