internal import Foundation
internal import Geoparsing
internal import IncidentExtraction
internal import IncidentModel
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// What reads bytes of strangers; `FUZZ_READER` names the one of this run.
enum Reader: String, CaseIterable {
  case text, markdown, html, feed, jsonl, json, geojson, features, incidents, wkb, wkt, gazetteer
  case index, lexicon, extract

  static let underTest: Reader = {
    let name = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? "html"
    guard let reader = Reader(rawValue: name) else {
      fatalError("FUZZ_READER is one of \(allCases.map(\.rawValue))")
    }
    return reader
  }()

  /// Reads an input; whatever it is, it is read or refused, and what is promised of results holds.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .text, .markdown, .html, .feed, .jsonl: reports(bytes)
    case .json: _ = try? JSONValue(parsing: bytes, path: "a.json")
    case .geojson: _ = try? GeoJSONReader.layer(from: bytes, path: "a.geojson")
    case .features: features(bytes)
    case .incidents: incidents(bytes)
    case .wkb: wkb(bytes)
    case .wkt: wkt(bytes)
    case .gazetteer: _ = try? Gazetteer(files: [("a.csv", bytes)])
    case .index: index(bytes)
    case .lexicon: _ = try? Lexicon(bytes, path: "xx.lexicon", language: "xx")
    case .extract: extract(bytes)
    }
  }

  private func reports(_ bytes: [UInt8]) {
    let outcomes = ReportReader.reports(
      in: bytes, path: "a", format: ReportFormat(rawValue: rawValue))
    for case .success(let report) in outcomes {
      expect(
        !report.text.isEmpty && report.sha256.utf8.count == 64, "a report has a text and a name")
      expect(report.text.utf8.count <= 4 * bytes.count + 64, "nothing is invented")
    }
  }

  private func features(_ bytes: [UInt8]) {
    var reader = GeoJSONFeatureReader.reading(bytes, path: "a.geojson")
    while let outcome = try? reader.next() {
      expect((outcome.feature == nil) == (outcome.problem != nil), "a feature, or what is wrong")
    }
  }

  /// A spreadsheet, or GeoJSON: what comes out could be stored.
  private func incidents(_ bytes: [UInt8]) {
    do {
      var reader = try IncidentFileReader.reading(bytes, path: "a")
      while let row = try reader.next() {
        expect(row.incident != nil || !row.problems.isEmpty, "a row that gives nothing says why")
        guard let incident = row.incident else { continue }
        expect(incident.id.utf8.count == 14, "an incident has an identifier")
        expect(incident.position?.isValid ?? true, "a position is on the globe")
        expect(incident.killed.best ?? 0 >= 0, "nobody is killed less than not at all")
      }
    } catch {
      // It is refused.
    }
  }

  private func wkb(_ bytes: [UInt8]) {
    guard let geometry = try? WKB.decode(bytes) else { return }
    expect((try? WKB.decode(WKB.encode(geometry))) != nil, "what was read can be written and read")
  }

  private func wkt(_ bytes: [UInt8]) {
    guard let geometry = try? WKT.decode(bytes) else { return }
    expect((try? WKT.decode(WKT.encode(geometry))) == geometry, "what is written is read again")
  }

  /// An index is a file; one that is damaged is refused, or answers less.
  private func index(_ bytes: [UInt8]) {
    let path = "/dev/shm/fuzz-\(ProcessInfo.processInfo.processIdentifier).gazetteer"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)),
      let index = try? GazetteerIndex(path: path)
    else { return }
    _ = index.isIntact()
    for name in ["Leposavić", "Zvecan", "Kosovo", "a"] {
      _ = index.placeNumbers(named: name)
      _ = index.similarKeys(to: name, edits: 1)
    }
    _ = Gazetteer([index]).place(PlaceID("xk:zvecan"))
  }

  private func extract(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.isEmpty, let extractor = Self.extractor else { return }
    let report = Report(sha256: Report.sha256(of: bytes), text: text)
    let read = extractor.read(report)
    let stored = Array(read.report.text.utf8)
    for mention in read.mentions {
      expect(mention.range.upperBound <= stored.count, "a mention lies in the text")
    }
    for claim in read.events.flatMap(\.claims) {
      expect(
        claim.range.upperBound <= stored.count
          && claim.quote.utf8.elementsEqual(stored[claim.range]), "a claim quotes the text")
    }
    _ = IncidentMerger().incidents(from: read.events, reports: [read.report])
  }

  /// Reads with the shipped words, and the names of the region.
  private static let extractor: IncidentExtractor? = {
    let data = ProcessInfo.processInfo.environment["INCIDENTMAP_DATA"] ?? "Data"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: data + "/lexicon")) ?? []
    let lexicons = names.filter { $0.hasSuffix(".lexicon") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(data)/lexicon/\(name)").flatMap {
        try? Lexicon(Array($0), path: name, language: String(name.dropLast(8)))
      }
    }
    guard let csv = FileManager.default.contents(atPath: data + "/gazetteer.csv"),
      let gazetteer = try? Gazetteer(files: [("gazetteer.csv", Array(csv))])
    else { return nil }
    return IncidentExtractor(
      geoparser: Geoparser(gazetteer: gazetteer, lexicons: Lexicons(lexicons)))
  }()
}
