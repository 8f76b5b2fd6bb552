import Foundation
import SimpleFeatures
import Testing
import Toponymy

@Suite("The shipped gazetteer")
struct ShippedGazetteerTests {
  /// Both files, read once in a process: from their index where that is of today's files, since a debug
  /// build takes minutes to make it.
  private static let shipped = Result {
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data")
    let names = ["gazetteer.csv", "world.csv"]
    let index = try? GazetteerIndex(path: data.appending(path: "shipped.gazetteer").path)
    if let index, index.summary.sources.map(\.name) == names,
      index.summary.sources.allSatisfy({
        GazetteerSource.contentHash(ofFile: data.appending(path: $0.name).path) == $0.contentHash
      })
    {
      return Gazetteer([index])
    }
    return try Gazetteer(
      files: names.map { ($0, Array(try Data(contentsOf: data.appending(path: $0)))) })
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

  @Test func `the divisions of a country are all there`() throws {
    let gazetteer = try Self.shipped.get()
    var counts: [String: Int] = [:]
    for place in gazetteer.places where place.kind == .admin1 {
      counts[place.country, default: 0] += 1
    }
    // Source: ISO 3166-2, and for Vietnam the reform of July 2025.
    let expected = [
      "US": 51, "CA": 13, "MX": 32, "BR": 27, "AR": 24, "PE": 26, "GT": 22, "HN": 18, "SV": 14,
      "HT": 10, "DE": 16, "AT": 9, "CH": 26, "IT": 20, "ES": 19, "PL": 16, "RO": 42, "BG": 28,
      "GB": 4, "HR": 21, "HU": 20, "CZ": 14, "SK": 8, "SE": 21, "UA": 27, "BY": 7, "TR": 81,
      "SY": 14, "IQ": 19, "IR": 31, "LB": 8, "SA": 13,
      "AF": 34, "IN": 36, "BD": 8, "LK": 9, "NP": 7, "MM": 15, "TH": 77, "VN": 34, "ID": 38,
      "MY": 16, "JP": 47, "KR": 17, "EG": 27, "LY": 22, "TN": 24, "MA": 12, "DZ": 58, "SD": 18,
      "SS": 10, "SO": 18, "KE": 47, "CD": 26, "TD": 23, "CM": 10, "NG": 37, "NE": 8, "BF": 13,
      "SN": 14, "GH": 16, "MZ": 11, "ZA": 9, "ZW": 10, "ZM": 10, "AU": 8, "PG": 22,
    ]
    for (country, count) in expected {
      #expect(counts[country] == count, "\(country)")
    }
  }

  @Test func `a division reaches every place that is filed under it`() throws {
    let world = try Self.shipped.get().places.filter { $0.country != "XK" }
    var divisions: [String: Place] = [:]
    for place in world where place.kind == .admin1 {
      let key = "\(place.country) \(place.admin1)"
      #expect(divisions[key] == nil, "\(place.id)")
      divisions[key] = place
    }
    var outside: [PlaceID] = []
    var checked = 0
    for place in world where place.kind != .admin1 && !place.admin1.isEmpty {
      guard let division = divisions["\(place.country) \(place.admin1)"] else { continue }
      checked += 1
      let distance = Self.kilometers(division.position, place.position)
      // The sphere is off by half a per cent at most.
      if distance > division.uncertainty.value / 1000 * 1.006 { outside.append(place.id) }
    }
    #expect(checked > 25_000)
    #expect(outside.isEmpty)
  }

  @Test func `a demonym is no place, and no name of another country or division`() throws {
    let gazetteer = try Self.shipped.get()
    for demonym in [
      "Texan", "Bavarian", "Londoner", "Muscovite", "Syrians", "sirijski", "syrischer", "syrienne",
      "sirios", "Suriyeliler", "gjermanë", "українці", "Kosovar", "Congolese",
    ] {
      #expect(gazetteer.candidates(for: demonym).isEmpty, "\(demonym)")
    }
    let areas = gazetteer.places.filter { [.continent, .country, .admin1].contains($0.kind) }
    var names: [String: Set<PlaceID>] = [:]
    for place in areas {
      for name in place.names { names[Self.key(name.text), default: []].insert(place.id) }
    }
    for place in gazetteer.places {
      for demonym in place.demonyms {
        let others = names[Self.key(demonym.text), default: []].subtracting([place.id])
        #expect(others.isEmpty, "\(demonym.text) of \(place.id)")
      }
    }
  }

  @Test(arguments: [
    ("Calif.", "us:california-state"), ("N.Y.", "us:new-york-state"),
    ("Bayern", "de:bavaria-state"),
    ("Донецька область", "ua:donetsk-oblast"), ("Donetsk region", "ua:donetsk-oblast"),
    ("Diyarbakır ili", "tr:diyarbakir-province"), ("Idlib province", "sy:idlib-governorate"),
    ("Helmand", "af:helmand-province"), ("Nord-Kivu", "cd:north-kivu-province"),
    ("Borno State", "ng:borno-state"), ("Unity State", "ss:unity-state"),
    ("Krim", "ua:crimea-region"), ("Chechnya", "ru:chechnya-region"),
    ("Großbritannien", "gb:united-kingdom"), ("EE. UU.", "us:united-states"),
    ("США", "us:united-states"), ("DR Kongo", "cd:democratic-republic-of-the-congo"),
    ("Zaire", "cd:democratic-republic-of-the-congo"), ("U.A.E.", "ae:united-arab-emirates"),
    ("Swaziland", "sz:eswatini"), ("Bergkarabach", "az:nagorno-karabakh-region"),
    ("bande de Gaza", "ps:gaza-strip-region"), ("Donau", "world:danube-river"),
    ("Hindu Kush", "world:hindu-kush"), ("Gulf of Aden", "world:gulf-of-aden-region"),
    ("Lake Chad", "world:lake-chad"), ("Mindanao", "ph:mindanao-region"),
  ])
  func `everyday names are known`(name: String, id: String) throws {
    #expect(try Self.shipped.get().candidates(for: name).first?.place.id.text == id)
  }

  /// A name as names are compared.
  private static func key(_ name: String) -> String {
    let folded = FoldedText(name)
    return String(decoding: folded.key(of: folded.words.indices), as: UTF8.self)
  }

  /// The distance on a sphere of 6371 km.
  private static func kilometers(_ a: Position, _ b: Position) -> Double {
    let radians = Double.pi / 180
    let latitudes = (sin((b.latitude - a.latitude) * radians / 2), cos(a.latitude * radians))
    let longitudes = (sin((b.longitude - a.longitude) * radians / 2), cos(b.latitude * radians))
    let chord =
      latitudes.0 * latitudes.0 + latitudes.1 * longitudes.1 * longitudes.0 * longitudes.0
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }
}
