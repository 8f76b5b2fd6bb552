/// Writes geometries as little-endian well-known binary.
struct WKBWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ geometry: Geometry) {
    switch geometry {
    case .point(let position):
      begin(.point)
      write(position)
    case .lineString(let line):
      begin(.lineString)
      write(line)
    case .polygon(let polygon):
      begin(.polygon)
      let isEmpty = polygon.exterior.isEmpty && polygon.interiors.isEmpty
      let rings = isEmpty ? [] : [polygon.exterior] + polygon.interiors
      write(count: rings.count)
      for ring in rings { write(ring) }
    case .multiPoint(let positions):
      write(.multiPoint, of: positions.map(Geometry.point))
    case .multiLineString(let lines):
      write(.multiLineString, of: lines.map(Geometry.lineString))
    case .multiPolygon(let polygons):
      write(.multiPolygon, of: polygons.map(Geometry.polygon))
    case .collection(let geometries):
      write(.collection, of: geometries)
    }
  }

  private mutating func begin(_ kind: WKB.Kind) {
    bytes.append(1)
    append(kind.rawValue)
  }

  private mutating func write(_ kind: WKB.Kind, of parts: [Geometry]) {
    begin(kind)
    write(count: parts.count)
    for part in parts { write(part) }
  }

  private mutating func write(_ positions: [Position]) {
    write(count: positions.count)
    for position in positions { write(position) }
  }

  private mutating func write(_ position: Position) {
    append(position.longitude.bitPattern)
    append(position.latitude.bitPattern)
  }

  private mutating func write(count: Int) {
    precondition(count <= Int(UInt32.max), "well-known binary counts in 32 bits")
    append(UInt32(count))
  }

  private mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
    var rest = number
    for _ in 0..<(number.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
