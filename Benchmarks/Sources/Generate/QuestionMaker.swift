internal import Foundation

/// Writes what is asked of a store: centres, a line, polygons.
enum QuestionMaker {
  /// Rows of a batch: places all over the region, with whole kilometres from 1 to 25.
  static func centres(count: Int, output: inout Output) {
    var towns = TownMaker(seed: 0x6365_6E74_7265)
    var random = SplitMix64(seed: 0x7261_6469_7573)
    output.write("id,place,within\n")
    for id in 1...count {
      let (latitude, longitude) = towns.anywhere()
      let place = "\(TownMaker.degrees(latitude)),\(TownMaker.degrees(longitude))"
      output.write("\(id),\"\(place)\",\(1 + random.below(25))km\n")
    }
  }

  /// A line of 480 km that wanders as a river does, within one zone of UTM, as GeoJSON.
  static func line(vertices: Int, output: inout Output) {
    var random = SplitMix64(seed: 0x7269_7665_72)
    let step = 5_800_000 / vertices
    var latitude = 42_000_000
    let positions = (0..<vertices).map { number in
      latitude += random.below(50_001) - 24_000
      return (longitude: 18_100_000 + number * step, latitude: latitude)
    }
    output.write("{\"type\":\"LineString\",\"coordinates\":\(list(positions))}\n")
  }

  /// Stars of 161 positions in the cells of a grid over the region, none over another, as GeoJSON.
  static func polygons(count: Int, output: inout Output) {
    var random = SplitMix64(seed: 0x7374_6172_73)
    let columns = max(1, Int((Double(count) * 1.6).squareRoot()))
    let rows = (count + columns - 1) / columns
    let width = Double(TownMaker.longitudes.count) / Double(columns)
    let height = Double(TownMaker.latitudes.count) / Double(rows)
    output.write("{\"type\":\"FeatureCollection\",\"name\":\"areas\",\"features\":[\n")
    for id in 0..<count {
      if id > 0 { output.write(",\n") }
      let column = Double(id % columns) + 0.5
      let row = Double(id / columns) + 0.5
      var ring = (0..<160).map { corner in
        let reach = 0.25 + random.unit() * 0.25
        let (sine, cosine) = (sin(Double(corner) * .pi / 80), cos(Double(corner) * .pi / 80))
        return (
          longitude: TownMaker.longitudes.lowerBound + Int((column + reach * cosine) * width),
          latitude: TownMaker.latitudes.lowerBound + Int((row + reach * sine) * height)
        )
      }
      ring.append(ring[0])
      output.write(
        "{\"type\":\"Feature\",\"properties\":{\"id\":\(id)},\"geometry\":{\"type\":\"Polygon\","
          + "\"coordinates\":[\(list(ring))]}}")
    }
    output.write("\n]}\n")
  }

  private static func list(_ positions: [(longitude: Int, latitude: Int)]) -> String {
    let pairs = positions.map {
      "[\(TownMaker.degrees($0.longitude)),\(TownMaker.degrees($0.latitude))]"
    }
    return "[\(pairs.joined(separator: ","))]"
  }
}
