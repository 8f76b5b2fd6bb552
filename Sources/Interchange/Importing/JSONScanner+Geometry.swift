internal import SimpleFeatures

/// Geometries as nearly all programs write them: `{"type":"Polygon","coordinates":[…]}`, the numbers
/// plain decimals.
///
/// What is written in another way, and what is wrong, is left to ``GeoJSONGeometry``, which takes
/// some twenty times as long and says what is wrong.
extension JSONScanner {
  /// A geometry of these two members in this order.
  ///
  /// - Parameter room: Room for positions, to be used again.
  /// - Returns: The geometry; `nil` where it is anything else.
  /// - Throws: ``Fault`` where the bytes end, or are no JSON.
  mutating func plainGeometry(
    through room: inout [Position]
  ) throws(Fault) -> Geometry? {
    guard try takes("{"), try peek() == UInt8(ascii: "\""), try isNamed("type"),
      try peek() == UInt8(ascii: "\"")
    else { return nil }
    let type = try string().range
    guard try takes(","), try peek() == UInt8(ascii: "\""), try isNamed("coordinates"),
      let geometry = try coordinates(of: type, through: &room), try takes("}")
    else { return nil }
    return geometry
  }

  private mutating func isNamed(_ name: StaticString) throws(Fault) -> Bool {
    let range = try self.name().range
    return holds(range, name)
  }

  private mutating func coordinates(
    of type: Range<Int>, through room: inout [Position]
  ) throws(Fault) -> Geometry? {
    if holds(type, "Point") { return try position().map { .point($0) } }
    if holds(type, "MultiPoint") {
      return try positions(through: &room, atLeast: 1).map { .multiPoint($0) }
    }
    if holds(type, "LineString") {
      return try positions(through: &room, atLeast: 2).map { .lineString($0) }
    }
    if holds(type, "MultiLineString") {
      return try lines(through: &room).map { .multiLineString($0) }
    }
    if holds(type, "Polygon") { return try polygon(through: &room).map { .polygon($0) } }
    guard holds(type, "MultiPolygon"), try takes("[") else { return nil }
    var polygons: [Polygon] = []
    repeat {
      guard let polygon = try polygon(through: &room) else { return nil }
      polygons.append(polygon)
    } while try goesOn(to: "]")
    return .multiPolygon(polygons)
  }

  private mutating func lines(through room: inout [Position]) throws(Fault) -> [[Position]]? {
    guard try takes("[") else { return nil }
    var lines: [[Position]] = []
    repeat {
      guard let line = try positions(through: &room, atLeast: 2) else { return nil }
      lines.append(line)
    } while try goesOn(to: "]")
    return lines
  }

  private mutating func polygon(through room: inout [Position]) throws(Fault) -> Polygon? {
    guard try takes("["), let exterior = try ring(through: &room) else { return nil }
    var polygon = Polygon(exterior: exterior)
    while try goesOn(to: "]") {
      guard let interior = try ring(through: &room) else { return nil }
      polygon.interiors.append(interior)
    }
    return polygon
  }

  private mutating func ring(through room: inout [Position]) throws(Fault) -> [Position]? {
    guard let ring = try positions(through: &room, atLeast: 4), ring.first == ring.last else {
      return nil
    }
    return ring
  }

  private mutating func positions(
    through room: inout [Position], atLeast least: Int
  ) throws(Fault) -> [Position]? {
    guard try takes("[") else { return nil }
    room.removeAll(keepingCapacity: true)
    repeat {
      guard let position = try position() else { return nil }
      room.append(position)
    } while try goesOn(to: "]")
    // A copy of the right size.
    return room.count < least ? nil : Array(room[...])
  }

  /// A position of two plain numbers in range, and heights behind them, which are dropped.
  @inline(__always)
  private mutating func position() throws(Fault) -> Position? {
    guard try takes("["), let longitude = try decimal(), try takes(","),
      let latitude = try decimal()
    else { return nil }
    while try takes(",") { if try decimal() == nil { return nil } }
    let position = Position(longitude: longitude, latitude: latitude)
    guard try takes("]"), position.isValid else { return nil }
    return position
  }

  /// A decimal without exponent, of so few digits that it is rounded once; `nil` for anything else.
  @inline(__always)
  private mutating func decimal() throws(Fault) -> Double? {
    let first = try peek()
    var offset = first == UInt8(ascii: "-") ? index + 1 : index
    let start = offset
    var mantissa: UInt64 = 0
    // The line feeds behind the bytes end it.
    while case let digit = byte(offset) &- 0x30, digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      offset += 1
    }
    let whole = offset - start
    guard whole > 0, byte(start) != UInt8(ascii: "0") || whole == 1 else { return nil }
    var decimals = 0
    if byte(offset) == UInt8(ascii: ".") {
      offset += 1
      let point = offset
      while case let digit = byte(offset) &- 0x30, digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        offset += 1
      }
      decimals = offset - point
      guard decimals > 0 else { return nil }
    }
    guard offset < end else { throw .incomplete }
    guard whole + decimals <= 18, mantissa < 1 << 53, byte(offset) | 0x20 != UInt8(ascii: "e")
    else { return nil }
    index = offset
    // Both are exact in a Double, and so their quotient is rounded once (Clinger 1990).
    let value = Double(mantissa) / FieldNumber.powersOfTen[decimals]
    return first == UInt8(ascii: "-") ? -value : value
  }
}
