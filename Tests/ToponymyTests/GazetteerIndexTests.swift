import Foundation
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Toponymy

@Suite("The index of a gazetteer")
struct GazetteerIndexTests {
  static let places = [
    Place(
      id: PlaceID("xk:leposavic"), name: "Leposavić", kind: .town,
      position: Position(longitude: 20.8028, latitude: 43.1039), uncertainty: Meters(2500.5),
      country: "XK", admin1: "Mitrovica", admin2: "Leposavić", population: 3702,
      names: [
        Toponym("Leposaviq", language: "sq"), Toponym("Лепосавић", language: "sr-Cyrl"),
        Toponym("Albanik", language: "sq-x-historic"),
      ],
      demonyms: [Toponym("Leposavčanin", language: "sr-Latn")],
      references: ["geonames:788731", "wikidata:Q991313"], source: "by hand"),
    Place(
      id: PlaceID("xk:zubin-potok"), name: "Zubin Potok", kind: .town,
      position: Position(longitude: 20.6897, latitude: 42.9144), country: "XK",
      names: [Toponym("Zubin Potoku", language: "sq")]),
    Place(
      id: PlaceID("world:equator"), name: "Null", kind: .region,
      position: Position(longitude: -180, latitude: -90), country: ""),
  ]

  private func bytes(
    of places: [Place] = places, tolerating tolerance: GazetteerBuilder.Tolerance = .twoEdits,
    folder: String? = nil
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // So little memory that all that is put aside goes through files.
    var builder = try GazetteerBuilder(folder: folder, memory: 16, joinsSources: false) {
      bytes += $0
    }
    builder.begin(GazetteerSummary.Source(name: "test.csv", format: "csv", byteCount: 7))
    for place in places { try builder.add(place) }
    _ = try builder.finish(tolerating: tolerance)
    return bytes
  }

  // MARK: - What comes back

  @Test func `a place comes back as it was, by number, identifier and reference`() throws {
    let index = try GazetteerIndex(try bytes(), path: "test")
    #expect((0..<3).map(index.place) == Self.places)
    #expect(index.number(of: "xk:zubin-potok") == 1)
    #expect(index.number(of: "wikidata:Q991313") == 0)
    #expect(index.number(of: "wikidata:Q1") == nil)
    #expect(index.place(3) == nil && index.place(-1) == nil)
  }

  @Test func `an index says what it holds and where that comes from`() throws {
    let summary = try GazetteerIndex(try bytes(), path: "test").summary
    #expect(summary.sources.map(\.name) == ["test.csv"])
    #expect(summary.sources.map(\.placeCount) == [3])
    #expect(summary.countries == ["XK": 2, "": 1])
    #expect(summary.kinds == ["town": 2, "region": 1])
    #expect(summary.languages == ["sq": 2, "sr-Cyrl": 1, "sq-x-historic": 1])
  }

  @Test func `the same places give the same bytes, in memory or through files`() throws {
    let inMemory = try bytes()
    #expect(try bytes() == inMemory)
    #expect(try bytes(folder: NSTemporaryDirectory()) == inMemory)
    #expect(try GazetteerIndex(inMemory, path: "test").isIntact())
  }

  @Test func `an index file is used as it lies there`() throws {
    let path = NSTemporaryDirectory() + "index-\(UUID().uuidString).gazetteer"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(try bytes()).write(to: URL(filePath: path))
    let gazetteer = Gazetteer([try GazetteerIndex(path: path)])
    #expect(gazetteer.candidates(for: "ЛЕПОСАВИЋ").map(\.place) == [Self.places[0]])
    #expect(Array(gazetteer.places) == Self.places)
  }

  @Test func `a source's second place of an identifier is left out and told`() throws {
    var bytes: [UInt8] = []
    var builder = try GazetteerBuilder(folder: nil) { bytes += $0 }
    builder.begin(GazetteerSource(places: []).description)
    for name in ["Peja", "Peć", "Istok"] {
      let id = PlaceID(name == "Istok" ? "xk:istok" : "xk:peja")
      try builder.add(
        Place(
          id: id, name: name, kind: .town, position: Position(longitude: 20, latitude: 42),
          country: "XK"))
    }
    let outcome = try builder.finish(tolerating: .none)
    #expect(outcome.duplicates == ["xk:peja"] && outcome.duplicateCount == 1)
    let gazetteer = Gazetteer([try GazetteerIndex(bytes, path: "test")])
    #expect(gazetteer.places.map(\.name) == ["Peja", "Istok"])
    #expect(gazetteer.candidates(for: "Peć").isEmpty)
    #expect(gazetteer.places.count == 2)
  }

  @Test func `a place that an earlier index has is taken from there, also by a reference`() {
    let own = Gazetteer(places: [
      Place(
        id: PlaceID("my:1"), name: "Lepo", kind: .village,
        position: Position(longitude: 1, latitude: 1), country: "XK",
        references: ["geonames:788731"])
    ])
    let both = Gazetteer(own.indexes + Gazetteer(places: Self.places).indexes)
    #expect(both.candidates(for: "Leposavić").isEmpty)
    #expect(both.places.map(\.id.text) == ["my:1", "xk:zubin-potok", "world:equator"])
    #expect(both.place(PlaceID("geonames:788731"))?.id.text == "my:1")
    #expect(both.place(PlaceID("xk:leposavic")) == nil)
  }

