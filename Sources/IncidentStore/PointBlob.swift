internal import FoundationEssentials
internal import SimpleFeatures

/// A point as a GeoPackage stores it: a header of 8 bytes, then well-known binary.
///
/// See OGC 12-128r18 (GeoPackage 1.3.1), clause 2.1.3.
enum PointBlob {
  /// The identifier of WGS 84 in `gpkg_spatial_ref_sys`.
  static let srsID: Int32 = 4326

  /// The 29 bytes of a position: little-endian, no envelope.
  static func bytes(of position: Position) -> InlineArray<29, UInt8> {
    var bytes = InlineArray<29, UInt8>(repeating: 0)
    (bytes[0], bytes[1], bytes[3]) = (0x47, 0x50, 0x01)
    write(UInt32(bitPattern: srsID), at: 4, of: &bytes)
    bytes[8] = 1
    write(UInt32(1), at: 9, of: &bytes)
    write(position.longitude.bitPattern, at: 13, of: &bytes)
    write(position.latitude.bitPattern, at: 21, of: &bytes)
    return bytes
  }

  /// The bytes of a position as a value of GRDB's.
  static func encode(_ position: Position) -> Data {
    let bytes = bytes(of: position)
    return Data(bytes.indices.map { bytes[$0] })
  }

  /// The position of a blob that any program wrote, in either byte order, with or without envelope
  /// and further dimensions; `nil` for an empty point and for anything that is no point.
  static func decode(_ bytes: Span<UInt8>) -> Position? {
    guard bytes.count >= 29, bytes[0] == 0x47, bytes[1] == 0x50, bytes[3] & 0x10 == 0,
      let envelope = envelopeLength(bytes[3] >> 1 & 7)
    else { return nil }
    let start = 8 + envelope
    guard bytes.count >= start + 21 else { return nil }
    let isLittle = bytes[start] == 1
    let kind = integer(bytes, start + 1, 4, isLittle)
    guard kind % 1000 == 1, kind < 4000 else { return nil }
    let x = Double(bitPattern: integer(bytes, start + 5, 8, isLittle))
    let y = Double(bitPattern: integer(bytes, start + 13, 8, isLittle))
    return x.isNaN || y.isNaN ? nil : Position(longitude: x, latitude: y)
  }

  /// The position of a blob as a value of GRDB's.
  static func decode(_ blob: Data) -> Position? { decode(Array(blob).span) }

  /// The bytes of an envelope by its code in the flags; `nil` for a code that is none.
  static func envelopeLength(_ code: UInt8) -> Int? {
    switch code {
    case 0: 0
    case 1: 32
    case 2, 3: 48
    case 4: 64
    default: nil
    }
  }

  private static func write(
    _ value: some FixedWidthInteger, at start: Int, of bytes: inout InlineArray<29, UInt8>
  ) {
    for index in 0..<value.bitWidth / 8 {
      bytes[start + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
    }
  }

  private static func integer(
    _ bytes: Span<UInt8>, _ start: Int, _ count: Int, _ isLittle: Bool
  ) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<count {
      value = value << 8 | UInt64(bytes[start + (isLittle ? count - 1 - index : index)])
    }
    return value
  }
}
