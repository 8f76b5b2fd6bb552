/// Named seeds, so that a failure can be called by its name and seen again.
enum Seed: UInt64, CaseIterable {
  case alpha = 0xA1FA
  case bravo = 0xB2A0
  case charlie = 0xC4A2

  var generator: SplitMix64 { SplitMix64(state: rawValue) }
}

/// The same numbers from the same seed, on every machine.
///
/// - SeeAlso: Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
