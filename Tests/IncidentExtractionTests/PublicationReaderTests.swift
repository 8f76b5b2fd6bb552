import Geoparsing
import IncidentModel
import Testing

@testable import IncidentExtraction

/// The head of a report, and the day it says it was published.
struct Head: Sendable, CustomTestStringConvertible {
  var language: String
  var text: String
  var published: String

  init(_ language: String, _ text: String, _ published: String) {
    (self.language, self.text, self.published) = (language, text, published)
  }

  var testDescription: String { "\(language): \(text.prefix(40))" }
}

@Suite("The day of publication in a report's head")
struct PublicationReaderTests {
  private static let body = """


    Police said on Monday that two men were detained near the bridge in the old town of the city.
    """

  private func finding(_ head: Head) throws -> PublicationReader.Finding {
    let lexicon = try Reading.lexicon(head.language)
    let structure = TextStructure(Array((head.text + Self.body).utf8), lexicon: lexicon)
    let dates = DateReader(lexicon: lexicon, structure: structure)
    return PublicationReader(structure: structure, lexicon: lexicon, dates: dates).finding(
      isKnown: false)
  }

  @Test(arguments: [
    Head("en", "Clashes in the north\nPublished: 12 May 2024", "2024-05-12 header"),
    Head("en", "Clashes in the north\nPosted on May 12, 2024 by Staff", "2024-05-12 header"),
    Head(
      "en", "Clashes in the north\nBy A. Writer | Published 12 May 2024, 14:30",
      "2024-05-12 header"),
    Head(
      "en", "Clashes in the north\nUpdated: 13 May 2024\nPublished: 12 May 2024",
      "2024-05-12 header"),
    Head("en", "Clashes in the north\nLast updated: 13 May 2024", "2024-05-13 header"),
    Head("en", "12 May 2024, 14:30", "2024-05-12 header"),
    Head("en", "2024-05-12T14:30:00+02:00", "2024-05-12 header"),
    Head("en", "GOMA, 14 March 2024 (AFP) - Two men were detained.", "2024-03-14 dateline"),
    Head(
      "en", "LAGOS, Nigeria, May 12, 2024 (AP) — Two men were detained.",
      "2024-05-12 dateline"),
    Head("de", "Zusammenstöße im Norden\nVeröffentlicht am 12. Mai 2024", "2024-05-12 header"),
    Head("de", "Zusammenstöße im Norden\n12.05.2024", "2024-05-12 header"),
    Head("de", "BERLIN, 12. Mai 2024 – Zwei Männer wurden festgenommen.", "2024-05-12 dateline"),
    Head("fr", "Heurts dans le nord\nPublié le 12/05/2024 à 14h30", "2024-05-12 header"),
    Head("fr", "Bamako, le 3 septembre 2023.", "2023-09-03 dateline"),
    Head("es", "Choques en el norte\nPublicado el 12 de mayo de 2024", "2024-05-12 header"),
    Head("es", "BOGOTÁ, 12 de mayo de 2024 (EFE) - Dos detenidos.", "2024-05-12 dateline"),
    Head("sq", "Përleshje në veri\nPublikuar më 12 maj 2024", "2024-05-12 header"),
    Head("sq", "PRISHTINË, 3 qershor 2024 - Dy të arrestuar.", "2024-06-03 dateline"),
    Head("sr", "Sukobi na severu\nObjavljeno: 12.05.2024.", "2024-05-12 header"),
    Head("sr", "Priština, 12. maj 2024. - Dvojica uhapšenih.", "2024-05-12 dateline"),
    Head("sr", "Приштина, 12. мај 2024. - Двојица ухапшених.", "2024-05-12 dateline"),
    Head("mk", "Судири на север\nОбјавено: 12.05.2024", "2024-05-12 header"),
    Head("tr", "Kuzeyde çatışma\nYayınlanma tarihi: 12.05.2024", "2024-05-12 header"),
    Head("tr", "Kuzeyde çatışma\nGüncelleme: 13 Mayıs 2024", "2024-05-13 header"),
  ])
  func `a header or a dateline dates the report`(_ head: Head) throws {
    let date = try #require(try finding(head).date)
    #expect("\(date.date) \(date.basis.rawValue)" == head.published)
  }

  @Test(arguments: [
    "Clashes in the north", "A report published on 12 May 2024 by the mission says otherwise.",
    "In 2008 the country declared its independence.", "On May 12 the road was closed.",
    "A clash broke out in Peja on 6 January 2023.",
  ])
  func `a date inside a sentence is no header`(_ text: String) throws {
    let finding = try finding(Head("en", text, ""))
    #expect(finding.words == nil && finding.date.map { $0.basis == .text } ?? true)
  }

  @Test func `of numbers that may be either only the year is known`() throws {
    let finding = try finding(Head("en", "Published: 05/12/2024", ""))
    #expect(finding.date == nil)
    #expect(finding.year == 2024)
  }

  @Test func `a dateline without a year takes that of the latest full date`() throws {
    let head = "PRISHTINË, 3 qershor - Dy të arrestuar. Protesta ishte më 2 qershor 2023."
    #expect(try finding(Head("sq", head, "")).date?.date == .of("2023-06-03"))
    let turn = "PRISHTINË, 3 janar - Dy të arrestuar. Protesta ishte më 30 dhjetor 2023."
    #expect(try finding(Head("sq", turn, "")).date?.date == .of("2024-01-03"))
    #expect(try finding(Head("sq", "PRISHTINË, 3 qershor - Dy të arrestuar.", "")).date == nil)
  }
}
