/// 64-bit hashes of words and of sequences of words, the same on every machine: they are written into
/// index files.
///
/// The function is wyhash, final version 4 (Wang Yi, public domain,
/// https://github.com/wangyi-fudan/wyhash): three multiplications for a word of up to 16 bytes.
package enum WordHash {
  /// The hash of some bytes.
  ///
  /// - Complexity: O(*n*), 16 bytes a step.
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      unsafe of(UnsafeRawBufferPointer(buffer))
    }
    return result ?? of(Array(bytes))
  }

  /// The hash of a buffer's bytes.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var state = seed ^ mix(seed ^ secret.0, secret.1)
    let count = bytes.count
    var a: UInt64 = 0
    var b: UInt64 = 0
    if count <= 16 {
      if count >= 4 {
        let step = (count >> 3) << 2
        unsafe a = bytes.word32(0) << 32 | bytes.word32(step)
        unsafe b = bytes.word32(count - 4) << 32 | bytes.word32(count - 4 - step)
      } else if count > 0 {
        unsafe a =
          UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1])
      }
    } else {
      var index = 0
      if count >= 48 {
        var second = state
        var third = state
        repeat {
          unsafe state = mix(bytes.word64(index) ^ secret.1, bytes.word64(index + 8) ^ state)
          unsafe second = mix(
            bytes.word64(index + 16) ^ secret.2, bytes.word64(index + 24) ^ second)
          unsafe third = mix(
            bytes.word64(index + 32) ^ secret.3, bytes.word64(index + 40) ^ third)
          index += 48
        } while count - index >= 48
        state ^= second ^ third
      }
      while count - index > 16 {
        unsafe state = mix(bytes.word64(index) ^ secret.1, bytes.word64(index + 8) ^ state)
        index += 16
      }
      unsafe a = bytes.word64(count - 16)
      unsafe b = bytes.word64(count - 8)
    }
    let product = (a ^ secret.1).multipliedFullWidth(by: b ^ state)
    return mix(product.low ^ secret.0 ^ UInt64(count), product.high ^ secret.1)
  }

  /// The hash of a sequence of words from that of its beginning and that of its next word.
  static func joining(_ beginning: UInt64, _ next: UInt64) -> UInt64 {
    mix(beginning ^ secret.2, next ^ secret.3)
  }

  private static let secret: (UInt64, UInt64, UInt64, UInt64) = (
    0x2d35_8dcc_aa6c_78a5, 0x8bb8_4b93_962e_acc9, 0x4b33_a62e_d433_d4a3, 0x4d5a_2da5_1de1_aa47
  )

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func word32(_ offset: Int) -> UInt64 {
    UInt64(UInt32(littleEndian: unsafe loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  fileprivate func word64(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
