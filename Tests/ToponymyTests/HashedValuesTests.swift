import NamedSeeds
import Testing

@testable import Toponymy

@Suite("Hashed values")
struct HashedValuesTests {
  @Test(arguments: Seed.allCases)
  func `a table answers like a dictionary`(_ seed: Seed) {
    var generator = seed.generator
    var table = HashedValues<Int>()
    var expected: [UInt64: Int] = [:]
    for step in 0..<2000 {
      // Many share their low bits, so that places collide.
      let hash = UInt64.random(in: 1...300, using: &generator) << 20 | 5
      table.set(step, for: hash)
      expected[hash] = step
    }
    for hash in (1...400).map({ UInt64($0) << 20 | 5 }) {
      #expect(table[hash] == expected[hash])
      #expect(table.contains(hash) == (expected[hash] != nil))
    }
    #expect(table.count == expected.count)
    #expect(Set(table.hashes) == Set(expected.keys))
    #expect(table.allValues.sorted() == expected.values.sorted())
  }

  @Test func `the hash 0 can be held`() {
    var set = HashSet()
    #expect(!set.contains(0))
    set.insert(0)
    #expect(set.contains(0))
    #expect(set.count == 1)
  }
}
