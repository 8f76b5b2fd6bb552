internal import Toponymy

/// A kind of output file, known by how its files begin.
public struct FileKind: Sendable {
  /// What people call it, such as `GeoJSON`.
  public let name: String
  /// Whether a file that begins with these bytes, at most 4096, is of this kind.
  public let recognizes: @Sendable ([UInt8]) -> Bool

  /// Makes a kind.
  public init(name: String, recognizes: @escaping @Sendable ([UInt8]) -> Bool) {
    self.name = name
    self.recognizes = recognizes
  }

  /// GeoJSON by anyone: an object that names itself a FeatureCollection, a Feature or a geometry.
  public static let geoJSON = FileKind(name: "GeoJSON") { bytes in
    let text = Beginning(bytes)
    return text.begins(with: "{")
      && (text.holds("\"feature") || text.holds("\"coordinates\"") || text.holds("\"geometries\""))
  }

  /// A GeoJSON feature a line.
  public static let geoJSONLines = FileKind(name: "GeoJSON lines") { bytes in
    let text = Beginning(bytes)
    return text.begins(with: "{") && text.holds("\"feature\"")
  }

  /// A table by anyone: a first line of two or more names between commas, semicolons or tabs.
  public static let csv = FileKind(name: "CSV") { bytes in Beginning(bytes).isTable }

  /// KML by anyone.
  public static let kml = FileKind(name: "KML") { bytes in
    let text = Beginning(bytes)
    return text.begins(with: "<") && text.holds("<kml")
  }

  /// An SVG drawing.
  public static let svg = FileKind(name: "SVG") { bytes in
    let text = Beginning(bytes)
    return text.begins(with: "<") && text.holds("<svg") && !text.holds("<html")
  }

  /// An HTML page.
  public static let html = FileKind(name: "HTML") { bytes in
    let text = Beginning(bytes)
    return text.begins(with: "<") && (text.holds("<html") || text.holds("<!doctype html"))
  }

  /// A gazetteer index of ours.
  public static let gazetteerIndex = FileKind(name: "gazetteer index") {
    GazetteerIndex.isIndex($0)
  }
}

/// How a file begins: a byte order mark and white space dropped, ASCII letters in lower case.
private struct Beginning {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = bytes.dropFirst(marked ? 3 : 0).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  func begins(with character: Unicode.Scalar) -> Bool {
    bytes.first == UInt8(ascii: character)
  }

  func holds(_ text: StaticString) -> Bool {
    let wanted = Array(text.description.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  /// Prose with commas is no table: its parts begin with a space, and it begins with no bracket.
  var isTable: Bool {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard let first = line.first, !"{[<".utf8.contains(first), !line.contains(0) else {
      return false
    }
    let names = line.split(omittingEmptySubsequences: false) { ",;\t".utf8.contains($0) }
    return names.count > 1 && names.allSatisfy { $0.count <= 64 && $0.first != 0x20 }
  }
}