  @Test func `what a left out place refers to is not taken from others`() throws {
    func source(_ id: String, _ name: String, _ references: [String]) -> GazetteerSource {
      GazetteerSource(places: [
        Place(
          id: PlaceID(id), name: name, kind: .town, position: Position(longitude: 1, latitude: 1),
          country: "XK", references: references)
      ])
    }
    let sources = [
      source("a:1", "First", []), source("a:1", "Again", ["q:5"]), source("c:3", "Third", ["q:5"]),
    ]
    let joined = Gazetteer([GazetteerIndex(sources: sources, tolerating: .none)])
    let layered = Gazetteer(sources.map { GazetteerIndex(sources: [$0], tolerating: .none) })
    for gazetteer in [joined, layered] {
      #expect(gazetteer.places.map(\.name) == ["First", "Third"])
      #expect(gazetteer.place(PlaceID("q:5"))?.name == "Third")
      #expect(gazetteer.candidates(for: "Third").map(\.place.id.text) == ["c:3"])
    }
  }

  @Test func `each decision about a name makes another gazetteer of it`() throws {
    let header = GazetteerSource.columns.joined(separator: ",") + "\n"
    let hashes = try ["", "d:1,Peja,ban,,,,,,,,,,,\n", "d:1,Peć,ban,,,,,,,,,,,\n"].map { rows in
      try Gazetteer(files: [("f", Array((header + rows).utf8))]).contentHash
    }
    #expect(Set(hashes).count == 3)
  }

  @Test func `a source knows its file by its bytes`() throws {
    let path = NSTemporaryDirectory() + "source-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Array((GazetteerSource.columns.joined(separator: ",") + "\n").utf8)
    try Data(bytes).write(to: URL(filePath: path))
    let index = try GazetteerIndex(files: [(path, bytes)])
    #expect(index.summary.sources.first?.contentHash == GazetteerSource.contentHash(ofFile: path))
    #expect(!index.summary.isPublished && index.path == path)
    try Data(bytes + [10]).write(to: URL(filePath: path))
    #expect(index.summary.sources.first?.contentHash != GazetteerSource.contentHash(ofFile: path))
    #expect(GazetteerSource.contentHash(ofFile: path + ".missing") == nil)
  }

  // MARK: - Damage

  @Test func `what is no index is refused with a reason`() throws {
    let whole = try bytes()
    var newer = whole
    newer[8] = 99
    #expect(throws: IndexError.newerVersion(path: "f", version: 99)) {
      _ = try GazetteerIndex(newer, path: "f")
    }
    for length in [0, 1, 8, 24, 60, whole.count / 2, whole.count - 1] {
      #expect(throws: IndexError.self, "\(length) bytes") {
        _ = try GazetteerIndex(Array(whole[..<length]), path: "f")
      }
    }
    #expect(throws: IndexError.self) {
      _ = try GazetteerIndex(Array("id,name,kind\n".utf8), path: "f")
    }
    #expect(throws: IndexError.self) { _ = try GazetteerIndex(path: "/does/not/exist") }
    #expect(throws: IndexError.self) { _ = try GazetteerIndex(path: "/") }
  }

  @Test func `an index folded by other rules is refused`() throws {
    var other = try bytes()
    other[16] ^= 1
    let error = #expect(throws: IndexError.self) { _ = try GazetteerIndex(other, path: "f") }
    #expect(error?.description.contains("folded by other rules") == true)
  }

  @Test(arguments: Seed.allCases)
  func `damage gives fewer answers, never others`(_ seed: Seed) throws {
    var generator = seed.generator
    let whole = try bytes()
    let sound = Gazetteer([try GazetteerIndex(whole, path: "f")])
    let right = Dictionary(uniqueKeysWithValues: Self.places.map { ($0.id, $0) })
    for _ in 0..<400 {
      var damaged = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let offset = Int.random(in: 0..<whole.count, using: &generator)
        damaged[offset] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let index = try? GazetteerIndex(damaged, path: "f") else { continue }
      if damaged != whole { #expect(!index.isIntact()) }
      let gazetteer = Gazetteer([index])
      for name in ["Leposavić", "Лепосавић", "Zubin Potok", "Zubin", "Leposavicc", "Null"] {
        let expected = Set(sound.candidates(for: name).map(\.place))
        #expect(expected.isSuperset(of: gazetteer.candidates(for: name).map(\.place)))
        let similar = Set(sound.similarNames(to: name, limit: 50))
        #expect(similar.isSuperset(of: gazetteer.similarNames(to: name, limit: 50)))
      }
      for place in gazetteer.places { #expect(right[place.id]?.position == place.position) }
    }
  }
}
