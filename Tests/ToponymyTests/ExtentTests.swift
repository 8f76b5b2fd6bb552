import Foundation
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Toponymy

@Suite("The places of an area") struct ExtentTests {
  private static let kinds: [PlaceKind] = [.capital, .city, .town, .village, .river]

  private func places(_ count: Int, using generator: inout SplitMix64) -> [Place] {
    (0..<count).map { number in
      Place(
        id: PlaceID("t:\(number)"), name: "P\(number)",
        kind: Self.kinds[Int.random(in: 0..<5, using: &generator)],
        position: Position(
          longitude: .random(in: -180...180, using: &generator),
          latitude: .random(in: -90...90, using: &generator)),
        country: "XX",
        population: Bool.random(using: &generator)
          ? Int.random(in: 1...3_000_000, using: &generator) : nil)
    }
  }

  @Test(arguments: Seed.allCases)
  func `they are those that a look at every place finds`(seed: Seed) {
    var generator = seed.generator
    let gazetteer = Gazetteer(places: places(600, using: &generator))
    let boxes = [
      BoundingBox(west: 150, south: -40, east: -120, north: 60),
      BoundingBox(west: 10, south: 30, east: 40, north: 60),
    ]
    let all = gazetteer.places.filter { place in
      [.capital, .town].contains(place.kind) && boxes.contains { $0.contains(place.position) }
    }.sorted { ($1.importance, $0.id) < ($0.importance, $1.id) }
    #expect(all.count > 20)
    for limit in [1, 7, all.count, 5000] {
      let found = gazetteer.places(of: [.capital, .town], within: boxes, atMost: limit)
      #expect(found == Array(all.prefix(limit)))
    }
    #expect(gazetteer.places(of: [.capital], within: boxes, atMost: 0).isEmpty)
    #expect(gazetteer.places(of: [], within: boxes, atMost: 9).isEmpty)
    #expect(gazetteer.places(of: [.capital], within: [], atMost: 9).isEmpty)
  }

  @Test func `capitals come first, then inhabitants, a seat counting as a town`() {
    let ordered: [(PlaceKind, Int?)] = [
      (.capital, 20_000), (.capital, nil), (.city, 2_000_000), (.city, nil), (.town, 90_000),
      (.town, 700), (.village, 4_000), (.village, nil),
    ]
    let position = Position(longitude: 20, latitude: 43)
    let places = ordered.enumerated().map { number, item in
      Place(
        id: PlaceID("t:\(number)"), name: "P", kind: item.0, position: position, country: "XX",
        population: item.1)
    }
    let box = BoundingBox(west: 19, south: 42, east: 21, north: 44)
    let found = Gazetteer(places: places.reversed())
      .places(of: Set(PlaceKind.allCases), within: [box], atMost: 99)
    #expect(found == places)
  }

  @Test func `a place that an earlier index has is taken from there`() throws {
    let position = Position(longitude: 20, latitude: 43)
    let first = Place(
      id: PlaceID("a:1"), name: "First", kind: .town, position: position, country: "XX",
      references: ["r:1"])
    let same = Place(
      id: PlaceID("r:1"), name: "Same", kind: .city, position: position, country: "XX")
    let other = Place(
      id: PlaceID("b:2"), name: "Other", kind: .town, position: position, country: "XX")
    let gazetteer = Gazetteer(
      [[first], [same, other]].map {
        GazetteerIndex(sources: [GazetteerSource(places: $0)], tolerating: .none)
      })
    let box = BoundingBox(west: 19, south: 42, east: 21, north: 44)
    #expect(gazetteer.places(of: [.town, .city], within: [box], atMost: 1) == [first])
    #expect(gazetteer.places(of: [.town, .city], within: [box], atMost: 9) == [first, other])
  }
}
