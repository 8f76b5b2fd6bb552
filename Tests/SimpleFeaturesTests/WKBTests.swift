import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Well-known binary")
struct WKBTests {
  private static let frame = Polygon(
    exterior: [
      Position(longitude: 0, latitude: 0), Position(longitude: 4, latitude: 0),
      Position(longitude: 4, latitude: 4), Position(longitude: 0, latitude: 4),
      Position(longitude: 0, latitude: 0),
    ],
    interiors: [
      [
        Position(longitude: 1, latitude: 1), Position(longitude: 1, latitude: 2),
        Position(longitude: 2, latitude: 2), Position(longitude: 2, latitude: 1),
        Position(longitude: 1, latitude: 1),
      ]
    ])
  private static let one = Position(longitude: 1, latitude: 2)
  private static let other = Position(longitude: 3, latitude: 4)
  private static let samples: [Geometry] = [
    .point(Position(longitude: 20.8028, latitude: 43.1039)),
    .lineString([one, other]), .lineString([]), .polygon(frame),
    .polygon(Polygon(exterior: [])), .polygon(Polygon(exterior: [], interiors: [[one, other]])),
    .multiPoint([one, other]), .multiPoint([]),
    .multiLineString([[one, other], []]), .multiPolygon([frame, frame]),
    .collection([.point(one), .collection([.polygon(frame), .multiPoint([other])])]),
    .collection([]),
  ]

  // MARK: - Bytes

