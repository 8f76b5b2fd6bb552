extension SIMDMask where Storage == SIMD8<Int32> {
  /// The lanes that are true, a bit each.
  @inline(__always)
  var lanes: LaneSet {
    let weights = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
    return LaneSet(
      bits: UInt32(truncatingIfNeeded: weights.replacing(with: 0, where: .!self).wrappedSum()))
  }
}

/// Some of eight lanes, in ascending order.
struct LaneSet: Sequence, IteratorProtocol {
  var bits: UInt32

  @inline(__always)
  var isEmpty: Bool { bits == 0 }

  @inline(__always)
  func contains(_ lane: Int) -> Bool { bits >> UInt32(truncatingIfNeeded: lane) & 1 != 0 }

  @inline(__always)
  mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits &- 1 }
    return bits.trailingZeroBitCount
  }
}
