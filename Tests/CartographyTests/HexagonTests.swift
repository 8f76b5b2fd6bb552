import Foundation
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Hexagons for crowds") struct HexagonTests {
  private func point(_ type: EventType, value: Int? = 1) -> IncidentPoint {
    var point = IncidentPoint(key: 0, eventType: type, place: 0)
    point.value = value
    return point
  }

  @Test(arguments: Seed.allCases)
  func `every incident is counted in the hexagon that holds it`(seed: Seed) {
    var generator = seed.generator
    let box = PixelBox(left: 30, top: 70, right: 430, bottom: 380)
    var grid = HexagonGrid(over: box, radius: 12)
    var expected: [HexagonCell: [Int]] = [:]
    for number in 0..<2000 {
      var pixel = PixelPoint(
        x: .random(in: 30...430, using: &generator), y: .random(in: 70...380, using: &generator))
      if number < 4 { pixel = box.corners[number] }
      let type = EventType.allCases.randomElement(using: &generator) ?? .riots
      grid.add(point(type, value: number), at: pixel)
      let cell = HexagonCell(containing: pixel, radius: 12)
      expected[cell, default: [Int](repeating: 0, count: 8)][type.number] += 1
      // The middles of the six neighbours and all others are no nearer.
      for row in (cell.row - 2)...(cell.row + 2) {
        for column in (cell.column - 2)...(cell.column + 2) {
          let other = HexagonCell(row: row, column: column).center(radius: 12)
          #expect(
            cell.center(radius: 12).distance(to: pixel) <= other.distance(to: pixel) + 1e-9)
        }
      }
    }
    let bins = grid.bins
    #expect(bins.map(\.counts) == expected.sorted { $0.key < $1.key }.map(\.value))
    #expect(bins.map(\.center) == expected.keys.sorted().map { $0.center(radius: 12) })
    #expect(bins.reduce(0) { $0 + $1.value } == 2000 * 1999 / 2)
  }

  @Test(arguments: Seed.allCases)
  func `classes are round, few, and hold every value`(seed: Seed) {
    var generator = seed.generator
    for size in [1, 2, 7, 300, 3000] {
      let top = Double.random(in: 0...13, using: &generator)
      let values = (0..<size).map { _ in
        Int(Double.random(in: 0...1, using: &generator) * top * top * top * top)
      }
      let classes = HexagonClasses(values)
      #expect(classes.limits.count <= HexagonClasses.most)
      #expect(classes.limits == classes.limits.sorted() && classes.largest == values.max())
      for value in values {
        guard let number = classes.number(of: value) else {
          #expect(value == 0)
          continue
        }
        #expect(classes.range(number).contains(value))
      }
      #expect(values.allSatisfy { $0 == 0 } ? classes.limits == [] : classes.limits[0] == 1)
    }
  }

  @Test(arguments: [
    (Array(1...1000), [1, 200, 300, 500]), ([1, 1, 1, 4], [1, 4]), ([0, 0], []),
    ((0..<2000).map { 300 + $0 % 300 }, [1, 500]), ([3, 3, 8], [1, 8]),
  ])
  func `the steps follow the bulk of the values`(values: [Int], limits: [Int]) {
    #expect(HexagonClasses(values).limits == limits)
  }

  @Test(arguments: MapTheme.allCases, 1...5)
  func `the colours of classes are told apart by lightness`(theme: MapTheme, count: Int) {
    let lightness = MapTheme.shades(of: count).map { Self.luminance(of: theme.ramp[$0]) }
    #expect(Set(lightness).count == count)
    let isRising = theme == .dark
    for (a, b) in zip(lightness, lightness.dropFirst()) {
      #expect(isRising ? b > 1.4 * a : a > 1.4 * b)
    }
  }

  /// The relative luminance of WCAG 2.1, a twentieth added as there.
  private static func luminance(of color: String) -> Double {
    let number = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double((number >> $0) & 255) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05
  }
}

extension HexagonCell: Comparable {
  static func < (a: HexagonCell, b: HexagonCell) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
