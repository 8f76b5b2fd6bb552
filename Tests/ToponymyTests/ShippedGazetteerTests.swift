import Foundation
import SimpleFeatures
import Testing
import Toponymy

@Suite("The shipped gazetteer")
struct ShippedGazetteerTests {
  /// Both files, parsed once in a process.
  private static let shipped = Result {
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data")
    return try Gazetteer(
      files: ["gazetteer.csv", "world.csv"].map { name in
        (name, Array(try Data(contentsOf: data.appending(path: name))))
      })
  }

  @Test func `both files load without a fault and hold what is promised`() throws {
    let gazetteer = try Self.shipped.get()
    let ids = gazetteer.places.map(\.id)
    #expect(Set(ids).count == ids.count)
    // Each file is sorted by id, so the sequence of both falls back once.
    #expect(zip(ids, ids.dropFirst()).filter { $0 >= $1 }.count == 1)

    let municipalities = gazetteer.places.filter { $0.country == "XK" && $0.kind == .municipality }
    // Source: Kosovo's Law on Administrative Municipal Boundaries (03/L-041) and North Mitrovica.
    #expect(municipalities.count == 38)
    for municipality in municipalities {
      #expect(municipality.admin2 == municipality.name && !municipality.admin1.isEmpty)
      #expect(municipality.name(in: "sq") != nil && municipality.name(in: "sr") != nil)
    }

    let broken = gazetteer.places.filter { place in
      let coordinates = [place.position.longitude, place.position.latitude]
      let isRounded = coordinates.allSatisfy { abs(($0 * 1e4).rounded() - $0 * 1e4) < 1e-6 }
      return !isRounded || !place.position.isValid || place.uncertainty.value <= 0
        || (place.position.longitude == 0 && place.position.latitude == 0)
    }
    #expect(broken.map(\.id).isEmpty)

    for (name, id) in [
      ("Leposaviq", "xk:leposavic"), ("Лепосавић", "xk:leposavic"), ("Priştine", "xk:pristina"),
      ("Kosovska Mitrovica", "xk:mitrovica"), ("Beograd", "rs:belgrade"),
      ("Viyana", "at:vienna"), ("Prishtinë", "xk:pristina"), ("Zveçan", "xk:zvecan"),
    ] {
      #expect(gazetteer.candidates(for: name).first?.place.id.text == id, "\(name)")
    }
    #expect(gazetteer.place(PlaceID("geonames:783770"))?.id.text == "xk:zvecan")
  }
}
