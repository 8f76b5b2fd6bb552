import IncidentModel
import NamedSeeds
import Testing

@testable import IncidentExtraction

@Suite("Damaged reports")
struct MutatedReportTests {
  private static let text = """
    Clash in Zvečan, 30 soldiers hurt
    29 May 2023

    Thirty KFOR soldiers and 52 protesters were injured in clashes in Zvečan on Monday, police said. \
    "We will stay," the mayor of Leposavić said on Tuesday.

    Read also: Floods in Peja kill two
    Police arrested about 1,500 people in Zubin Potok between 1 and 3 June. 2 comments
    """

  @Test(arguments: Seed.allCases)
  func `whatever a text says, its claims quote it`(_ seed: Seed) throws {
    let extractor = try Reading.extractor.get()
    let pieces = [
      "\n", ". ", "\u{301}", "000", "-", "Read also", "\n\nComments\n", " not ", "\u{FFFD}",
      "30 February",
      "10 km north of ", "ћ", "99999999999999999999999999999999 people were killed",
    ]
    var generator = seed.generator
    for _ in 0..<400 {
      let mutated = String(
        decoding: generator.mutation(of: Array(Self.text.utf8), pieces: pieces), as: UTF8.self)
      let read = extractor.read(Reading.report(mutated))
      let stored = Array(mutated.utf8)
      for claim in read.events.flatMap(\.claims) {
        #expect(claim.quote.utf8.elementsEqual(stored[claim.range]))
      }
      for mention in read.mentions { #expect(mention.range.upperBound <= stored.count) }
      let incidents = IncidentMerger().incidents(from: read.events, reports: [read.report])
      #expect(Set(incidents.map(\.incident.id)).count == incidents.count)
    }
  }
}
