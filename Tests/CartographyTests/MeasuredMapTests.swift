import Geodesy
import IncidentModel
import SimpleFeatures
import Testing

@testable import Cartography

/// What has to hold for every map, measured on maps that nobody has drawn for the purpose.
@Suite("Maps by measure") struct MeasuredMapTests {
  @Test(arguments: MeasuredMap.all)
  func `everything on a sheet has its place and is true`(map: MeasuredMap) throws {
    let sheet = try map.sheet()
    try checkLabels(on: sheet)
    try checkFurniture(on: sheet)
    try checkScale(on: sheet)
    try checkDegrees(on: sheet)
  }

  @Test(arguments: MeasuredMap.all)
  func `a file stands alone, is the same each time, and knows where it lies`(
    map: MeasuredMap
  ) throws {
    let drawn = try RegionMap(map.content, options: map.options)
    let bytes = drawn.svg()
    #expect(try RegionMap(map.content, options: map.options).svg() == bytes)
    let picture = SVGReading(bytes)
    try checkFile(picture)
    try checkAffine(of: picture, sheet: drawn.sheet, incidents: map.incidents)
  }

  /// Labels lie in the frame, and none on another or on furniture.
  private func checkLabels(on sheet: MapSheet) throws {
    let frame = sheet.frame.box
    for (index, label) in sheet.labels.enumerated() {
      #expect(frame.contains(label.box), "\(label.lines.map(\.text))")
      #expect(!sheet.labels.dropFirst(index + 1).contains { $0.box.overlaps(label.box) })
      #expect(!sheet.furniture.boxes.contains { $0.overlaps(label.box) })
    }
  }

  /// Furniture covers neither an incident nor another piece.
  private func checkFurniture(on sheet: MapSheet) throws {
    let boxes = sheet.furniture.boxes
    let sheetBox = PixelBox(left: 0, top: 0, right: sheet.width, bottom: sheet.height)
    for (index, box) in boxes.enumerated() {
      #expect(sheetBox.contains(box))
      #expect(!sheet.incidents.circles.contains { box.overlaps($0) })
      #expect(!boxes.dropFirst(index + 1).contains { $0.overlaps(box) })
    }
    #expect(sheet.furniture.legendBox != nil)
  }

  /// A scale bar is true in the middle along both axes.
  private func checkScale(on sheet: MapSheet) throws {
    guard let bar = sheet.furniture.scaleBar else {
      #expect(sheet.furniture.distortion.scale > 0.25, "only a map of the world has none")
      return
    }
    let frame = sheet.frame
    let middle = frame.box.center
    for (x, y) in [(bar.pixels / 2, 0.0), (0, bar.pixels / 2)] {
      let start = try #require(frame.position(PixelPoint(x: middle.x - x, y: middle.y - y)))
      let end = try #require(frame.position(PixelPoint(x: middle.x + x, y: middle.y + y)))
      let ground = Geodesic.wgs84.distance(from: start, to: end).value
      #expect((ground / bar.length.value - 1).magnitude < 0.01)
    }
  }

  /// The affine of the file leads from the system to the symbols.
  private func checkAffine(of picture: SVGReading, sheet: MapSheet, incidents: [Incident]) throws {
    let reference = try #require(picture.elements.first { $0.name == "georeference" }).attributes
    let numbers = try #require(reference["affine"]).split(separator: " ").compactMap { Double($0) }
    try #require(numbers.count == 6)
    let definition = try #require(reference["crs"])
    let projection = try Projection(to: try Self.system(definition))
    let alone = sheet.clusters.filter { $0.marks.count == 1 && $0.center == $0.anchor }
    for cluster in alone {
      let incident = incidents[cluster.marks[0].index]
      guard incident.eventType.symbol.shape == .circle else { continue }
      let circle = try #require(
        picture.elements.first { $0.name == "circle" && $0.groups.last == incident.id })
      let planar = try projection.forward(try #require(incident.position))
      let x = numbers[0] * planar.easting + numbers[2] * planar.northing + numbers[4]
      let y = numbers[1] * planar.easting + numbers[3] * planar.northing + numbers[5]
      let drawn = PixelPoint(
        x: try #require(circle.attributes["cx"].flatMap(Double.init)),
        y: try #require(circle.attributes["cy"].flatMap(Double.init)))
      #expect(drawn.distance(to: PixelPoint(x: x, y: y)) < 0.5)
    }
  }

  /// A file is whole, stands alone, and is the same each time.
  private func checkFile(_ picture: SVGReading) throws {
    #expect(picture.isWellFormed)
    let identifiers = picture.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    for element in picture.elements {
      #expect(!["script", "image", "foreignObject", "style"].contains(element.name))
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on") && !name.hasSuffix("href"))
        for part in value.split(separator: "url(").dropFirst() {
          let local = part.prefix { $0 != ")" }
          #expect(local.hasPrefix("#") && identifiers.contains(String(local.dropFirst())))
        }
        #expect(!value.contains("nan") && !value.contains("inf"))
      }
    }
  }

  /// Degrees stand on the sheet, apart, and where their lines are.
  private func checkDegrees(on sheet: MapSheet) throws {
    let labels = sheet.degreeLabels.labels
    let sheetBox = PixelBox(left: 0, top: 0, right: sheet.width, bottom: sheet.height)
    for (index, label) in labels.enumerated() {
      #expect(sheetBox.contains(label.box), "\(label.text)")
      #expect(!labels.dropFirst(index + 1).contains { $0.box.overlaps(label.box) })
    }
    #expect(labels.count >= 2)
    for tick in sheet.graticule.ticks where tick.text.hasSuffix("E") || tick.text.hasSuffix("W") {
      guard tick.edge == .bottom, let position = sheet.frame.position(tick.point) else { continue }
      let degrees = try #require(Self.degrees(tick.text))
      let turn = (position.longitude - degrees).magnitude
      #expect(min(turn, 360 - turn) < 0.01)
    }
  }

  /// Degrees, minutes and seconds read back.
  private static func degrees(_ text: String) -> Double? {
    let parts = text.split(whereSeparator: { !$0.isNumber }).compactMap { Double($0) }
    guard let whole = parts.first else { return nil }
    let value =
      whole + (parts.count > 1 ? parts[1] / 60 : 0) + (parts.count > 2 ? parts[2] / 3600 : 0)
    return text.hasSuffix("W") || text.hasSuffix("S") ? -value : value
  }

  /// The system that a definition in a file names.
  private static func system(_ definition: String) throws -> CoordinateReferenceSystem {
    guard !definition.hasPrefix("EPSG:") else { return try CoordinateReferenceSystem(definition) }
    let values = definition.split(separator: " ").reduce(into: [Substring: Double]()) {
      let parts = $1.split(separator: "=")
      if parts.count == 2 { $0[parts[0]] = Double(parts[1]) }
    }
    let longitude = try #require(values["+lon_0"])
    guard let latitude = values["+lat_0"] else { return .equalEarth(around: longitude) }
    return .lambertAzimuthalEqualArea(
      center: Position(longitude: longitude, latitude: latitude))
  }
}
