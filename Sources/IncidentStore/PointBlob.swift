internal import FoundationEssentials
internal import SimpleFeatures

/// A point as a GeoPackage stores it: a header of 8 bytes, then well-known binary.
///
/// See OGC 12-128r18 (GeoPackage 1.3.1), clause 2.1.3.
enum PointBlob {
  /// The identifier of WGS 84 in `gpkg_spatial_ref_sys`.
  static let srsID: Int32 = 4326

  /// The 29 bytes of a position: little-endian, no envelope.
  static func encode(_ position: Position) -> Data {
    var bytes: [UInt8] = [0x47, 0x50, 0x00, 0x01]
    append(UInt32(bitPattern: srsID), to: &bytes)
    bytes.append(1)
    append(UInt32(1), to: &bytes)
    append(position.longitude.bitPattern, to: &bytes)
    append(position.latitude.bitPattern, to: &bytes)
    return Data(bytes)
  }

  /// The position of a blob that any program wrote, in either byte order, with or without envelope
  /// and further dimensions; `nil` for an empty point and for anything that is no point.
  static func decode(_ blob: Data) -> Position? {
    let bytes = Array(blob)
    guard bytes.count >= 29, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(bytes[3] >> 1 & 7)
    guard envelope < envelopes.count, bytes[3] & 0x10 == 0 else { return nil }
    let start = 8 + envelopes[envelope]
    guard bytes.count >= start + 21 else { return nil }
    let isLittle = bytes[start] == 1
    let kind = integer(bytes[start + 1..<start + 5], isLittle: isLittle)
    guard kind % 1000 == 1, kind < 4000 else { return nil }
    let x = Double(bitPattern: integer(bytes[start + 5..<start + 13], isLittle: isLittle))
    let y = Double(bitPattern: integer(bytes[start + 13..<start + 21], isLittle: isLittle))
    return x.isNaN || y.isNaN ? nil : Position(longitude: x, latitude: y)
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private static func integer(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> UInt64 {
    let ordered = isLittle ? Array(bytes.reversed()) : Array(bytes)
    return ordered.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
