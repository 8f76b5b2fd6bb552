internal import SimpleFeatures

extension PlaceRecord {
  /// A box in the numbers in which records keep coordinates.
  struct Window {
    private let west: Int32
    private let east: Int32
    private let latitudes: ClosedRange<Int32>

    init(_ box: BoundingBox) {
      west = Self.fixed(box.west)
      east = Self.fixed(box.east)
      let (south, north) = (Self.fixed(box.south), Self.fixed(box.north))
      latitudes = min(south, north)...max(south, north)
    }

    private static func fixed(_ degrees: Double) -> Int32 {
      Int32((min(max(degrees, -200), 200) * PlaceRecord.degree).rounded())
    }

    func contains(latitude: Int32, longitude: Int32) -> Bool {
      latitudes.contains(latitude)
        && (west > east
          ? longitude >= west || longitude <= east : longitude >= west && longitude <= east)
    }
  }

  /// How important the place of a record is; `nil` where its kind is not wanted or it lies outside.
  ///
  /// Its hash is not looked at: a damaged record is found out when it is read. For each kind, in the
  /// order of its cases, it is said whether it is wanted.
  static func head(
    _ bytes: MappedBytes, at offset: Int, of wanted: [Bool], within windows: [Window]
  ) -> PlaceImportance? {
    var reader = ByteReader(bytes, at: offset + 4)
    _ = reader.varint()
    let kind = Int(reader.byte())
    guard wanted.indices.contains(kind), wanted[kind] else { return nil }
    _ = reader.word16()
    let latitude = Int32(bitPattern: reader.word32())
    let longitude = Int32(bitPattern: reader.word32())
    guard windows.contains(where: { $0.contains(latitude: latitude, longitude: longitude) }) else {
      return nil
    }
    let population = reader.varint()
    return reader.hasFailed
      ? nil : PlaceImportance(kind: PlaceKind.allCases[kind], population: population)
  }
}
