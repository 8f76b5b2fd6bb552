/// Values by hashes that are good ones already, such as those of words: a table of open addressing
/// that hashes nothing again.
@usableFromInline
package struct HashedValues<Value: Sendable>: Sendable {
  /// The hashes, 0 where a place is free.
  @usableFromInline var keys: [UInt64]
  @usableFromInline var values: [Value?]
  /// How many values there are.
  package private(set) var count = 0

  /// A table without values, with room for some.
  package init(minimumCapacity: Int = 0) {
    var size = 16
    while size < 2 * minimumCapacity { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
  }

  /// The value of a hash, or `nil`.
  @inlinable package subscript(hash: UInt64) -> Value? {
    let place = place(of: hash)
    return keys[place] == 0 ? nil : values[place]
  }

  /// Whether there is a value for a hash.
  @inlinable package func contains(_ hash: UInt64) -> Bool { keys[place(of: hash)] != 0 }

  /// Sets the value of a hash.
  package mutating func set(_ value: Value, for hash: UInt64) {
    if 2 * (count + 1) > keys.count {
      var larger = HashedValues(minimumCapacity: keys.count)
      for (key, value) in zip(keys, values) {
        if let value { larger.set(value, for: key) }
      }
      self = larger
    }
    let place = place(of: hash)
    if keys[place] == 0 { count += 1 }
    keys[place] = Self.key(hash)
    values[place] = value
  }

  /// All hashes that have a value, in an order that means nothing.
  package var hashes: [UInt64] { keys.filter { $0 != 0 } }

  /// All values, in an order that means nothing.
  package var allValues: [Value] { values.compactMap { $0 } }

  /// Where a hash is, or would be.
  @inlinable func place(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  /// The hash 0 is taken for 1: as for any two hashes, nobody tells apart words that share one.
  @inlinable static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }
}

/// A set of hashes.
package typealias HashSet = HashedValues<Void>

extension HashedValues where Value == Void {
  /// Puts a hash in.
  package mutating func insert(_ hash: UInt64) { set((), for: hash) }
}
