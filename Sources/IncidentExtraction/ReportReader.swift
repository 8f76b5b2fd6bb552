public import Geoparsing
public import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Reads one report: its language and date, its places, and the events it tells of.
///
/// A pure function of the text, what is known about it, the gazetteer and the lexicons; reports can be
/// read in any order and at the same time.
public struct ReportReader: Sendable {
  /// The reader of places.
  public let geoparser: Geoparser

  /// Makes a reader.
  public init(geoparser: Geoparser) {
    self.geoparser = geoparser
  }

  /// Reads a report; its language and date are found where it does not give them.
  public func read(_ report: Report) -> ReadReport {
    var report = report
    if report.language == "und" { report.language = geoparser.lexicons.language(of: report.text) }
    let lexicon = geoparser.lexicons.lexicon(for: report.language)
    let structure = TextStructure(Array(report.text.utf8), lexicon: lexicon)
    let dates = DateReader(lexicon: lexicon, structure: structure)
    let header = PublicationReader(structure: structure, dates: dates).finding()
    report.published = report.published ?? header?.date
    report.title = report.title ?? Self.title(of: structure, after: header?.words)
    let mentions = geoparser.mentions(in: structure, lexicon: lexicon)
    let drafts = EventReader(
      structure: structure, lexicon: lexicon, mentions: mentions, header: header?.words
    ).drafts()
    let events = drafts.flatMap { draft in
      EventBuilder(structure: structure, report: report).events(from: draft)
    }
    return ReadReport(
      report: report, mentions: mentions.map(\.mention), events: events.sorted { $0.key < $1.key })
  }

  /// The first line, where it is a heading.
  private static func title(of structure: TextStructure, after header: Range<Int>?) -> String? {
    guard let first = structure.sentences.first, first.isHeading, first.words.count <= 30,
      !(header?.overlaps(first.words) ?? false)
    else { return nil }
    return structure.quote(first.words)
  }
}
