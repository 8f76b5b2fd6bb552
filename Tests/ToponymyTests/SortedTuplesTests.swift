import NamedSeeds
import Testing

@testable import Toponymy

@Suite("Tuples in the order of their hashes")
struct SortedTuplesTests {
  /// Tuples of one partition: a hash of eight bytes, and two that number them.
  private func tuples(_ hashes: [UInt64]) -> SortedTuples {
    var writer = ByteWriter()
    for (number, hash) in hashes.enumerated() {
      writer.word64(hash)
      writer.word16(UInt16(number))
    }
    return SortedTuples(writer.bytes) { _, _ in 10 }
  }

  @Test(arguments: Seed.allCases)
  func `equal hashes stay in the order in which they came`(_ seed: Seed) {
    var generator = seed.generator
    for count in [0, 1, 2, 33, 500] {
      // Few bits: some buckets have one hash often, some have many.
      for bits in [1, 20, 58] as [UInt64] {
        let partition = generator.next() & ~(UInt64.max >> 6)
        let hashes = (0..<count).map { _ in
          partition | (generator.next() & (1 << bits - 1)) << (58 - bits)
        }
        let sorted = tuples(hashes)
        let expected = hashes.enumerated().sorted {
          ($0.element, $0.offset) < ($1.element, $1.offset)
        }
        #expect(sorted.references.map(\.hash) == expected.map(\.element))
        #expect(
          sorted.references.map { Int(sorted.word($0.offset + 8, 2)) } == expected.map(\.offset))
      }
    }
  }

  @Test func `hashes that differ in their last bits only are told apart`() {
    let sorted = tuples([3, 1, 2, 1] + (4...60).reversed())
    var groups: [Int] = []
    sorted.forEachGroup { groups.append($0.count) }
    #expect(sorted.references.map(\.hash) == [1, 1, 2, 3] + (4...60))
    #expect(groups == [2] + Array(repeating: 1, count: 59))
  }
}
