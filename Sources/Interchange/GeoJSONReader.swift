public import SimpleFeatures

/// Reads GeoJSON (RFC 7946) into layers: a FeatureCollection, a Feature or a bare geometry.
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
    let root = try JSONValue(parsing: bytes, path: path)
    do {
      let name = root["type"]?.text == "FeatureCollection" ? root["name"]?.text : nil
      return Layer(name: name ?? stem(of: path), features: try features(of: root))
    } catch {
      throw .malformed(path: path, problems: error.messages.map { FileProblem(message: $0) })
    }
  }

  /// Reads a layer from a file.
  ///
  /// - Parameter path: The file's path; without folders and ending, the layer's name where the
  ///   collection gives none.
  /// - Returns: The features in their order.
  /// - Throws: ``InterchangeError/missing(path:)``, ``InterchangeError/unreadable(path:reason:)`` or
  ///   ``InterchangeError/malformed(path:problems:)``.
  public static func layer(contentsOf path: String) throws(InterchangeError) -> Layer {
    try layer(from: InputFile.bytes(of: path), path: path)
  }

  private static func features(of root: JSONValue) throws(GeoJSONProblems) -> [Feature] {
    switch root["type"]?.text {
    case "FeatureCollection":
      guard let elements = root["features"]?.elements else {
        throw GeoJSONProblems("the FeatureCollection has no array \"features\"")
      }
      return try features(elements)
    case "Feature":
      return [try feature(root)]
    case nil:
      throw GeoJSONProblems("this is not GeoJSON: there is no object with a \"type\"")
    default:
      return [Feature(geometry: try GeoJSONGeometry.geometry(root))]
    }
  }

  private static func features(_ elements: [JSONValue]) throws(GeoJSONProblems) -> [Feature] {
    var features: [Feature] = []
    var messages: [String] = []
    for (index, element) in elements.enumerated() {
      do {
        features.append(try feature(element))
      } catch {
        messages += error.messages.map { "feature \(index + 1): \($0)" }
      }
    }
    guard messages.isEmpty else { throw GeoJSONProblems(messages: messages) }
    return features
  }

  private static func feature(_ value: JSONValue) throws(GeoJSONProblems) -> Feature {
    guard value["type"]?.text == "Feature" else {
      throw GeoJSONProblems("its \"type\" is not \"Feature\"")
    }
    guard let geometry = value["geometry"] else {
      throw GeoJSONProblems("it has no \"geometry\" (null where there is none)")
    }
    var feature = Feature(geometry: nil)
    if !geometry.isNull { feature.geometry = try GeoJSONGeometry.geometry(geometry) }
    switch value["properties"] {
    case nil, .null: break
    case .object(let members):
      feature.properties.reserveCapacity(members.count)
      for member in members {
        if let flat = PropertyValue(member.value) { feature.properties[member.name] = flat }
      }
    default: throw GeoJSONProblems("its \"properties\" are not an object")
    }
    if feature.properties["id"] == nil, let id = value["id"].flatMap(PropertyValue.init) {
      feature.properties["id"] = id
    }
    return feature
  }

  private static func stem(of path: String) -> String {
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

extension PropertyValue {
  /// The flat value, or `nil` where the JSON value is nested.
  fileprivate init?(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .array, .object: return nil
    }
  }
}
