/// Writes names to be looked up, a line each.
struct QueryMaker {
  private var random = SplitMix64(seed: 0x7175_6572_6965_73)
  let names: [[UInt8]]
  let plain: [[UInt8]]

  init(names: [[UInt8]], plain: [[UInt8]]) {
    self.names = names
    self.plain = plain
  }

  /// Names spelled as they are, in capitals, or without their marks; one in ten is unknown.
  mutating func exact(_ count: Int) -> [[UInt8]] {
    (0..<count).map { _ in
      let index = random.below(names.count)
      switch random.below(10) {
      case 0: return plain[index] + "qx".utf8
      case 1, 2: return plain[index].map { $0 == 0x20 ? $0 : $0 & 0xDF }
      case 3, 4, 5: return plain[index]
      default: return names[index]
      }
    }
  }

  /// Folded names with some letters changed, missing, added or swapped; long enough that no name of
  /// fewer than six letters is as close, which are not looked for with two edits.
  mutating func misspelt(_ count: Int, edits: Int) -> [[UInt8]] {
    var queries: [[UInt8]] = []
    while queries.count < count {
      var name = plain[random.below(plain.count)]
      guard name.count >= 6 + 2 * edits else { continue }
      for _ in 0..<edits { edit(&name) }
      // A space more or less would make other words of it.
      if name.last != 0x20 { queries.append(name) }
    }
    return queries
  }

  private mutating func edit(_ name: inout [UInt8]) {
    let index = 1 + random.below(name.count - 2)
    guard name[index] != 0x20, name[index + 1] != 0x20 else { return }
    switch random.below(4) {
    case 0: name[index] = UInt8(0x61 + random.below(26))
    case 1: name.remove(at: index)
    case 2: name.insert(UInt8(0x61 + random.below(26)), at: index)
    default: name.swapAt(index, index + 1)
    }
  }
}
