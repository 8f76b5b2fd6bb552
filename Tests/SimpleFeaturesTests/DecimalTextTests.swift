import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Numbers as text")
struct DecimalTextTests {
  @Test(arguments: [
    (0, 6, "0"), (-0.0, 6, "0"), (1, 6, "1"), (-1, 0, "-1"), (20.8028, 6, "20.8028"),
    (43.1, 6, "43.1"), (20.1499999999999986, 6, "20.15"), (0.000_001, 6, "0.000001"),
    (0.05, 1, "0.1"), (0.000_000_4, 6, "0"), (-0.000_000_4, 6, "0"), (-0.5, 0, "-1"),
    (0.5, 0, "1"), (1.005, 3, "1.005"), (999.999_999_9, 6, "1000"), (-180, 9, "-180"),
    (22_031.821, 3, "22031.821"), (10.01, 2, "10.01"), (100, 2, "100"),
    (9_007_199.254_740_991, 9, "9007199.254740991"),
  ])
  func `a number has no more decimals than it needs`(value: Double, places: Int, text: String) {
    #expect(DecimalText.text(value, places: places) == text)
  }

  @Test func `text is appended to what is there`() {
    var bytes = Array("[".utf8)
    DecimalText.append(-20.5, places: 6, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "[-20.5")
  }

  @Test(arguments: Seed.allCases)
  func `six decimals read back as the nearest millionth`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<1000 {
      let value = Double.random(in: -180...180, using: &generator)
      let text = DecimalText.text(value, places: 6)
      let back = try #require(Double(text))
      #expect(abs(back - value) <= 0.500_001e-6)
      #expect(DecimalText.text(back, places: 6) == text)
    }
  }
}
