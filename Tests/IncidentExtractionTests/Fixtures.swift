import Foundation
import Geoparsing
import IncidentModel
import SimpleFeatures
import Toponymy

@testable import IncidentExtraction

/// A reader of English reports about a few towns, on the shipped lexicon.
enum Reading {
  static func lexicon(_ language: String) throws -> Lexicon {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/lexicon/\(language).lexicon")
    return try Lexicon(
      Array(try Data(contentsOf: file)), path: file.lastPathComponent, language: language)
  }

  private static let lexicons = Result { try [lexicon("en"), lexicon("und")] }

  static let english = lexicons.map { $0[0] }

  static let extractor = lexicons.map {
    IncidentExtractor(
      geoparser: Geoparser(gazetteer: Gazetteer(places: places), lexicons: Lexicons($0)))
  }

  static func place(
    _ id: String, _ name: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double,
    country: String = "XK", admin2: String = "", demonyms: [String] = []
  ) -> Place {
    Place(
      id: PlaceID(id), name: name, kind: kind,
      position: Position(longitude: longitude, latitude: latitude), country: country,
      admin2: admin2, demonyms: demonyms.map { Toponym($0, language: "en") })
  }

  static let places = [
    place("xk:kosovo", "Kosovo", .country, 42.6, 20.9, demonyms: ["Kosovan", "Kosovar"]),
    place(
      "rs:serbia", "Serbia", .country, 44.0, 21.0, country: "RS",
      demonyms: ["Serb", "Serbs", "Serbian"]),
    place("xk:mitrovica", "Mitrovica", .town, 42.8833, 20.8667, admin2: "South Mitrovica"),
    place("xk:zvecan", "Zvečan", .town, 42.9075, 20.8403, admin2: "Zvečan"),
    place("xk:zubin-potok", "Zubin Potok", .town, 42.9144, 20.6897, admin2: "Zubin Potok"),
    place("xk:leposavic", "Leposavić", .town, 43.1039, 20.8028, admin2: "Leposavić"),
    place("xk:peja", "Peja", .town, 42.6591, 20.2883, admin2: "Peja"),
  ]

  /// A report of a text, published on a date in 2023 unless that is unknown.
  static func report(
    _ text: String, by publisher: String? = nil, on published: String? = "2023-06-01"
  ) -> Report {
    Report(
      sha256: Report.sha256(of: Array(text.utf8)), publisher: publisher,
      published: published.flatMap { CalendarDate($0) }.map {
        PublicationDate(date: $0, basis: .given)
      }, language: "en", text: text)
  }

  static func events(_ text: String, on published: String? = "2023-06-01") throws -> [Event] {
    try extractor.get().read(report(text, on: published)).events
  }

  /// The incidents of reports, merged in the order given.
  static func incidents(_ reports: [Report]) throws -> [DocumentedIncident] {
    let extractor = try extractor.get()
    let read = reports.map(extractor.read)
    return IncidentMerger().incidents(from: read.flatMap(\.events), reports: read.map(\.report))
  }

  static func incidents(_ text: String) throws -> [Incident] {
    try incidents([report(text)]).map(\.incident)
  }
}

extension CalendarDate {
  /// A date that a test is sure of.
  static func of(_ text: String) -> CalendarDate {
    CalendarDate(text) ?? CalendarDate(dayNumber: .min / 2)
  }
}
