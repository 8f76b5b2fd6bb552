/// Reads geometries from well-known text that nobody vouches for.
struct WKTReader {
  private var scanner: WKTScanner

  /// How deep collections may nest; a hostile input must not exhaust the stack.
  private static let depthLimit = 32

  init(_ bytes: [UInt8]) {
    scanner = WKTScanner(bytes)
  }

  /// Reads one geometry and makes sure that nothing follows.
  mutating func read() throws(WKTError) -> Geometry {
    try skipReferenceSystem()
    let geometry = try readGeometry(depth: 0)
    guard scanner.isAtEnd else { throw scanner.error(.expected("the end of the text")) }
    return geometry
  }

  /// Skips the `SRID=4326;` of extended well-known text.
  private mutating func skipReferenceSystem() throws(WKTError) {
    guard scanner.skip(word: "SRID") else { return }
    try scanner.expect("=")
    let start = scanner.place
    let code = try scanner.readNumber()
    guard code == 4326 else { throw scanner.error(.foreignReferenceSystem, at: start) }
    try scanner.expect(";")
  }

  private mutating func readGeometry(depth: Int) throws(WKTError) -> Geometry {
    let start = scanner.place
    guard depth < Self.depthLimit else { throw scanner.error(.nestedTooDeep) }
    guard let (kind, ordinates) = Self.kind(named: scanner.readWord()) else {
      throw scanner.error(.unknownKind, at: start)
    }
    let dimensions = ordinates ?? readOrdinates()
    switch kind {
    case .point:
      let position = try readPoint(dimensions)
      return position.map(Geometry.point) ?? .multiPoint([])
    case .lineString: return .lineString(try readLine(dimensions))
    case .polygon: return .polygon(try readPolygon(dimensions))
    case .multiPoint:
      let points = try readList { reader throws(WKTError) in
        reader.scanner.isAtNumber
          ? try reader.readPosition(dimensions) : try reader.readPoint(dimensions)
      }
      return .multiPoint(points.compactMap { $0 })
    case .multiLineString:
      return .multiLineString(
        try readList { reader throws(WKTError) in try reader.readLine(dimensions) })
    case .multiPolygon:
      return .multiPolygon(
        try readList { reader throws(WKTError) in try reader.readPolygon(dimensions) })
    case .collection:
      return .collection(
        try readList { reader throws(WKTError) in try reader.readGeometry(depth: depth + 1) })
    }
  }
}

// MARK: - Words

extension WKTReader {
  /// How many numbers a position may have.
  private typealias Dimensions = ClosedRange<Int>

  /// The kind of geometry that a word names, with its positions' numbers if `Z` or `M` end it.
  private static func kind(named word: String) -> (WKB.Kind, Dimensions?)? {
    if let kind = kinds[word] { return (kind, nil) }
    for (suffix, count) in [("ZM", 4), ("Z", 3), ("M", 3)] where word.hasSuffix(suffix) {
      return kinds[String(word.dropLast(suffix.count))].map { ($0, count...count) }
    }
    return nil
  }

  private static let kinds: [String: WKB.Kind] = [
    "POINT": .point, "LINESTRING": .lineString, "LINEARRING": .lineString, "POLYGON": .polygon,
    "MULTIPOINT": .multiPoint, "MULTILINESTRING": .multiLineString,
    "MULTIPOLYGON": .multiPolygon, "GEOMETRYCOLLECTION": .collection,
  ]

  /// Reads `Z`, `M` or `ZM`; without either a third and a fourth number are read over.
  private mutating func readOrdinates() -> Dimensions {
    if scanner.skip(word: "ZM") { return 4...4 }
    return scanner.skip(word: "Z") || scanner.skip(word: "M") ? 3...3 : 2...4
  }
}

// MARK: - Parts

extension WKTReader {
  private mutating func readPoint(_ dimensions: Dimensions) throws(WKTError) -> Position? {
    if scanner.skip(word: "EMPTY") { return nil }
    try scanner.expect("(")
    let position = try readPosition(dimensions)
    try scanner.expect(")")
    return position
  }

  private mutating func readPolygon(_ dimensions: Dimensions) throws(WKTError) -> Polygon {
    var rings = try readList { reader throws(WKTError) in try reader.readLine(dimensions) }
    guard !rings.isEmpty else { return Polygon(exterior: []) }
    let exterior = rings.removeFirst()
    return Polygon(exterior: exterior, interiors: rings)
  }

  private mutating func readLine(_ dimensions: Dimensions) throws(WKTError) -> [Position] {
    try readList { reader throws(WKTError) in try reader.readPosition(dimensions) }
  }

  /// Reads `EMPTY`, or parts with commas between them in parentheses.
  private mutating func readList<Part>(
    _ readPart: (inout WKTReader) throws(WKTError) -> Part
  ) throws(WKTError) -> [Part] {
    if scanner.skip(word: "EMPTY") { return [] }
    try scanner.expect("(", or: "EMPTY")
    var parts: [Part] = []
    repeat { parts.append(try readPart(&self)) } while scanner.skip(",")
    try scanner.expect(")", or: "a comma")
    return parts
  }

  private mutating func readPosition(_ dimensions: Dimensions) throws(WKTError) -> Position {
    let longitude = try scanner.readNumber()
    let latitude = try scanner.readNumber()
    var count = 2
    while count < dimensions.upperBound, count < dimensions.lowerBound || scanner.isAtNumber {
      _ = try scanner.readNumber()
      count += 1
    }
    return Position(longitude: longitude, latitude: latitude)
  }
}
