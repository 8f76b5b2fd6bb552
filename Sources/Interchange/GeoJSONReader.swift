public import SimpleFeatures

/// Reads GeoJSON (RFC 7946) into layers: all that ``GeoJSONFeatureReader`` reads, refused as a whole
/// where a feature is wrong.
///
/// Properties are kept flat: nested arrays and objects are passed over, and so are members that the
/// standard does not name. A feature's `id` becomes the property `id` unless it has one. Heights are
/// dropped. Empty coordinates mean no geometry (§3.1).
public enum GeoJSONReader {
  /// Reads a layer from the bytes of a GeoJSON text.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8.
  ///   - path: What errors call the text; without folders and ending, the layer's name where the
  ///     collection gives none.
  /// - Returns: The features in their order.
  /// - Throws: ``InterchangeError/malformed(path:problems:)``: line and column where the JSON is
  ///   broken, the numbers of all wrong features (the first being 1) where the GeoJSON is.
  public static func layer(
    from bytes: [UInt8], path: String
  ) throws(InterchangeError) -> Layer {
    try layer(GeoJSONFeatureReader.reading(bytes, path: path), path: path)
  }

  /// Reads a layer from a file.
  ///
  /// - Parameter path: The file's path; without folders and ending, the layer's name where the
  ///   collection gives none.
  /// - Returns: The features in their order.
  /// - Throws: ``InterchangeError/missing(path:)``, ``InterchangeError/unreadable(path:reason:)`` or
  ///   ``InterchangeError/malformed(path:problems:)``.
  public static func layer(contentsOf path: String) throws(InterchangeError) -> Layer {
    try layer(GeoJSONFeatureReader.open(path: path), path: path)
  }

  private static func layer(
    _ reader: consuming GeoJSONFeatureReader, path: String
  ) throws(InterchangeError) -> Layer {
    var features: [Feature] = []
    var problems: [FileProblem] = []
    while let outcome = try reader.next() {
      if let feature = outcome.feature { features.append(feature) }
      if let problem = outcome.problem { problems.append(problem) }
    }
    guard reader.isGeoJSON else {
      problems.append(FileProblem(message: "this is not GeoJSON: it holds no object"))
      throw .malformed(path: path, problems: problems)
    }
    guard problems.isEmpty else { throw .malformed(path: path, problems: problems) }
    return Layer(name: reader.collectionName ?? stem(of: path), features: features)
  }

  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

/// What is wrong in a GeoJSON text whose JSON is right.
struct GeoJSONProblems: Error {
  var messages: [String]

  init(messages: [String]) {
    self.messages = messages
  }

  init(_ message: String) {
    messages = [message]
  }
}
