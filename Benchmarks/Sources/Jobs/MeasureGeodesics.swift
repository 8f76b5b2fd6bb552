internal import Geodesy
internal import SimpleFeatures

/// Row 25: measures the geodesic from each position to the next.
enum MeasureGeodesics {
  static func run(positions: String) throws -> Measured {
    let positions = try Inputs.index(positions).positions
    let (seconds, sum) = Measured.cpu {
      var sum = 0.0
      for index in positions.indices {
        let next = index + 1 < positions.count ? index + 1 : 0
        sum += Geodesic.wgs84.inverse(from: positions[index], to: positions[next]).distance.value
      }
      return sum
    }
    return Measured(
      seconds: seconds, amount: positions.count, answer: "\(Int((sum / 1000).rounded())) km")
  }
}