  @Test func `a point is twenty-one bytes, little-endian`() {
    // Source: GeoPackage's own example form; 1.0 is 3FF0…, 2.0 is 4000….
    #expect(
      WKB.encode(.point(Self.one)) == bytes("0101000000000000000000F03F0000000000000040"))
  }

  @Test func `several points are the bytes shapely writes`() {
    // Source: shapely 2.2.0, to_wkb(MULTIPOINT (1 2, 3 4), byte_order=1).
    #expect(
      WKB.encode(.multiPoint([Self.one, Self.other]))
        == bytes(
          "0104000000020000000101000000000000000000F03F0000000000000040"
            + "010100000000000000000008400000000000001040"))
  }

  @Test func `big-endian bytes are read`() throws {
    // Source: shapely 2.2.0, to_wkb(…, byte_order=0).
    let polygon = try WKB.decode(
      bytes(
        "0000000003000000020000000500000000000000000000000000000000"
          + "4010000000000000000000000000000040100000000000004010000000000000"
          + "0000000000000000401000000000000000000000000000000000000000000000"
          + "000000053FF00000000000003FF00000000000003FF000000000000040000000"
          + "000000004000000000000000400000000000000040000000000000003FF00000"
          + "000000003FF00000000000003FF0000000000000"))
    #expect(polygon == .polygon(Self.frame))
    let collection = try WKB.decode(
      bytes(
        "00000000070000000200000000013FF000000000000040000000000000000000"
          + "00000200000002000000000000000000000000000000003FF00000000000003F"
          + "F8000000000000"))
    let line = [Position(longitude: 0, latitude: 0), Position(longitude: 1, latitude: 1.5)]
    #expect(collection == .collection([.point(Self.one), .lineString(line)]))
  }

  @Test(arguments: [
    "00000003E94034C0000000000040458000000000004080000000000000",
    "00000007D14034C0000000000040458000000000004080000000000000",
    "0000000BB94034C00000000000404580000000000040800000000000003FF0000000000000",
  ])
  func `heights and measures are read over`(_ hexadecimal: String) throws {
    // Source: shapely 2.2.0, to_wkb(POINT Z (20.75 43 512), byte_order=0, flavor="iso").
    let point = try WKB.decode(bytes(hexadecimal))
    #expect(point == .point(Position(longitude: 20.75, latitude: 43)))
  }

  @Test(arguments: samples)
  func `a geometry comes back as it was`(_ geometry: Geometry) throws {
    let encoded = WKB.encode(geometry)
    #expect(try WKB.decode(encoded) == geometry)
    #expect(try WKB.decode(([9, 9] + encoded)[2...]) == geometry)
  }

  // MARK: - Failure

  @Test(arguments: samples)
  func `bytes that end early are refused wherever they end`(_ geometry: Geometry) {
    let encoded = WKB.encode(geometry)
    for end in encoded.indices {
      let error = #expect(throws: WKBError.self) { _ = try WKB.decode(encoded[..<end]) }
      switch error {
      case .truncated(let offset): #expect(offset == end)
      case .impossibleCount(_, let offset): #expect(offset < end)
      default: Issue.record("another error: \(error?.description ?? "none")")
      }
    }
  }

  @Test func `each fault is named at its byte`() {
    #expect(throws: WKBError.truncated(offset: 0)) { _ = try WKB.decode([]) }
    #expect(throws: WKBError.unknownByteOrder(2, offset: 0)) { _ = try WKB.decode([2, 1]) }
    #expect(throws: WKBError.trailingBytes(offset: 21)) {
      _ = try WKB.decode(WKB.encode(.point(Self.one)) + [0])
    }
    #expect(throws: WKBError.unexpectedType(8, offset: 1)) {
      _ = try WKB.decode(bytes("0108000000"))
    }
    #expect(throws: WKBError.unexpectedType(0x2000_0001, offset: 1)) {
      _ = try WKB.decode(bytes("0101000020E6100000000000000000F03F0000000000000040"))
    }
    // A multipoint whose part is a line.
    #expect(throws: WKBError.unexpectedType(2, offset: 10)) {
      _ = try WKB.decode(
        bytes("01040000000100000001020000000000000000000000000000000000000000000000"))
    }
    #expect(throws: WKBError.coordinateNotFinite(offset: 5)) {
      _ = try WKB.decode(bytes("0101000000000000000000F87F000000000000F87F"))
    }
  }

  @Test func `a count that cannot be is refused before anything is reserved`() {
    for kind in 2...7 {
      #expect(throws: WKBError.impossibleCount(0xFFFF_FFFF, offset: 5)) {
        _ = try WKB.decode([1, UInt8(kind), 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])
      }
    }
  }

  @Test func `collections are followed so far and no further`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      (0..<depth).flatMap { _ in bytes("010700000001000000") } + WKB.encode(.point(Self.one))
    }
    #expect(try WKB.decode(nested(31)).positions == [Self.one])
    #expect(throws: WKBError.nestedTooDeep(offset: 32 * 9)) { _ = try WKB.decode(nested(32)) }
    #expect(throws: WKBError.nestedTooDeep(offset: 32 * 9)) { _ = try WKB.decode(nested(5000)) }
  }

  @Test(arguments: Seed.allCases)
  func `bytes changed at random are read or refused`(_ seed: Seed) {
    var generator = seed.generator
    var refused = 0
    for geometry in Self.samples {
      let encoded = WKB.encode(geometry)
      for _ in 0..<60 {
        var changed = encoded
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          changed[Int.random(in: changed.indices, using: &generator)] =
            .random(in: 0...255, using: &generator)
        }
        do throws(WKBError) {
          let read = try WKB.decode(changed)
          #expect(read.positions.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite })
        } catch {
          refused += 1
          #expect(error.description.contains("byte"))
        }
      }
    }
    #expect(refused > 0)
  }

  /// The bytes that hexadecimal digits stand for.
  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  @Test(arguments: Seed.allCases)
  func `damaged bytes give a geometry or an error`(_ seed: Seed) {
    var generator = seed.generator
    for sample in Self.samples {
      let whole = WKB.encode(sample)
      for _ in 0..<200 {
        guard let geometry = try? WKB.decode(generator.mutation(of: whole)) else { continue }
        #expect((try? WKB.decode(WKB.encode(geometry))) != nil)
      }
    }
  }
}
