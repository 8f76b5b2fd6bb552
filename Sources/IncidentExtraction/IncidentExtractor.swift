public import Geoparsing
public import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Reads one report: its language and date, its places, and the events it tells of.
///
/// A pure function of the text, what is known about it, the gazetteer and the lexicons; reports can be
/// read in any order and at the same time.
public struct IncidentExtractor: Sendable {
  /// The reader of places.
  public let geoparser: Geoparser

  /// Makes a reader.
  public init(geoparser: Geoparser) {
    self.geoparser = geoparser
  }

  /// Reads a report; its language and date are found where it does not give them.
  public func read(_ report: Report) -> ReadReport {
    var report = report
    let bytes = Array(report.text.utf8)
    let words = FoldedText(bytes)
    if report.language == "und" {
      report.language = geoparser.lexicons.language(of: words, bytes: bytes)
    }
    let lexicon = geoparser.lexicons.lexicon(for: report.language)
    var structure = TextStructure(bytes, words: words, lexicon: lexicon)
    let passages = geoparser.lexicons.passages(in: structure, besides: report.language)
    structure.excludeOtherLanguages(passages.flatMap(\.ranges), isWithin: true)
    let others = passages.map { passage in
      let lexicon = geoparser.lexicons.lexicon(for: passage.language)
      return (passage, lexicon, TextStructure(bytes, words: words, lexicon: lexicon))
    }
    let address = report.url ?? report.publisher
    let country = address.flatMap { PublisherCountry.code(of: $0) }
    let isKnown = report.published != nil
    let header = Self.header(
      [(lexicon, structure)] + others.map { ($0.1, $0.2) }, publishedIn: country, isKnown: isKnown)
    report.published = report.published ?? header.date
    report.title = report.title ?? Self.title(of: structure, after: header.words)
    var read = part(
      of: report, structure: structure, lexicon: lexicon, publishedIn: country, header: header)
    for (passage, lexicon, structure) in others {
      var structure = structure
      structure.excludeOtherLanguages(passage.ranges, isWithin: false)
      let own = part(
        of: report, structure: structure, lexicon: lexicon, publishedIn: country,
        header: PublicationReader.Finding(year: header.year))
      read.mentions += own.mentions
      read.events += own.events
      read.dropped += own.dropped
    }
    if !passages.isEmpty {
      read.mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
      read.events.sort { $0.key < $1.key }
      read.dropped.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return read
  }

  /// What the text says of its publication, in its own language or else in one that it has passages in.
  private static func header(
    _ readings: [(lexicon: Lexicon, structure: TextStructure)], publishedIn country: String?,
    isKnown: Bool
  ) -> PublicationReader.Finding {
    let findings = readings.map { lexicon, structure in
      let dates = DateReader(
        lexicon: lexicon, structure: structure,
        order: orderOfDays(lexicon, publishedIn: country))
      return PublicationReader(structure: structure, lexicon: lexicon, dates: dates)
        .finding(isKnown: isKnown)
    }
    return findings.first { $0.words != nil } ?? findings.first { $0.date != nil }
      ?? PublicationReader.Finding()
  }

  /// What the paragraphs in one language tell.
  private func part(
    of report: Report, structure: TextStructure, lexicon: Lexicon, publishedIn country: String?,
    header: PublicationReader.Finding
  ) -> ReadReport {
    let order = Self.orderOfDays(lexicon, publishedIn: country)
    let mentions = geoparser.mentions(in: structure, lexicon: lexicon, publishedIn: country)
      .filter { mention in
        structure.sentence(holding: mention.words.lowerBound).map {
          structure.sentences[$0].exclusion != TextStructure.inAnotherLanguage
        } ?? true
      }
      .map { Self.mention($0, withDateline: header.dateline) }
    let attributions = AttributionReader(structure: structure, lexicon: lexicon).attributions()
    let reading = EventReader(
      structure: structure, lexicon: lexicon, mentions: mentions,
      lands: LandReader(gazetteer: geoparser.gazetteer, text: structure.text),
      header: header.words, year: report.published?.date.year ?? header.year, order: order
    ).reading(attributions: attributions)
    let builder = EventBuilder(
      structure: structure, report: report, year: header.year, attributions: attributions,
      countries: lexicon.countries,
      forces: ForeignForces(structure: structure, lexicon: lexicon))
    let built = Self.withoutPast(
      reading.drafts.map { ($0, builder.events(from: $0)) }, publishedOn: report.published?.date)
    let otherTimes = built.filter(\.1.isEmpty).map(\.0)
    return ReadReport(
      report: report, mentions: mentions.map(\.mention),
      events: built.flatMap(\.1).sorted { $0.key < $1.key },
      dropped: builder.dropped(reading.dropped, otherTimes: otherTimes))
  }

  /// The events of each draft; none where it lies months before a report that has news to tell.
  private static func withoutPast(
    _ built: [(draft: EventDraft, events: [Event])], publishedOn published: CalendarDate?
  ) -> [(EventDraft, [Event])] {
    guard let published else { return built }
    let days = built.flatMap(\.events).compactMap(\.when?.span).filter { $0.precision == .day }
    guard days.contains(where: { $0.end > published - newsDays }) else { return built }
    return built.map { draft, events in
      let isPast = events.contains { event in
        event.when?.isOngoing != true
          && event.when?.span.map { $0.end < published - backgroundDays } ?? false
      }
      return (draft, isPast ? [] : events)
    }
  }

  private static let newsDays = 14
  private static let backgroundDays = 60

  /// A mention, as the place a report was written in where it stands in the dateline.
  private static func mention(
    _ mention: Geoparser.LocatedMention, withDateline dateline: Range<Int>?
  ) -> Geoparser.LocatedMention {
    guard let dateline, dateline.contains(mention.words.lowerBound),
      mention.mention.role.isLocative || mention.mention.role == .metonym
    else { return mention }
    var mention = mention
    mention.mention.role = .dateline
    mention.mention.roleReason = "opens the report"
    return mention
  }

  /// Which of two numbers in a date comes first: as in the publisher's country, else as in the language.
  private static func orderOfDays(
    _ lexicon: Lexicon, publishedIn country: String?
  ) -> Lexicon.DayOrder? {
    guard let country else { return lexicon.ordersOfDays["any"] }
    return lexicon.ordersOfDays[country] ?? lexicon.ordersOfDays["any"] ?? .dayFirst
  }

  /// The first line, where it is a heading.
  private static func title(of structure: TextStructure, after header: Range<Int>?) -> String? {
    guard let first = structure.sentences.first(where: { $0.exclusion == nil }), first.isHeading,
      first.words.count <= 30,
      !(header?.overlaps(first.words) ?? false)
    else { return nil }
    return structure.quote(first.words)
  }
}

extension IncidentExtractor {
  /// Reads reports, several at a time; the results are in the reports' order.
  ///
  /// - Parameters:
  ///   - reports: The reports.
  ///   - jobs: How many are read at once, 1 or more.
  /// - Returns: One result a report, the same for every number of jobs.
  /// - Throws: `CancellationError` where the task is cancelled.
  public func read(_ reports: ArraySlice<Report>, jobs: Int) async throws -> [ReadReport] {
    var rest = reports
    var read: [ReadReport] = []
    try await OrderedWork(jobs: jobs).run(
      next: { rest.popFirst() }, work: { self.read($0) }, deliver: { read.append($0) })
    return read
  }
}
