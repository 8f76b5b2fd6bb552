import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Well-known text")
struct WKTTests {
  // MARK: - Reading

  /// A text, and the big-endian well-known binary that shapely 2.2.0 (GEOS 3.14.1) makes of it.
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var binary: String

    var testDescription: String { text }

    init(_ text: String, _ binary: String) {
      self.text = text
      self.binary = binary
    }
  }

  /// The texts are those of OGC 06-103r4, section 7.2.6, table 6.
  private static let examples = [
    Example("POINT (10 10)", "000000000140240000000000004024000000000000"),
    Example(
      "LINESTRING ( 10 10, 20 20, 30 40)",
      "0000000002000000034024000000000000402400000000000040340000000000004034000000000000"
        + "403E0000000000004044000000000000"),
    Example(
      "POLYGON ((10 10, 10 20, 20 20, 20 15, 10 10))",
      "000000000300000001000000054024000000000000402400000000000040240000000000004034000000000000"
        + "403400000000000040340000000000004034000000000000402E00000000000040240000000000004024"
        + "000000000000"),
    Example(
      "MULTIPOINT ((10 10), (20 20))",
      "0000000004000000020000000001402400000000000040240000000000000000000001403400000000000040"
        + "34000000000000"),
    Example(
      "MULTILINESTRING((10 10, 20 20), (15 15, 30 15))",
      "00000000050000000200000000020000000240240000000000004024000000000000403400000000000040340"
        + "00000000000000000000200000002402E000000000000402E000000000000403E000000000000402E0000"
        + "00000000"),
    Example(
      "MULTIPOLYGON(((10 10, 10 20, 20 20, 20 15, 10 10)),((60 60, 70 70, 80 60, 60 60 )))",
      "00000000060000000200000000030000000100000005402400000000000040240000000000004024000000000"
        + "0004034000000000000403400000000000040340000000000004034000000000000402E00000000000040"
        + "2400000000000040240000000000000000000003000000010000000440"
        + "4E000000000000404E000000000000405180000000000040518000000000004054000000000000404E000"
        + "000000000404E000000000000404E000000000000"),
    Example(
      "GEOMETRYCOLLECTION(POINT (10 10),POINT (30 30),LINESTRING (15 15, 20 20))",
      "0000000007000000030000000001402400000000000040240000000000000000000001403E000000000000403E"
        + "000000000000000000000200000002402E000000000000402E00000000000040340000000000004034000"
        + "000000000"),
    Example("POINT Z (10 10 5)", "000000000140240000000000004024000000000000"),
    Example("POINT ZM (10 10 5 40)", "000000000140240000000000004024000000000000"),
    Example("POINT M (10 10 40)", "000000000140240000000000004024000000000000"),
    Example(
      "MULTIPOINT (1 2, 3 4)",
      "00000000040000000200000000013FF000000000000040000000000000000000000001400800000000000040"
        + "10000000000000"),
    Example("MULTIPOINT EMPTY", "000000000400000000"),
    Example("POLYGON EMPTY", "000000000300000000"),
    Example(
      "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))",
      "00000000060000000200000000030000000000000000030000000100000004000000000000000000000000000"
        + "000003FF000000000000000000000000000003FF00000000000003FF00000000000000000000000000000"
        + "0000000000000000"),
    Example("POINT (1e-7 -1.5E+2)", "00000000013E7AD7F29ABCAF48C062C00000000000"),
    Example("POINT (0.1 .5)", "00000000013FB999999999999A3FE0000000000000"),
    Example("POINT (5. 1)", "000000000140140000000000003FF0000000000000"),
    Example(
      "POINT (20.802812345678901234 43.10390000000000001)",
      "00000000014034CD851C21841440458D4C985F06F7"),
  ]

  @Test(arguments: examples)
  func `a text is the geometry that other programs read in it`(_ example: Example) throws {
    let digits = example.binary.compactMap(\.hexDigitValue).map(UInt8.init)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    let expected = try WKB.decode(bytes)
    #expect(try WKT.decode(example.text) == expected)
    #expect(try WKT.decode(example.text.lowercased()) == expected)
  }

  @Test(arguments: [
    "point(20.75 43)", " \t\r\nPoint\n( 20.75\n43 )\n", "SRID=4326;POINT(20.75 43)",
    "srid = 4326 ; POINT (20.75 43)", "POINTZ(20.75 43 512)", "POINT ZM(20.75 43 512 1)",
    "POINT (20.75 43 512)", "POINT (20.75 43 512 1)", "\u{FEFF}POINT (+20.75 4.3e1)",
    "POINTZM (20.75 43 5 6)", "pointm (20.75 43 7)",
  ])
  func `dialects mean the same`(_ text: String) throws {
    #expect(try WKT.decode(text) == .point(Position(longitude: 20.75, latitude: 43)))
  }

  @Test func `empty geometries are geometries without positions`() throws {
    #expect(try WKT.decode("POINT EMPTY") == .multiPoint([]))
    #expect(try WKT.decode("POINT Z EMPTY") == .multiPoint([]))
    #expect(try WKT.decode("LINESTRING EMPTY") == .lineString([]))
    #expect(try WKT.decode("MULTILINESTRING (EMPTY)") == .multiLineString([[]]))
    #expect(try WKT.decode("POLYGON (EMPTY)") == .polygon(Polygon(exterior: [])))
    #expect(try WKT.decode("MULTIPOLYGON EMPTY") == .multiPolygon([]))
    #expect(try WKT.decode("GEOMETRYCOLLECTION EMPTY") == .collection([]))
    #expect(
      try WKT.decode("MULTIPOINT (EMPTY, 1 2, (3 4))")
        == .multiPoint([
          Position(longitude: 1, latitude: 2), Position(longitude: 3, latitude: 4),
        ]))
    #expect(
      try WKT.decode("GEOMETRYCOLLECTION Z (POINT Z EMPTY, GEOMETRYCOLLECTION EMPTY)")
        == .collection([.multiPoint([]), .collection([])]))
  }

  @Test(arguments: Seed.allCases)
  func `a number is the one that the standard library reads`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<2000 {
      let places = Int.random(in: 0...18, using: &generator)
      let whole = Int.random(in: -180...180, using: &generator)
      let decimals = (0..<places).map { _ in
        String(Int.random(in: 0...9, using: &generator))
      }
      let number = "\(whole)." + decimals.joined()
      let point = try WKT.decode("POINT (\(number) \(number)e-3)")
      let expected = Position(
        longitude: try #require(Double(number + "0")),
        latitude: try #require(Double("\(number)0e-3")))
      #expect(point == .point(expected), "\(number)")
    }
  }

  // MARK: - Failure

  /// A text with a fault, and the error with its place.
  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var error: WKTError

    var testDescription: String { text }

    init(_ text: String, _ reason: WKTError.Reason, line: Int = 1, column: Int) {
      self.text = text
      error = WKTError(reason, line: line, column: column)
    }
  }

  @Test(arguments: [
    Fault("", .unknownKind, column: 1),
    Fault("{\"type\":\"Point\"}", .unknownKind, column: 1),
    Fault("CIRCULARSTRING (0 0, 1 1, 2 0)", .unknownKind, column: 1),
    Fault("Č", .unknownKind, column: 1),
    Fault("POINT (1 2) x", .expected("the end of the text"), column: 13),
    Fault("POINT (1 2)\nPOINT (3 4)", .expected("the end of the text"), line: 2, column: 1),
    Fault("POINT 1 2", .expected("'('"), column: 7),
    Fault("POINT (1, 2)", .expected("a number"), column: 9),
    Fault("POINT ()", .expected("a number"), column: 8),
    Fault("POINT (1 2 3 4 5)", .expected("')'"), column: 16),
    Fault("POINT Z (1 2)", .expected("a number"), column: 13),
    Fault("POINT M (1 2 3 4)", .expected("')'"), column: 16),
    Fault("POINT (1 12.3.4)", .expected("the end of the number"), column: 14),
    Fault("POINT (1 12°)", .expected("')'"), column: 12),
    Fault("POINT (0x10 1)", .expected("the end of the number"), column: 9),
    Fault("POINT (1e 1)", .expected("the digits of an exponent"), column: 10),
    Fault("POINT (1 nan)", .numberNotFinite, column: 10),
    Fault("POINT (-Infinity 1)", .numberNotFinite, column: 8),
    Fault("POINT (1 1e999)", .numberNotFinite, column: 10),
    Fault("LINESTRING (1 2,\n  3 4", .expected("')' or a comma"), line: 2, column: 6),
    Fault("LINESTRING ((1 2), (3 4))", .expected("a number"), column: 13),
    Fault("POLYGON (0 0, 1 0, 1 1, 0 0)", .expected("'(' or EMPTY"), column: 10),
    Fault("POLYGON ((0 0, 1 0, 1 1, 0 0)", .expected("')' or a comma"), column: 30),
    Fault("GEOMETRYCOLLECTION (POINT (1 2), TIN EMPTY)", .unknownKind, column: 34),
    Fault("SRID=3857;POINT (2e6 5e6)", .foreignReferenceSystem, column: 6),
    Fault("SRID 4326;POINT (1 2)", .expected("'='"), column: 6),
    Fault("SRID=4326 POINT (1 2)", .expected("';'"), column: 11),
  ])
  func `each fault is named at its place`(_ fault: Fault) {
    let error = #expect(throws: WKTError.self) { _ = try WKT.decode(fault.text) }
    #expect(error == fault.error)
    #expect(error?.description.contains("line \(fault.error.line), column") == true)
  }

  @Test func `collections are followed so far and no further`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "GEOMETRYCOLLECTION(", count: depth) + "POINT(1 2)"
        + String(repeating: ")", count: depth)
    }
    #expect(try WKT.decode(nested(31)).positions == [Position(longitude: 1, latitude: 2)])
    let tooDeep = WKTError(.nestedTooDeep, line: 1, column: 32 * 19 + 1)
    #expect(throws: tooDeep) { _ = try WKT.decode(nested(32)) }
    #expect(throws: tooDeep) { _ = try WKT.decode(nested(100_000)) }
  }

  @Test(arguments: examples)
  func `a text that ends early is refused wherever it ends`(_ example: Example) {
    for end in example.text.indices {
      #expect(throws: WKTError.self) { _ = try WKT.decode(String(example.text[..<end])) }
    }
  }

  @Test(arguments: Seed.allCases)
  func `damaged texts give a geometry or an error`(_ seed: Seed) {
    var generator = seed.generator
    var refused = 0
    for example in Self.examples {
      for _ in 0..<300 {
        let changed = generator.mutation(
          of: Array(example.text.utf8),
          pieces: ["((", "EMPTY", ",", ")", "e9", "-", "Z ", "POINT("])
        do throws(WKTError) {
          let geometry = try WKT.decode(changed)
          #expect(geometry.positions.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite })
          #expect((try? WKT.decode(WKT.encode(geometry))) == geometry)
        } catch {
          refused += 1
          #expect(error.line >= 1 && error.column >= 1)
        }
      }
    }
    #expect(refused > 0)
  }

  @Test(arguments: Seed.allCases)
  func `bytes at random are refused`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(throws: WKTError.self) { _ = try WKT.decode(bytes) }
    }
  }

  // MARK: - Writing

  @Test func `a geometry is the text that shapely writes`() throws {
    // Source: shapely 2.2.0, to_wkt(…, rounding_precision=-1).
    for text in [
      "POINT (20.802812345678902 43.1039)", "MULTIPOINT ((1 2), (3 4))",
      "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))",
      "MULTILINESTRING ((10 10, 20 20), (15 15, 30 15))",
      "GEOMETRYCOLLECTION (POINT (10 10), POINT (30 30), LINESTRING (15 15, 20 20))",
      "POLYGON EMPTY",
    ] {
      #expect(WKT.encode(try WKT.decode(text)) == text)
    }
  }

  @Test(arguments: Seed.allCases)
  func `what is written is read again to the last bit`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<200 {
      let line = (0..<5).map { _ in
        Position(
          longitude: .random(in: -180...180, using: &generator),
          latitude: .random(in: -1e-6...1e-6, using: &generator))
      }
      let polygon = Polygon(exterior: [], interiors: [line])
      let geometry = Geometry.collection([
        .point(line[0]), .lineString(line), .polygon(polygon), .multiPolygon([polygon]),
        .multiLineString([line, []]), .multiPoint(line), .collection([]),
      ])
      #expect(try WKT.decode(WKT.encode(geometry)) == geometry)
    }
  }
}
