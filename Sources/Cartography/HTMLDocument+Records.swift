public import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// The incidents that a page of this map lists with their evidence: all, or, where there are more
  /// than ``HTMLDocument/mostListed``, those that have a symbol of their own and the latest others.
  ///
  /// - Complexity: O(*n* log *n*) in the number of incidents.
  public var listed: [IncidentPoint] { listedNumbers.map { points[$0] } }

  /// The numbers of the listed incidents, ascending.
  var listedNumbers: [Int] {
    let most = HTMLDocument.mostListed
    guard points.count > most else { return Array(points.indices) }
    let own = sheet.clusters.flatMap { $0.marks.map(\.index) }
    let isOwn = Set(own)
    func order(_ number: Int) -> (Int, Int, Int) {
      (
        isOwn.contains(number) ? 0 : 1, -(points[number].days?.upperBound.dayNumber ?? .min + 1),
        number
      )
    }
    let ordered = points.indices.map(order).sorted { $0 < $1 }
    return ordered.prefix(most).map(\.2).sorted()
  }

  /// The map's incidents without their texts.
  var points: [IncidentPoint] { sheet.points.points }

  /// Every incident with the number of the mark that shows it: hexagons, then for each place its disc
  /// or its symbols, in the order of the file; what is not drawn has the number after the last.
  func recordEntries() -> [IncidentRecords.Entry] {
    let points = self.points
    let drawn = sheet.incidents
    var bins: [HexagonCell: Int] = [:]
    for (number, bin) in drawn.bins.enumerated() {
      bins[HexagonCell(containing: bin.center, radius: drawn.binRadius)] = number
    }
    var marks = [Int](repeating: -1, count: points.count)
    var number = drawn.bins.count
    for cluster in drawn.clusters {
      for member in cluster.members { marks[member] = number }
      if cluster.isDisc { number += 1 }
      for mark in cluster.marks {
        marks[mark.index] = number
        number += 1
      }
    }
    if !bins.isEmpty {
      let frame = sheet.frame
      let images = frame.projection.images(of: points.map(\.position))
      for (index, image) in images.enumerated() where marks[index] < 0 {
        guard let pixel = image.map(frame.pixel), frame.box.contains(pixel) else { continue }
        let cell = HexagonCell(containing: pixel, radius: drawn.binRadius)
        marks[index] = bins[cell] ?? -1
      }
    }
    return zip(points, marks).map { point, mark in
      IncidentRecords.Entry(
        mark: mark < 0 ? number : mark, type: point.eventType.number,
        isExact: point.isPlacedExactly,
        days: point.days.map { $0.lowerBound.dayNumber...$0.upperBound.dayNumber },
        value: max(point.value ?? 0, 0))
    }
  }
}

extension HTMLDocument {
  /// What the script needs to draw hexagons and discs anew and to name them, as data attributes
  /// outside of the picture, since SVG 1.1 knows none: the measure, the drawing's scale, the classes
  /// of the hexagons, the places of the discs.
  func writeDrawing(to writer: inout MarkupWriter) {
    let sheet = map.sheet
    let measure = sheet.options.sizeBy
    writer.open(
      "div",
      [.text("id", "drawing"), .text("hidden", "hidden")]
        + (measure == .incidents ? [] : [.text("data-measure", measure.title)])
        + [.text("data-scale", "\(sheet.design.scale)")])
    if !sheet.incidents.bins.isEmpty {
      writer.open("svg", .text("id", "classes"))
      map.writeClasses(to: &writer)
      writer.close()
    }
    writer.open("ul", .text("id", "discs"))
    for cluster in sheet.clusters where cluster.isDisc {
      let place = map.place(of: cluster)
      writer.element("li", text: "", place.map { [.text("data-place", $0)] } ?? [])
    }
    writer.close()
    writer.close()
  }
}
