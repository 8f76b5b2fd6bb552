import Foundation
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Geodesy

@Suite("Points in space")
struct EarthCenteredPositionTests {
  @Test(arguments: [
    // Source: pyproj 3.7.2, EPSG:4326 to EPSG:4978, rounded to centimetres.
    (0.0, 0.0, 637_813_700, 0, 0), (90, 0, 0, 637_813_700, 0), (180, 0, -637_813_700, 0, 0),
    (0, 90, 0, 0, 635_675_231), (33, -90, 0, 0, -635_675_231),
  ])
  func `axes end where they should`(
    longitude: Double, latitude: Double, x: Int32, y: Int32, z: Int32
  ) {
    let position = Position(longitude: longitude, latitude: latitude)
    #expect(EarthCenteredPosition(position) == EarthCenteredPosition(x: x, y: y, z: z))
  }

  @Test func `whole turns mean nothing`() {
    let point = EarthCenteredPosition(Position(longitude: -160, latitude: 12))
    #expect(point != nil)
    for turns in [-1e6, -3, -1, 1, 2, 1e6] {
      #expect(
        EarthCenteredPosition(Position(longitude: -160 + turns * 360, latitude: 12)) == point)
    }
  }

  @Test func `what has no geodesics has no point`() {
    for (longitude, latitude) in [
      (Double.nan, 1.0), (.infinity, 1), (1, .nan), (1, 90.000_001), (1, -.infinity),
    ] {
      let position = Position(longitude: longitude, latitude: latitude)
      #expect(EarthCenteredPosition(position) == nil)
      #expect(Geodesic.wgs84.distance(from: position, to: position).value.isNaN)
    }
  }

  @Test(arguments: Seed.allCases)
  func `sines and cosines are those of the C library`(_ seed: Seed) {
    var generator = seed.generator
    var worst = 0.0
    for round in 0..<100_000 {
      let degrees =
        round < 1441 ? Double(round - 720) : Double.random(in: -720...720, using: &generator)
      let angle = SineAndCosine(degrees: degrees)
      let turned = degrees.remainder(dividingBy: 360) * .pi / 180
      worst = max(worst, abs(angle.sine - sin(turned)))
      worst = max(worst, abs(angle.cosine - cos(turned)))
    }
    // What it is compared with is rounded too, at up to π.
    #expect(worst < 7e-16)
  }

  @Test func `neighbouring cells follow each other along the curve`() {
    var cells = [(column: UInt32, row: UInt32)](repeating: (0, 0), count: 4096)
    for column in 0..<UInt32(64) {
      for row in 0..<UInt32(64) {
        let key = HilbertCurve.key(column: column, row: row)
        #expect(key < 4096)
        cells[Int(key)] = (column, row)
      }
    }
    for (cell, next) in zip(cells, cells.dropFirst()) {
      let steps =
        abs(Int(cell.column) - Int(next.column)) + abs(Int(cell.row) - Int(next.row))
      #expect(steps == 1)
    }
  }

  @Test func `keys stay within their bits`() {
    for position in Position.remarkable + [Position(longitude: 180, latitude: 90)] {
      #expect(HilbertCurve.key(of: position) >> UInt64(HilbertCurve.bits) == 0)
    }
  }

  @Test(arguments: Seed.allCases)
  func `keys are sorted, equal ones in their order`(_ seed: Seed) throws {
    var generator = seed.generator
    for count in [0, 1, 2, 1000] {
      for bits in [3, 11, 30, 44] {
        let keys = (0..<count).map { _ in
          UInt64.random(in: 0..<(1 << UInt64(bits)), using: &generator)
        }
        let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        let order = RadixSort.order(of: keys, bits: 44)?.map(Int.init)
        #expect(order ?? Array(keys.indices) == expected)
        let numbers = keys.map { UInt32(truncatingIfNeeded: $0) }
        #expect(RadixSort.sorted(numbers) == numbers.sorted())
      }
    }
    #expect(RadixSort.order(of: [1, 1, 2], bits: 44) == nil)
  }
}
