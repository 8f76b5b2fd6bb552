import IncidentModel
import Testing

@testable import IncidentExtraction

@Suite("Reports that are copies of one another")
struct ReportCopiesTests {
  private static let text = """
    Protesters clashed with police in the north on Monday evening after the mayor entered the
    building. Four officers were injured and two people were detained, the police said.
    """

  private func report(_ text: String) -> Report {
    Report(sha256: Report.sha256(of: Array(text.utf8)), text: text)
  }

  private func areCopies(_ a: String, _ b: String) -> Bool {
    let reports = [report(a), report(b)]
    let copies = ReportCopies(reports)
    let reversed = ReportCopies(reports.reversed())
    for report in reports {
      #expect(copies.original(of: report.sha256) == reversed.original(of: report.sha256))
    }
    return copies.original(of: reports[0].sha256) == copies.original(of: reports[1].sha256)
  }

  @Test func `a headline, case and accents make no other report`() {
    #expect(areCopies(Self.text, "UNREST\n" + Self.text))
    #expect(areCopies(Self.text, Self.text.uppercased() + " More soon."))
  }

  @Test func `another text about the same is no copy`() {
    #expect(
      !areCopies(
        Self.text,
        """
        Four police officers were injured and two people detained on Monday evening when protesters
        clashed with police in the north, after a mayor had entered the building, officials said.
        """))
  }

  @Test func `short texts are copies only where they are the same`() {
    #expect(!areCopies("Calm returns.", "Calm returns to the north."))
    #expect(areCopies("Calm returns!", "calm returns"))
    #expect(!areCopies("", "Calm returns."))
  }
}
