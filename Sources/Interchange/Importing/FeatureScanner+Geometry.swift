internal import SimpleFeatures

/// The geometry of one feature.
extension FeatureScanner {
  /// A geometry: at once where it is written plainly, else its range.
  mutating func geometry(
    _ scanner: inout JSONScanner, first: UInt8
  ) throws(JSONScanner.Fault) {
    let start = scanner.index
    if first == UInt8(ascii: "{") {
      if let geometry = try scanner.plainGeometry(through: &positions) {
        if case .point(let position) = geometry {
          feature.point = position
        } else {
          feature.plain = geometry
          feature.geometry = start..<scanner.index
        }
        return
      }
      scanner.index = start
    }
    try scanner.skipValue(depth: 2)
    feature.geometry = first == UInt8(ascii: "n") ? nil : start..<scanner.index
  }

  /// The feature's geometry.
  ///
  /// - Throws: ``GeoJSONProblems`` where it is none of RFC 7946.
  func geometry() throws(GeoJSONProblems) -> Geometry? {
    if let point = feature.point { return .point(point) }
    if let plain = feature.plain { return plain }
    guard let range = feature.geometry else { return nil }
    let value: JSONValue
    do {
      value = try JSONParser.parse(window.buffer, in: range)
    } catch {
      throw GeoJSONProblems(error.message)
    }
    return try GeoJSONGeometry.geometry(value)
  }
}
