internal import Foundation
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// A file of geometries as a user has it: GeoJSON, a GeoPackage, or well-known text.
enum GeometryFile {
  private static let endings = ["geojson", "json", "gpkg", "wkt"]

  /// Whether an argument is the name of such a file, there or not: a place may be called like a file or
  /// a folder without ending.
  static func isNamed(_ argument: String) -> Bool {
    let ending = (argument as NSString).pathExtension.lowercased()
    guard !endings.contains(ending) else { return true }
    return argument.contains { $0 == "/" || $0 == "." }
      && FileManager.default.fileExists(atPath: argument)
  }

  /// All geometries in a file.
  static func geometries(at path: String) throws -> [Geometry] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw InterchangeError.missing(path: path)
    }
    switch (path as NSString).pathExtension.lowercased() {
    case "gpkg": return try GeoPackageFile.geometries(at: path)
    case "wkt", "txt":
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InterchangeError.unreadable(path: path, reason: "it cannot be opened")
      }
      do {
        return [try WKT.decode(String(decoding: data, as: UTF8.self))]
      } catch {
        throw InterchangeError.malformed(
          path: path, problems: [FileProblem(message: "\(error)")])
      }
    default:
      return try GeoJSONReader.layer(contentsOf: path).features.compactMap(\.geometry)
    }
  }
}
