/// Named beginnings of random sequences, so that a failing test can be called by its name and run again.
package enum Seed: UInt64, CaseIterable, Sendable {
  /// The first.
  case alpha = 0xA1FA
  /// The second.
  case beta = 0xBE7A
  /// The third.
  case gamma = 0x6A33A

  /// A generator that begins here.
  package var generator: SplitMix64 { SplitMix64(state: rawValue) }
}

/// The same numbers from the same seed, on every machine.
///
/// - SeeAlso: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(state: UInt64) {
    self.state = state
  }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
