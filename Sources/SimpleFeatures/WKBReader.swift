/// Reads geometries from well-known binary that nobody vouches for.
struct WKBReader {
  private let bytes: [UInt8]
  private var offset = 0

  /// How deep collections may nest; a hostile input must not exhaust the stack.
  private static let depthLimit = 32

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func readGeometry() throws(WKBError) -> Geometry {
    try readGeometry(depth: 0)
  }

  func finish() throws(WKBError) {
    guard offset == bytes.count else { throw .trailingBytes(offset: offset) }
  }

  private mutating func readGeometry(depth: Int) throws(WKBError) -> Geometry {
    let start = offset
    guard depth < Self.depthLimit else { throw .nestedTooDeep(offset: start) }
    let header = try readHeader()
    switch header.kind {
    case .point: return .point(try readPosition(header))
    case .lineString: return .lineString(try readPositions(header))
    case .polygon: return .polygon(try readPolygon(header))
    case .multiPoint:
      return .multiPoint(
        try readParts(header, smallest: 21) { reader throws(WKBError) in
          try reader.readPosition(reader.readHeader(expecting: .point))
        })
    case .multiLineString:
      return .multiLineString(
        try readParts(header, smallest: 9) { reader throws(WKBError) in
          try reader.readPositions(reader.readHeader(expecting: .lineString))
        })
    case .multiPolygon:
      return .multiPolygon(
        try readParts(header, smallest: 9) { reader throws(WKBError) in
          try reader.readPolygon(reader.readHeader(expecting: .polygon))
        })
    case .collection:
      return .collection(
        try readParts(header, smallest: 9) { reader throws(WKBError) in
          try reader.readGeometry(depth: depth + 1)
        })
    }
  }
}

// MARK: - Parts

extension WKBReader {
  /// What stands before each geometry.
  private struct Header {
    var isLittleEndian: Bool
    var kind: WKB.Kind
    /// How many numbers a position has: 2, and one each for height and measure.
    var dimensions: Int
  }

  private mutating func readHeader(expecting expected: WKB.Kind? = nil) throws(WKBError) -> Header {
    let order = try readByte()
    guard order <= 1 else { throw .unknownByteOrder(order, offset: offset - 1) }
    let isLittleEndian = order == 1
    let start = offset
    let type: UInt32 = try readInteger(littleEndian: isLittleEndian)
    let (modifier, code) = type.quotientAndRemainder(dividingBy: 1000)
    guard modifier <= 3, let kind = WKB.Kind(rawValue: code), kind == expected ?? kind else {
      throw .unexpectedType(type, offset: start)
    }
    let dimensions = modifier == 0 ? 2 : modifier == 3 ? 4 : 3
    return Header(isLittleEndian: isLittleEndian, kind: kind, dimensions: dimensions)
  }

  private mutating func readPolygon(_ header: Header) throws(WKBError) -> Polygon {
    var rings = try readParts(header, smallest: 4) { reader throws(WKBError) in
      try reader.readPositions(header)
    }
    guard !rings.isEmpty else { return Polygon(exterior: []) }
    let exterior = rings.removeFirst()
    return Polygon(exterior: exterior, interiors: rings)
  }

  private mutating func readPositions(_ header: Header) throws(WKBError) -> [Position] {
    try readParts(header, smallest: 8 * header.dimensions) { reader throws(WKBError) in
      try reader.readPosition(header)
    }
  }

  /// Reads a count and as many parts, each of which has at least `smallest` bytes.
  private mutating func readParts<Part>(
    _ header: Header, smallest: Int, _ readPart: (inout WKBReader) throws(WKBError) -> Part
  ) throws(WKBError) -> [Part] {
    let start = offset
    let count: UInt32 = try readInteger(littleEndian: header.isLittleEndian)
    guard Int(count) <= (bytes.count - offset) / smallest else {
      throw .impossibleCount(count, offset: start)
    }
    var parts: [Part] = []
    parts.reserveCapacity(Int(count))
    for _ in 0..<count { parts.append(try readPart(&self)) }
    return parts
  }

  private mutating func readPosition(_ header: Header) throws(WKBError) -> Position {
    let longitude = try readCoordinate(header)
    let latitude = try readCoordinate(header)
    for _ in 2..<header.dimensions {
      let _: UInt64 = try readInteger(littleEndian: header.isLittleEndian)
    }
    return Position(longitude: longitude, latitude: latitude)
  }

  private mutating func readCoordinate(_ header: Header) throws(WKBError) -> Double {
    let start = offset
    let bits: UInt64 = try readInteger(littleEndian: header.isLittleEndian)
    let coordinate = Double(bitPattern: bits)
    guard coordinate.isFinite else { throw .coordinateNotFinite(offset: start) }
    return coordinate
  }

  private mutating func readByte() throws(WKBError) -> UInt8 {
    guard offset < bytes.count else { throw .truncated(offset: offset) }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func readInteger<Number: FixedWidthInteger & UnsignedInteger>(
    littleEndian: Bool
  ) throws(WKBError) -> Number {
    let width = Number.bitWidth / 8
    guard bytes.count - offset >= width else { throw .truncated(offset: bytes.count) }
    var number: Number = 0
    for index in 0..<width {
      let byte = bytes[littleEndian ? offset + width - 1 - index : offset + index]
      number = number << 8 | Number(truncatingIfNeeded: byte)
    }
    offset += width
    return number
  }
}
