/// Sorting of whole numbers by their digits, eleven bits at a time from the least.
enum RadixSort {
  private static let digit = 11

  /// The order in which keys are ascending; equal keys keep theirs.
  ///
  /// - Parameters:
  ///   - keys: Numbers of fewer bits than 2^`bits`.
  ///   - bits: The number of bits of the largest key.
  /// - Returns: Places in `keys`; `nil` where the keys are ascending as they stand.
  /// - Complexity: O(n · bits); eight bytes a key more for every twelve given.
  static func order(of keys: consuming [UInt64], bits: Int) -> [UInt32]? {
    guard !isAscending(keys) else { return nil }
    var keys = keys
    var order = (0..<UInt32(keys.count)).map { $0 }
    var sortedKeys = [UInt64](repeating: 0, count: keys.count)
    var sortedOrder = [UInt32](repeating: 0, count: keys.count)
    for shift in stride(from: 0, to: bits, by: digit) {
      guard var starts = starts(of: keys, shift: shift) else { continue }
      for place in keys.indices {
        let key = keys[place]
        let bucket = Int(key >> UInt64(shift) & 0x7FF)
        let target = starts[bucket]
        starts[bucket] = target + 1
        sortedKeys[target] = key
        sortedOrder[target] = order[place]
      }
      swap(&keys, &sortedKeys)
      swap(&order, &sortedOrder)
    }
    return order
  }

  /// Where the keys of each digit begin when they are sorted by it; `nil` where all have the same.
  private static func starts(of keys: [UInt64], shift: Int) -> [Int]? {
    var counts = [Int](repeating: 0, count: 1 << digit)
    for key in keys { counts[Int(key >> UInt64(shift) & 0x7FF)] += 1 }
    guard !counts.contains(keys.count) else { return nil }
    var start = 0
    for bucket in counts.indices {
      let count = counts[bucket]
      counts[bucket] = start
      start += count
    }
    return counts
  }

  private static func isAscending(_ keys: [UInt64]) -> Bool {
    var previous: UInt64 = 0
    for key in keys {
      guard key >= previous else { return false }
      previous = key
    }
    return true
  }
}

extension RadixSort {
  /// Numbers in ascending order.
  static func sorted(_ numbers: [UInt32]) -> [UInt32] {
    guard numbers.count > 200, let greatest = numbers.max() else { return numbers.sorted() }
    var numbers = numbers
    var sorted = [UInt32](repeating: 0, count: numbers.count)
    for shift in stride(from: 0, to: UInt32.bitWidth - greatest.leadingZeroBitCount, by: digit) {
      var starts = [Int](repeating: 0, count: 1 << digit + 1)
      for number in numbers { starts[Int(number >> shift & 0x7FF) + 1] += 1 }
      for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
      for number in numbers {
        let bucket = Int(number >> shift & 0x7FF)
        sorted[starts[bucket]] = number
        starts[bucket] += 1
      }
      swap(&numbers, &sorted)
    }
    return numbers
  }
}
