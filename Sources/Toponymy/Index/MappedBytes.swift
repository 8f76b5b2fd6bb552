#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bytes of an index: a file mapped into memory, or an array; never changed while it lives.
///
/// Every access is held to the bounds, so that a damaged file gives no value rather than a wrong one
/// from somewhere else. Pages of a mapped file are read when they are first touched, so that opening
/// costs the same at any size.
@safe final class MappedBytes: Sendable {
  // Nobody writes to the memory, and it is released only with the last reference.
  private nonisolated(unsafe) let buffer: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Takes bytes over from an array.
  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    unsafe copy.copyBytes(from: bytes)
    unsafe buffer = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    isMapped = false
  }

  /// Maps a file.
  ///
  /// - Throws: ``IndexError/unreadable(path:reason:)``.
  init(path: String) throws(IndexError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: SystemFailure.last.reason) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: SystemFailure.last.reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw .notAnIndex(path: path, reason: "it is empty or no regular file")
    }
    let count = Int(status.st_size)
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .unreadable(path: path, reason: SystemFailure.last.reason)
    }
    unsafe buffer = UnsafeRawBufferPointer(start: address, count: count)
    isMapped = true
  }

  deinit {
    if isMapped {
      if let start = unsafe buffer.baseAddress {
        unsafe munmap(UnsafeMutableRawPointer(mutating: start), buffer.count)
      }
    } else {
      unsafe buffer.deallocate()
    }
  }

  /// How many there are.
  var count: Int { unsafe buffer.count }

  /// The eight bytes at an offset as a little-endian number; 0 beyond the end.
  func word64(at offset: Int) -> UInt64 {
    guard offset >= 0, offset <= count - 8 else { return 0 }
    return unsafe UInt64(
      littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The six bytes at an offset as a little-endian number; 0 where fewer than eight follow.
  func word48(at offset: Int) -> UInt64 { word64(at: offset) & 0xFFFF_FFFF_FFFF }

  /// The four bytes at an offset as a little-endian number; 0 beyond the end.
  func word32(at offset: Int) -> UInt32 {
    guard offset >= 0, offset <= count - 4 else { return 0 }
    return unsafe UInt32(
      littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The two bytes at an offset as a little-endian number; 0 beyond the end.
  func word16(at offset: Int) -> UInt16 {
    UInt16(byte(at: offset)) | UInt16(byte(at: offset + 1)) << 8
  }

  /// The byte at an offset; 0 beyond the end.
  func byte(at offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return unsafe buffer[offset]
  }

  /// The text of a range, repaired where it is no UTF-8; `nil` if it leaves the bounds.
  func text(_ range: Range<Int>) -> String? {
    guard contains(range) else { return nil }
    return unsafe String(decoding: buffer[range], as: UTF8.self)
  }

  /// The hash of a range, from a seed; `nil` if it leaves the bounds.
  func hash(_ range: Range<Int>, seed: UInt64 = 0) -> UInt64? {
    guard contains(range) else { return nil }
    return unsafe WordHash.of(UnsafeRawBufferPointer(rebasing: buffer[range]), seed: seed)
  }

  /// Whether the bytes of a range are the same as others.
  func equals(_ range: Range<Int>, _ other: some Collection<UInt8>) -> Bool {
    guard contains(range), range.count == other.count else { return false }
    return unsafe buffer[range].elementsEqual(other)
  }

  /// Whether part of an array stands at an offset.
  func equals(_ other: [UInt8], _ part: Range<Int>, at offset: Int) -> Bool {
    guard contains(offset..<offset + part.count), part.upperBound <= other.count else {
      return false
    }
    return unsafe other.withUnsafeBytes { other in
      guard let mine = unsafe buffer.baseAddress, let others = other.baseAddress else {
        return part.isEmpty
      }
      return unsafe memcmp(mine + offset, others + part.lowerBound, part.count) == 0
    }
  }

  /// The edits between a name and the bytes of a range; `nil` if it leaves the bounds.
  func distance(_ name: EditDistance, to range: Range<Int>, upTo limit: Int) -> Int? {
    guard contains(range) else { return nil }
    return unsafe name.distance(
      to: UnsafeRawBufferPointer(rebasing: buffer[range]), upTo: limit)
  }

  /// A variable-length number (LEB128) at an offset, which moves past it; `nil` if it leaves the
  /// bounds or is 2⁴⁹ or more, which no sound file holds.
  func varint(at offset: inout Int) -> Int? {
    var value = 0
    var shift = 0
    while shift < 49 {
      guard offset >= 0, offset < count else { return nil }
      let byte = unsafe buffer[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  private func contains(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= count
  }
}
