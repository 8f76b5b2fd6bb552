public import SimpleFeatures

/// Reads GeoJSON (RFC 7946) feature by feature, in the memory of the longest one: a FeatureCollection,
/// a Feature or a geometry, or one after the other, as in GeoJSON lines.
///
/// Members stand in any order. Properties are kept flat: nested arrays and objects are passed over. A
/// feature's `id` becomes the property `id` unless it has one; heights are dropped.
///
/// ```swift
/// var reader = try GeoJSONFeatureReader.open(path: "villages.geojson")
/// while let read = try reader.next() { print(read.number, read.feature?.geometry as Any) }
/// ```
public struct GeoJSONFeatureReader: ~Copyable {
  /// A feature, or what is wrong with it.
  public struct Outcome: Hashable, Sendable {
    /// Its number in the file, from 1.
    public var number: Int
    /// The feature; `nil` where it is wrong.
    public var feature: Feature?
    /// What is wrong, with the line and column where the feature begins.
    public var problem: FileProblem?
  }

  private var scanner: FeatureScanner
  private var memo = TextMemo()
  private var number = 0

  private init(_ window: InputWindow) {
    scanner = FeatureScanner(window)
  }

  /// Opens a file, `-` being the standard input.
  ///
  /// - Parameter path: The file's path, or `-`.
  /// - Returns: A reader before the first feature.
  /// - Throws: ``InterchangeError/missing(path:)`` or ``InterchangeError/unreadable(path:reason:)``.
  public static func open(path: String) throws(InterchangeError) -> GeoJSONFeatureReader {
    GeoJSONFeatureReader(try InputWindow.opening(path))
  }

  /// Reads a text that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8.
  ///   - path: What errors call it.
  /// - Returns: A reader before the first feature.
  public static func reading(_ bytes: [UInt8], path: String) -> GeoJSONFeatureReader {
    GeoJSONFeatureReader(InputWindow(bytes, path: path))
  }

  /// Reads what a window shows.
  static func reading(_ window: InputWindow) -> GeoJSONFeatureReader {
    GeoJSONFeatureReader(window)
  }

  /// The bytes read so far.
  public var bytesRead: Int { scanner.bytesRead }
  /// The name that a collection gives itself, once all features are read.
  public var collectionName: String? { scanner.collectionName }
  /// Whether what was read so far holds an object, as every GeoJSON text does.
  public var isGeoJSON: Bool { scanner.hasObject }
  /// The bytes of the whole input; `nil` for a pipe.
  public var byteCount: Int? { scanner.window.size }

  /// The next feature; `nil` at the end.
  ///
  /// - Throws: ``InterchangeError/malformed(path:problems:)`` with line and column where the text is no
  ///   JSON or no GeoJSON, ``InterchangeError/unreadable(path:reason:)`` where the medium fails.
  public mutating func next() throws(InterchangeError) -> Outcome? {
    guard try scanner.advance() else { return nil }
    number += 1
    let message: String
    do throws(GeoJSONProblems) {
      if let shortcoming = scanner.shortcoming { throw GeoJSONProblems(shortcoming) }
      let geometry = try scanner.geometry()
      return Outcome(number: number, feature: Feature(geometry: geometry, properties: properties()))
    } catch {
      message = error.messages.joined(separator: "; ")
    }
    let place = scanner.place(of: scanner.feature.range.lowerBound)
    return Outcome(
      number: number,
      problem: FileProblem(
        line: scanner.line, column: place.column, message: "feature \(number): \(message)"))
  }

  private mutating func properties() -> [String: PropertyValue] {
    var properties: [String: PropertyValue] = [:]
    properties.reserveCapacity(scanner.properties.count + 1)
    let buffer = scanner.window.buffer
    let bytes = buffer.span
    for property in scanner.properties {
      if let value = flat(property.value, bytes) {
        properties[scanner.names[property.name]] = value
      }
    }
    if let id = scanner.feature.id, properties["id"] == nil, let value = flat(id, bytes) {
      properties["id"] = value
    }
    return properties
  }

  /// The flat value; `nil` where the value is nested.
  private mutating func flat(
    _ value: FeatureScanner.Value, _ bytes: Span<UInt8>
  ) -> PropertyValue? {
    let bytes = bytes.extracting(value.range)
    switch value.kind {
    case .text:
      return .text(memo.text(bytes) ?? FieldText.recoded(bytes, from: "windows-1252"))
    case .number: return FieldNumber.real(bytes).map { .number($0) } ?? .null
    case .boolean: return .boolean(bytes[0] == UInt8(ascii: "t"))
    case .null: return .null
    case .nested: return nil
    }
  }
}
