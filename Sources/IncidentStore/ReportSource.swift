internal import GRDB
internal import IncidentModel

/// One way in which a report came: its file, its address, who published it when.
struct ReportSource: Equatable {
  var path: String?
  var externalID: String?
  var url: String?
  var publisher: String?
  var title: String?
  var publishedOn: String?
  var publishedBasis: String?

  static let columns = [
    "path", "external_id", "url", "publisher", "title", "published_on", "published_basis",
  ]

  init(_ report: Report) {
    path = report.path
    externalID = report.externalID
    url = report.url
    publisher = report.publisher
    title = report.title
    publishedOn = report.published?.date.description
    publishedBasis = report.published?.basis.rawValue
  }

  init(values: [DatabaseValue]) {
    let texts = values.map(String.fromDatabaseValue)
    (path, externalID, url, publisher) = (texts[0], texts[1], texts[2], texts[3])
    (title, publishedOn, publishedBasis) = (texts[4], texts[5], texts[6])
  }

  var values: [DatabaseValue] {
    [path, externalID, url, publisher, title, publishedOn, publishedBasis].map(\.stored)
  }

  /// Whether this is the other, read again: the same file, entry, address and publisher, and no
  /// other date in the input itself.
  func isRereading(of other: ReportSource) -> Bool { identity == other.identity }

  /// Which of several sources a report is known by, whatever came first: the earliest date, then the
  /// smallest address.
  static func precedes(_ a: ReportSource, _ b: ReportSource) -> Bool {
    a.rank.lexicographicallyPrecedes(b.rank)
  }

  var published: PublicationDate? {
    guard let date = publishedOn.flatMap({ CalendarDate($0) }),
      let basis = publishedBasis.flatMap(PublicationBasis.init)
    else { return nil }
    return PublicationDate(date: date, basis: basis)
  }

  private var identity: [String?] {
    let isInInput = publishedBasis == PublicationBasis.metadata.rawValue
    return [path, externalID, url, publisher, isInInput ? publishedOn : nil]
  }

  private var rank: [String] {
    [publishedOn, url, publisher, path, externalID, title, publishedBasis]
      .map { $0 ?? "\u{10FFFF}" }
  }
}
