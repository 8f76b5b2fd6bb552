import Foundation
import IncidentModel
import SimpleFeatures
import Toponymy

@testable import Geoparsing

/// The shipped lexicons, each read once in a process.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/lexicon")

  static func lexicon(_ language: String) throws -> Lexicon {
    let file = folder.appending(path: "\(language).lexicon")
    return try Lexicon(
      Array(try Data(contentsOf: file)), path: file.lastPathComponent, language: language)
  }

  static let english = Result { try lexicon("en") }
  static let common = Result { try lexicon("und") }
}

/// A few places around Mitrovica, with the homonyms that texts about them meet.
enum Places {
  static func place(
    _ id: String, _ name: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double,
    country: String = "XK", admin2: String = "", population: Int? = nil, names: [String] = [],
    demonyms: [String] = []
  ) -> Place {
    Place(
      id: PlaceID(id), name: name, kind: kind,
      position: Position(longitude: longitude, latitude: latitude), country: country,
      admin2: admin2, population: population, names: names.map { Toponym($0, language: "sq") },
      demonyms: demonyms.map { Toponym($0, language: "en") })
  }

  static let all = [
    place("xk:kosovo", "Kosovo", .country, 42.6, 20.9, demonyms: ["Kosovan", "Kosovar"]),
    place(
      "rs:serbia", "Serbia", .country, 44.0, 21.0, country: "RS", demonyms: ["Serb", "Serbian"]),
    place("it:italy", "Italy", .country, 42.8, 12.8, country: "IT", demonyms: ["Italian"]),
    place(
      "xk:pristina", "Pristina", .capital, 42.6727, 21.1669, admin2: "Pristina",
      population: 161_751, names: ["Prishtina"]),
    place(
      "rs:belgrade", "Belgrade", .capital, 44.804, 20.4651, country: "RS", population: 1_273_651),
    place("xk:mitrovica", "Mitrovica", .town, 42.8833, 20.8667, population: 84_235),
    place(
      "rs:mitrovica", "Mitrovica", .town, 44.9764, 19.6122, country: "RS", population: 80_000),
    place("xk:zvecan", "Zvečan", .town, 42.9075, 20.8403, admin2: "Zvečan", names: ["Zveçan"]),
    place(
      "xk:zvecan-municipality", "Zvečan", .municipality, 42.9716, 20.7887, admin2: "Zvečan",
      population: 7481, names: ["Zveçan"]),
    place("xk:zubin-potok", "Zubin Potok", .town, 42.9144, 20.6897, admin2: "Zubin Potok"),
    place(
      "xk:zubin-potok-municipality", "Zubin Potok", .municipality, 42.9315, 20.6511,
      admin2: "Zubin Potok"),
    place(
      "xk:leposavic", "Leposavić", .town, 43.1039, 20.8028, admin2: "Leposavić", population: 3702,
      names: ["Leposaviq"]),
    place(
      "xk:leposavic-municipality", "Leposavić", .municipality, 43.1253, 20.8048,
      admin2: "Leposavić", population: 13_773, names: ["Leposaviq"]),
    place("xk:kurti", "Kurti", .village, 42.5, 21.0),
    place("xk:novo-selo", "Novo Selo", .village, 42.95, 20.85, admin2: "Zvečan"),
    place("rs:novo-selo", "Novo Selo", .village, 45.5, 20.1, country: "RS"),
    place("xk:gornje-polje", "Gornje Polje", .village, 42.40, 21.50),
    place("xk:gornje-polje-2", "Gornje Polje", .village, 42.70, 20.30),
    place("xk:ibar", "Ibar", .river, 42.95, 20.8),
    place("xk:may", "May", .village, 42.3, 20.7),
  ]

  static let gazetteer = Gazetteer(places: all)

  static func parser() throws -> Geoparser {
    Geoparser(
      gazetteer: gazetteer,
      lexicons: Lexicons([try Shipped.english.get(), try Shipped.common.get()]))
  }

  static func mentions(_ text: String) throws -> [Mention] {
    try parser().mentions(in: text, language: "en")
  }
}

extension Lexicon {
  /// A lexicon from its text.
  convenience init(text: String, language: String = "xx") throws(LexiconError) {
    try self.init(Array(text.utf8), path: "\(language).lexicon", language: language)
  }
}
