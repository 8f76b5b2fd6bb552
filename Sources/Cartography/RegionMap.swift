public import Geodesy
internal import SimpleFeatures

/// A finished map of incidents: laid out by rule, written as SVG 1.1.
///
/// The picture depends on the input alone and has the same bytes each time. It holds no script and
/// no reference to anything outside, and every text is escaped. Its `<metadata>` names the
/// coordinate reference system and the affine map from there to pixels, so that it lies on other
/// maps of that system exactly.
///
/// ```swift
/// let map = try RegionMap(
///   MapContent(layers: layers, places: gazetteer, incidents: incidents),
///   options: MapOptions(title: "Northern Kosovo", languages: ["sr", "sq"]))
/// try Data(map.svg()).write(to: file)
/// ```
public struct RegionMap {
  let sheet: MapSheet

  /// Lays out a map.
  ///
  /// - Parameters:
  ///   - content: What is shown; incidents without a place are counted in the subtitle.
  ///   - options: What the editor decides.
  /// - Throws: ``CartographyError`` where the sheet is too small or the area cannot be projected.
  public init(_ content: MapContent, options: MapOptions) throws {
    sheet = try MapSheet(content: content, options: options)
  }

  /// The sheet's width in pixels.
  public var width: Int { Int(sheet.width) }

  /// The sheet's height in pixels.
  public var height: Int { Int(sheet.height) }

  /// The system the map is drawn in.
  public var system: CoordinateReferenceSystem { sheet.frame.projection.system }

  /// What the person who draws the map should know; empty where there is nothing.
  public var warnings: [String] { sheet.warnings }

  /// Whether no incident was given at all.
  public var isEmpty: Bool { points.isEmpty }

  /// The map as an SVG file.
  public func svg() -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the `svg` element.
  func write(to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    writer.open(
      "svg", .text("xmlns", "http://www.w3.org/2000/svg"), .text("version", "1.1"),
      .number("width", sheet.width), .number("height", sheet.height),
      .text(
        "viewBox",
        "0 0 \(DecimalText.text(sheet.width, places: 1))"
          + " \(DecimalText.text(sheet.height, places: 1))"),
      .text("role", "img"), .text("aria-labelledby", "map-title map-description"),
      .text("font-family", TextStyle.fontStack), .class("incident-map"))
    writer.element(
      "title", text: sheet.options.title.isEmpty ? "Map of incidents" : sheet.options.title,
      .text("id", "map-title"))
    writer.element("desc", text: sheet.text.description, .text("id", "map-description"))
    writeMetadata(to: &writer)
    writer.open("defs")
    writer.open("clipPath", .text("id", "map-window"))
    writeBox(sheet.frame.box, to: &writer)
    writer.close()
    writeGlobeClip(to: &writer)
    writer.close()
    writer.element(
      "rect", .class("paper"), .number("width", sheet.width), .number("height", sheet.height),
      .fill(colors.paper))
    writer.open("g", .text("clip-path", "url(#map-window)"))
    writer.open("g", .text("id", "map-view"))
    writeGround(to: &writer)
    writeRings(to: &writer)
    writeCircleRing(to: &writer)
    writeGroundLabels(to: &writer)
    writeIncidents(to: &writer)
    writeLabels(to: &writer)
    writer.close()
    writer.close()
    writeNeatline(to: &writer)
    writeFurniture(to: &writer)
    writeHeaderAndFooter(to: &writer)
    writer.close()
  }

  /// The system, and the affine map from its metres to pixels: x = a·E + c·N + e, y = b·E + d·N + f.
  private func writeMetadata(to writer: inout MarkupWriter) {
    let frame = sheet.frame
    let scale = 1 / frame.metersPerPixel
    let affine = [
      scale, 0, 0, -scale, frame.box.left - frame.northwest.easting * scale,
      frame.box.top + frame.northwest.northing * scale,
    ]
    let box = frame.box
    writer.open("metadata")
    writer.element(
      "georeference", .text("xmlns", "urn:incidentmap:georeference"),
      .text("crs", frame.projection.system.definition),
      .text("affine", affine.map { "\($0)" }.joined(separator: " ")),
      .text(
        "window",
        [box.left, box.top, box.right, box.bottom]
          .map { DecimalText.text($0, places: 1) }.joined(separator: " ")))
    writer.close()
  }

  func writeBox(_ box: PixelBox, to writer: inout MarkupWriter) {
    writer.element(
      "rect", .number("x", box.left), .number("y", box.top), .number("width", box.width),
      .number("height", box.height))
  }
}
