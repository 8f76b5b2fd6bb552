import NamedSeeds
import Testing

@testable import Cartography

@Suite("Records of incidents") struct IncidentRecordsTests {
  @Test(arguments: Seed.allCases)
  func `what was packed is read back, whatever its order`(seed: Seed) {
    var random = seed.generator
    for size in [0, 1, 2, 300] {
      let entries = (0..<size).map { _ in
        Self.entry(&random, value: size == 300 ? Int.random(in: 0...9, using: &random) : 1)
      }
      let records = IncidentRecords(entries)
      #expect(records.numbers.sorted() == Array(entries.indices))
      let read = Self.read(records.bytes)
      #expect(read.count == size)
      for (entry, number) in zip(entries, records.numbers) {
        #expect(
          read[number] == [entry.mark, entry.kind, entry.value]
            + (entry.days.map { [$0.lowerBound, $0.upperBound] } ?? []))
      }
    }
  }

  @Test func `a day of a dense map costs about a byte an incident`() {
    var random = Seed.alpha.generator
    let entries = (0..<20_000).map { _ in
      let day = Int.random(in: 19_000..<20_000, using: &random)
      return IncidentRecords.Entry(
        mark: Int.random(in: 0..<20, using: &random), type: Int.random(in: 0..<6, using: &random),
        isExact: true, days: day...day)
    }
    #expect(IncidentRecords(entries).bytes.count < 22_000)
  }

  @Test func `numbers are LEB128, as DWARF 4, section 7.6, has them`() {
    let entry = IncidentRecords.Entry(mark: 2, type: 1, isExact: false, days: 19_506...19_507)
    // 1 incident; 19506 + 2^22; no measure; mark 2, kind 6, 1 of them; on the origin, and a day longer.
    #expect(IncidentRecords([entry]).bytes == [1, 0xB2, 0x98, 0x81, 0x02, 0, 2, 6, 1, 1, 1])
  }

  private static func entry(
    _ random: inout SplitMix64, value: Int
  ) -> IncidentRecords.Entry {
    let first = Int.random(in: -400_000..<400_000, using: &random)
    let length = [0, 0, 1, 31, 400].randomElement(using: &random) ?? 0
    return IncidentRecords.Entry(
      mark: Int.random(in: 0..<9, using: &random), type: Int.random(in: 0..<8, using: &random),
      isExact: Bool.random(using: &random),
      days: Bool.random(using: &random) ? first...(first + length) : nil,
      value: value)
  }

  /// Each record as its mark, its kind and its days, read as the page's script does.
  private static func read(_ bytes: [UInt8]) -> [[Int]] {
    var rest = bytes[...]
    func next() -> Int {
      var (value, shift) = (0, 0)
      while let byte = rest.popFirst() {
        value |= Int(byte & 127) << shift
        shift += 7
        if byte < 128 { break }
      }
      return value
    }
    let count = next()
    let origin = next() - 1 << 22
    let isMeasured = next() == 1
    var records: [[Int]] = []
    var mark = 0
    while records.count < count, !rest.isEmpty {
      mark += next()
      let kind = next()
      var day = origin
      for _ in 0..<next() {
        var record = [mark, kind, isMeasured ? next() : 1]
        if kind & 1 == 0 {
          let step = next()
          day += step >> 1
          record += [day, day + (step & 1 == 1 ? next() : 0)]
        }
        records.append(record)
      }
    }
    return records
  }
}
