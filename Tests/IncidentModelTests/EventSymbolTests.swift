import Foundation
import IncidentModel
import Testing

@Suite("Symbols of the classes of events")
struct EventSymbolTests {
  /// How a kind of sight changes linear red, green and blue.
  struct Sight: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let matrix: [[Double]]
    let leastDifference: Double
  }

  /// Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, table 1, severity 1.0.
  static let sights = [
    Sight(
      testDescription: "deuteranopia",
      matrix: [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ], leastDifference: 16.9),
    Sight(
      testDescription: "protanopia",
      matrix: [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ], leastDifference: 20),
    Sight(
      testDescription: "all cones", matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], leastDifference: 26),
  ]

  @Test(arguments: sights)
  func `no two classes have colours that look alike`(sight: Sight) {
    let colors = EventType.allCases.map { Self.lab($0.symbol.color, seenWith: sight.matrix) }
    for (index, a) in colors.enumerated() {
      for b in colors.dropFirst(index + 1) {
        let difference = zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
        #expect(difference > sight.leastDifference)
      }
    }
  }

  @Test func `every class has a shape of its own`() {
    #expect(Set(EventType.allCases.map(\.symbol.shape)).count == EventType.allCases.count)
  }

  /// CIE 1976 L*a*b* of an sRGB colour (IEC 61966-2-1, D65).
  private static func lab(_ color: UInt32, seenWith matrix: [[Double]]) -> [Double] {
    let linear = [16, 8, 0].map { shift -> Double in
      let value = Double(color >> UInt32(shift) & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = times(matrix, linear).map { min(1, max(0, $0)) }
    let toXYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    let white = [0.95047, 1, 1.08883]
    let root = zip(times(toXYZ, seen), white).map { value, white in
      let ratio = value / white
      return ratio > 0.008856 ? cbrt(ratio) : 7.787 * ratio + 16.0 / 116
    }
    return [116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])]
  }

  private static func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }
}
