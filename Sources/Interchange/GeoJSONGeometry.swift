internal import SimpleFeatures

/// Geometry objects of GeoJSON (RFC 7946 §3.1).
enum GeoJSONGeometry {
  /// The geometry, or `nil` where its coordinates are empty.
  static func geometry(_ value: JSONValue) throws(GeoJSONProblems) -> Geometry? {
    guard let type = value["type"]?.text else {
      throw GeoJSONProblems("its geometry has no \"type\"")
    }
    if type == "GeometryCollection" { return try collection(value) }
    guard let read = readers[type] else {
      throw GeoJSONProblems("its geometry's \"type\" is none of RFC 7946's")
    }
    guard let coordinates = value["coordinates"]?.elements else {
      throw GeoJSONProblems("its \(type) has no array \"coordinates\"")
    }
    return coordinates.isEmpty ? nil : try read(coordinates)
  }

  private typealias Reader = @Sendable ([JSONValue]) throws(GeoJSONProblems) -> Geometry

  private static let readers: [String: Reader] = [
    "Point": { value throws(GeoJSONProblems) in .point(try position(.array(value))) },
    "MultiPoint": { value throws(GeoJSONProblems) in .multiPoint(try positions(value)) },
    "LineString": { value throws(GeoJSONProblems) in .lineString(try line(value)) },
    "MultiLineString": { value throws(GeoJSONProblems) in
      .multiLineString(try each(value, line))
    },
    "Polygon": { value throws(GeoJSONProblems) in .polygon(try polygon(value)) },
    "MultiPolygon": { value throws(GeoJSONProblems) in .multiPolygon(try each(value, polygon)) },
  ]

  private static func collection(_ value: JSONValue) throws(GeoJSONProblems) -> Geometry {
    guard let members = value["geometries"]?.elements else {
      throw GeoJSONProblems("its GeometryCollection has no array \"geometries\"")
    }
    var geometries: [Geometry] = []
    for member in members {
      if let geometry = try geometry(member) { geometries.append(geometry) }
    }
    return .collection(geometries)
  }

  private static func polygon(_ rings: [JSONValue]) throws(GeoJSONProblems) -> Polygon {
    let rings = try each(rings, ring)
    guard let exterior = rings.first else {
      throw GeoJSONProblems("a polygon among several has no ring")
    }
    return Polygon(exterior: exterior, interiors: Array(rings.dropFirst()))
  }

  private static func ring(_ value: [JSONValue]) throws(GeoJSONProblems) -> [Position] {
    let ring = try positions(value)
    guard ring.count >= 4, ring.first == ring.last else {
      throw GeoJSONProblems("a ring needs four positions or more, the last the same as the first")
    }
    return ring
  }

  private static func line(_ value: [JSONValue]) throws(GeoJSONProblems) -> [Position] {
    let line = try positions(value)
    guard line.count >= 2 else { throw GeoJSONProblems("a line needs two positions or more") }
    return line
  }

  private static func each<Part>(
    _ values: [JSONValue], _ read: ([JSONValue]) throws(GeoJSONProblems) -> Part
  ) throws(GeoJSONProblems) -> [Part] {
    var parts: [Part] = []
    for value in values {
      guard let elements = value.elements else {
        throw GeoJSONProblems("its coordinates are not nested as its \"type\" demands")
      }
      parts.append(try read(elements))
    }
    return parts
  }

  private static func positions(_ values: [JSONValue]) throws(GeoJSONProblems) -> [Position] {
    var positions: [Position] = []
    positions.reserveCapacity(values.count)
    for value in values { positions.append(try position(value)) }
    return positions
  }

  private static func position(_ value: JSONValue) throws(GeoJSONProblems) -> Position {
    guard case .array(let numbers) = value, numbers.count >= 2,
      case .number(let longitude) = numbers[0], case .number(let latitude) = numbers[1]
    else { throw GeoJSONProblems("a position is not an array of two numbers or three") }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isValid else {
      throw GeoJSONProblems(
        "a position is out of range: GeoJSON has degrees on WGS 84, longitude first")
    }
    return position
  }
}
