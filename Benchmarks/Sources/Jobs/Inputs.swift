internal import Foundation
internal import Geodesy
internal import Interchange
internal import SimpleFeatures

/// What the jobs on positions are given; reading it does not count.
enum Inputs {
  /// Positions of a file of pairs of little-endian doubles, latitude first.
  static func positions(_ path: String) throws -> [Position] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    return stride(from: 0, to: bytes.count - 15, by: 16).map {
      Position(
        longitude: double(bytes[($0 + 8)..<($0 + 16)]), latitude: double(bytes[$0..<($0 + 8)]))
    }
  }

  private static func double(_ bytes: ArraySlice<UInt8>) -> Double {
    Double(bitPattern: bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// An index of the positions of a file; making it does not count, nor does loading PROJ.
  static func index(_ path: String) throws -> GeodesicIndex {
    let positions = try positions(path)
    _ = Geodesic.wgs84.distance(from: positions[0], to: positions[1])
    return GeodesicIndex(positions)
  }

  /// A place and how far around it is asked.
  struct Circle {
    var center: Position
    var radius: Meters
  }

  /// The circles of a batch: rows as `7,"43.1,20.8",25km`.
  static func circles(_ path: String) throws -> [Circle] {
    try lines(path).dropFirst().compactMap { line in
      let parts = line.split { $0 == "," || $0 == "\"" }
      guard parts.count == 4, let latitude = Double(parts[1]), let longitude = Double(parts[2]),
        let kilometers = Double(parts[3].dropLast(2))
      else { return nil }
      return Circle(
        center: Position(longitude: longitude, latitude: latitude),
        radius: .kilometers(kilometers))
    }
  }

  /// The geometries of a file of GeoJSON.
  static func geometries(_ path: String) throws -> [Geometry] {
    try GeoJSONReader.layer(contentsOf: path).features.compactMap(\.geometry)
  }
}
