import Cartography
import Foundation
import SimpleFeatures
import Testing

@Suite("What the shipped basemap says of itself") struct RecordTests {
  @Test func `the files are under 2,000,000 bytes together, and each is in SOURCES.md`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ShippedBasemap.folder.path)
    let sources = try String(
      contentsOf: ShippedBasemap.data.appending(path: "SOURCES.md"), encoding: .utf8)
    var size = 0
    for file in files {
      size += try Data(contentsOf: ShippedBasemap.folder.appending(path: file)).count
      #expect(sources.contains("| basemap/\(file) |"), "\(file)")
    }
    #expect(files.count == ShippedBasemap.names.count + 1)
    #expect(size < 2_000_000)
  }

  @Test func `every place is in the gazetteers`() throws {
    var known: Set<Substring> = []
    for name in ["gazetteer.csv", "world.csv"] {
      let text = try String(
        contentsOf: ShippedBasemap.data.appending(path: name), encoding: .utf8)
      known.formUnion(text.split(separator: "\n").compactMap { $0.split(separator: ",").first })
    }
    for name in ShippedBasemap.names {
      for feature in try ShippedBasemap.layer(name).features {
        for key in ["place_id", "area_left", "area_right"] {
          guard let id = feature.text(key) else { continue }
          #expect(known.contains(Substring(id)), "\(name): \(id)")
        }
      }
    }
    for feature in try ShippedBasemap.layer("world").features {
      #expect(feature.text("place_id") != nil && feature.text("country") != nil)
    }
  }

  @Test(arguments: ["world-borders", "borders"])
  func `every contested line has a note, and every line a status that is known`(name: String) throws
  {
    var contested = 0
    for line in try ShippedBasemap.layer(name).features {
      let status = try #require(line.text("status").flatMap(BorderStatus.init))
      guard status.isContested else { continue }
      contested += 1
      #expect(line.text("note")?.hasSuffix(".") == true, "\(line.text("name") ?? "?")")
    }
    #expect(contested > 0)
  }

  @Test(arguments: ShippedBasemap.names)
  func `every feature is headed by its box (RFC 7946 §5)`(name: String) throws {
    let features = try ShippedBasemap.layer(name).features
    let text = try String(
      contentsOf: ShippedBasemap.folder.appending(path: "\(name).geojson"), encoding: .utf8)
    let head = #"{"type":"Feature","bbox":["#
    let boxes = text.split(separator: "\n").filter { $0.hasPrefix(head) }.map { line in
      line.dropFirst(head.count).prefix { $0 != "]" }.split(separator: ",").compactMap {
        Double($0)
      }
    }
    #expect(boxes.count == features.count)
    for (numbers, feature) in zip(boxes, features) {
      let named = "\(feature.text("name") ?? "?")"
      try #require(numbers.count == 4, "\(named)")
      let box = BoundingBox(
        west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
      let positions = try #require(feature.geometry?.positions)
      #expect(positions.allSatisfy(box.contains), "\(named)")
      let longitudes = Set(positions.map(\.longitude))
      let latitudes = positions.map(\.latitude)
      #expect(box.south == latitudes.min() && box.north == latitudes.max(), "\(named)")
      #expect(longitudes.isSuperset(of: [box.west, box.east]), "\(named)")
    }
  }
}
