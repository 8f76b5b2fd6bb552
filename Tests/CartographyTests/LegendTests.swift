import IncidentModel
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Legend and furniture") struct LegendTests {
  private var legend: Legend {
    var legend = Legend(design: MapDesign(width: 1200, theme: .light))
    legend.heading("Incidents")
    for number in 1...9 { legend.entry(.hollow, "Kind \(number)") }
    return legend
  }

  @Test(arguments: [1, 2, 3])
  func `rows stand in columns, inside the legend and apart`(columns: Int) {
    var legend = legend
    let upright = legend
    legend.arrange(columns: columns)
    #expect(Set(legend.corners.map(\.x)).count == columns)
    #expect(columns == 1 || legend.height < upright.height && legend.width > upright.width)
    for (row, corner) in zip(legend.rows, legend.corners) {
      #expect(corner.y + legend.height(of: row) <= legend.height + 1e-9)
      #expect(corner.x >= legend.padding && corner.x < legend.width - legend.padding)
    }
    for (a, b) in zip(legend.corners, legend.corners.dropFirst()) where a.x == b.x {
      #expect(b.y > a.y)
    }
  }

  @Test func `a flat sheet keeps its height and its legend`() throws {
    let incidents = [Samples.incident("a"), Samples.incident("b", .riots, precision: .region)]
    let sheet = try MapSheet(
      content: MapContent(layers: Samples.layers, incidents: incidents),
      options: MapOptions(title: "Flat", width: 700, height: 340))
    #expect(sheet.height == 340)
    let box = try #require(sheet.furniture.legendBox)
    #expect(box.bottom <= sheet.height && box.right <= sheet.width)
    #expect(!sheet.clusters.contains { box.overlaps($0.circle) })
  }

  @Test func `where every corner holds incidents the legend gets a strip of its own`() throws {
    var incidents: [Incident] = []
    for column in 0...12 {
      for row in 0...12 {
        incidents.append(
          Samples.incident(
            "i-\(column)-\(row)", longitude: 20.4 + 0.1 * Double(column),
            latitude: 42.4 + 0.07 * Double(row)))
      }
    }
    let options = MapOptions(
      title: "Full", area: BoundingBox(west: 20.35, south: 42.35, east: 21.65, north: 43.3))
    let sheet = try MapSheet(content: MapContent(incidents: incidents), options: options)
    let box = try #require(sheet.furniture.legendBox)
    #expect(!sheet.clusters.contains { box.overlaps($0.circle) })
    #expect(sheet.incidents.clusters.reduce(0) { $0 + $1.tally.total } == incidents.count)
    let rightmost = sheet.clusters.map { $0.center.x }.max() ?? 0
    #expect(rightmost < box.left)
  }

  @Test func `a name runs along a line, never upside down`() {
    let style = TextStyle(size: 10)
    let downhill = (0...40).map { PixelPoint(x: 300 - 6 * Double($0), y: 5 * Double($0)) }
    let candidates = LabelCandidates.along(downhill, name: "Ibar", style: style)
    let line = candidates.first?.lines.first
    #expect(line.map { ($0.rotation + 39.8).magnitude < 0.1 } == true)
    let zigzag = (0...40).map {
      PixelPoint(x: 4 * Double($0), y: $0.isMultiple(of: 2) ? 0 : 12)
    }
    #expect(LabelCandidates.along(zigzag, name: "Ibar", style: style).isEmpty)
    #expect(LabelCandidates.along(Array(downhill.prefix(4)), name: "Ibar", style: style).isEmpty)
  }
}
