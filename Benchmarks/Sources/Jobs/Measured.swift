internal import Foundation

/// What a job measured, as one line of JSON for the program that compares it with its peers.
struct Measured {
  /// CPU seconds of this process, user and system together, of the part that counts.
  var seconds: Double
  /// How much was done: bytes, look-ups.
  var amount: Int
  /// What is compared with the peer's answer.
  var answer: String

  /// Runs the part that counts.
  static func cpu<Result>(_ body: () throws -> Result) rethrows -> (Double, Result) {
    let before = now()
    let result = try body()
    return (now() - before, result)
  }

  func print() {
    Swift.print(
      "{\"seconds\":\(seconds),\"amount\":\(amount),\"answer\":\"\(answer)\"}")
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A checksum that peers make too: FNV-1a, 64 bits.
struct Checksum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// That of lists of numbers.
  init(of lists: [[Int]]) {
    for numbers in lists { add(numbers.map { "\($0) " }.joined() + ";") }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  var text: String { String(value, radix: 16) }
}

/// The lines of a file.
func lines(_ path: String) throws -> [String] {
  String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    .split(separator: "\n").map(String.init)
}
