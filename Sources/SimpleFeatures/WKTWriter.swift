/// Writes geometries as well-known text.
struct WKTWriter {
  private(set) var text = ""

  mutating func write(_ geometry: Geometry) {
    switch geometry {
    case .point(let position):
      text += "POINT "
      writePoint(position)
    case .lineString(let line):
      text += "LINESTRING "
      writeLine(line)
    case .polygon(let polygon):
      text += "POLYGON "
      writePolygon(polygon)
    case .multiPoint(let positions):
      text += "MULTIPOINT "
      writeList(positions) { $0.writePoint($1) }
    case .multiLineString(let lines):
      text += "MULTILINESTRING "
      writeList(lines) { $0.writeLine($1) }
    case .multiPolygon(let polygons):
      text += "MULTIPOLYGON "
      writeList(polygons) { $0.writePolygon($1) }
    case .collection(let geometries):
      text += "GEOMETRYCOLLECTION "
      writeList(geometries) { $0.write($1) }
    }
  }

  private mutating func writePolygon(_ polygon: Polygon) {
    let isEmpty = polygon.exterior.isEmpty && polygon.interiors.isEmpty
    writeList(isEmpty ? [] : [polygon.exterior] + polygon.interiors) { $0.writeLine($1) }
  }

  private mutating func writeLine(_ line: [Position]) {
    writeList(line) { $0.writePosition($1) }
  }

  private mutating func writePoint(_ position: Position) {
    writeList([position]) { $0.writePosition($1) }
  }

  private mutating func writeList<Part>(
    _ parts: [Part], _ writePart: (inout WKTWriter, Part) -> Void
  ) {
    guard !parts.isEmpty else {
      text += "EMPTY"
      return
    }
    var separator = "("
    for part in parts {
      text += separator
      writePart(&self, part)
      separator = ", "
    }
    text += ")"
  }

  private mutating func writePosition(_ position: Position) {
    writeNumber(position.longitude)
    text += " "
    writeNumber(position.latitude)
  }

  private mutating func writeNumber(_ number: Double) {
    let digits = number.description
    text += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}
