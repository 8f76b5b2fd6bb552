import Testing

@testable import Toponymy

@Suite("Word hashes")
struct WordHashTests {
  // Source: the test vectors that wyhash's author publishes for the final version 4
  // (test_vector.cpp): the seed of each is its number.
  @Test(
    arguments: [
      (0, "", 0x9322_8a4d_e0ee_c5a2), (1, "a", 0xc5ba_c3db_1787_13c4),
      (2, "abc", 0xa97f_2f7b_1d9b_3314), (3, "message digest", 0x786d_1f1d_f380_1df4),
      (4, "abcdefghijklmnopqrstuvwxyz", 0xdca5_a813_8ad3_7c87),
      (
        5, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        0xb9e7_34f1_17cf_af70
      ),
      (6, String(repeating: "1234567890", count: 8), 0x6cc5_eab4_9a92_d617),
    ] as [(UInt64, String, UInt64)])
  func `hashes are those that wyhash publishes`(_ seed: UInt64, _ text: String, _ hash: UInt64) {
    let bytes = Array(text.utf8)
    #expect(unsafe bytes.withUnsafeBytes { unsafe WordHash.of($0, seed: seed) } == hash)
  }

  @Test func `the order of words changes the hash of a name`() {
    let (zubin, potok) = (WordHash.of("zubin".utf8), WordHash.of("potok".utf8))
    #expect(WordHash.joining(zubin, potok) != WordHash.joining(potok, zubin))
    #expect(WordHash.joining(zubin, potok) != WordHash.of("zubin potok".utf8))
  }
}
