import IncidentModel
import NamedSeeds
import Testing

@testable import IncidentExtraction

@Suite("Copies of one text")
struct SyndicatedCopiesTests {
  static let agency = """
    Thirty soldiers of the mission were injured in clashes with protesters in Zvečan on Monday, the \
    mission's commander said in the evening. The soldiers had formed a cordon around the municipal \
    building since the early morning, when the new mayor was to take up office. Protesters threw stones, \
    bottles and stun grenades; the soldiers answered with tear gas. Several cars were set on fire. The \
    road through the town was closed until midnight, and schools remain shut for the rest of the week.
    """
  static let independent = """
    A hospital in northern Mitrovica says that 52 people asked for help on Monday evening, three of them \
    with serious wounds. Doctors told this newspaper that most had been hit by rubber bullets during the \
    clashes in front of the town hall of Zvečan. Two of them were operated during the night.
    """

  func copies(_ texts: String...) -> SyndicatedCopies {
    SyndicatedCopies(texts.enumerated().map { Self.report($1, $0) })
  }

  static func report(_ text: String, _ number: Int) -> Report {
    Report(
      sha256: "\(number)", publisher: "P\(number)",
      published: .init(date: .of("2023-05-29") + number, basis: .given), text: text)
  }

  @Test(arguments: [
    agency, "KFOR: THIRTY HURT\n\n" + agency, agency + "\n\nThe mayor will speak on Tuesday.",
    agency.replacing("Several cars were set on fire. ", with: ""),
    String(agency.prefix(300)) + " Read more on our site.", agency.uppercased(),
    agency.replacing("Zvečan", with: "Zvecan").replacing("thirty", with: "30"),
    "Our own reporter adds that shops were closed all day.\n\n" + agency.prefix(400),
  ])
  func `a copy is known with another headline, a cut end, words of its own`(_ text: String) {
    let copies = copies(Self.agency, Self.independent, text)
    #expect(copies.original(of: "2") == "0" && copies.original(of: "1") == "1")
    #expect(copies.publisher(of: "2") == "P0")
  }

  @Test func `a text that quotes another is none, nor are short ones of one pattern`() {
    let quoting = Self.independent + " " + Self.agency.prefix(120)
    #expect(copies(Self.agency, quoting).original(of: "1") == "1")
    let short = copies(
      "Thirty soldiers were injured in clashes with protesters in Zvečan on Monday.",
      "Twenty soldiers were injured in clashes with protesters in Zvečan on Monday.",
      "THIRTY soldiers were injured in clashes with protesters in Zvecan on Monday")
    #expect(short.original(of: "1") == "1" && short.original(of: "2") == "0")
  }

  // Sets of 4-word shingles: {1234 2345 3456} and {2345 3456 4567 5678}: 2 shared of 5.
  @Test func `resemblance and containment are those of the sets of shingles`() {
    let (first, second) = (TextSketch("1 2 3 4 5 6"), TextSketch("2 3 4 5 6 7 8"))
    #expect(first.resemblance(to: second) == 0.4 && second.resemblance(to: first) == 0.4)
    #expect(first.containment(with: second) == 2 / 3.0)
    #expect(TextSketch("1 2 3").containment(with: first) == 0)
    #expect(first.resemblance(to: TextSketch("1 2 3 4 5 6 3 4 5 6".lowercased())) > 0)
  }

  @Test(arguments: Seed.allCases)
  func `a sample tells what whole sets share`(_ seed: Seed) {
    var generator = seed.generator
    let words = (0..<6000).map { _ in "w\(Int.random(in: 0..<100_000, using: &generator))" }
    let whole = TextSketch(words.joined(separator: " "))
    for share in [0.1, 0.25, 0.5, 0.75, 0.9] {
      let own = (0..<Int(6000 * (1 - share))).map { "x\($0)" }
      let part = TextSketch((words.prefix(Int(6000 * share)) + own).joined(separator: " "))
      // The sample has 256 members: three standard errors are below 0.1.
      #expect(abs(whole.containment(with: part) - share) < 0.1)
    }
  }

  @Test(arguments: Seed.allCases)
  func `groups depend on the set of reports only`(_ seed: Seed) {
    var generator = seed.generator
    let sentences = (0..<40).map { text in
      (0..<12).map { "s\(text)w\($0)" }.joined(separator: " ") + "."
    }
    let reports = (0..<60).map { number in
      let start = Int.random(in: 0..<34, using: &generator)
      return Self.report(sentences[start..<start + 6].joined(separator: " "), number)
    }
    let expected = SyndicatedCopies(reports)
    for _ in 0..<5 {
      let shuffled = SyndicatedCopies(reports.shuffled(using: &generator))
      for report in reports {
        #expect(shuffled.original(of: report.sha256) == expected.original(of: report.sha256))
      }
    }
  }

  // MARK: - What follows for incidents

  @Test func `one text in ten papers is one publisher's word`() throws {
    let copies = (0..<10).map { number in
      Reading.report("Edition \(number)\n\n" + Self.agency, by: "Paper \(number)")
    }
    let other = Reading.report(
      "Forty soldiers were injured in clashes with protesters in Zvečan on Monday.", by: "Herald",
      on: "2023-06-02")
    let incident = try #require(
      try Reading.incidents(copies + [other]).first { $0.incident.reports == 11 })
    #expect(incident.incident.publishers == 2)
    // One voice for each figure: the later one counts.
    #expect(incident.incident.injured == Count(low: 30, best: 40, high: 40))
    #expect(
      incident.evidence.merges.contains {
        $0.why.hasSuffix("the same text: they count as one source")
      })
    let alone = try #require(
      try Reading.incidents([copies[0]]).first { $0.incident.injured.best == 30 })
    let many = try #require(try Reading.incidents(copies).first { $0.incident.injured.best == 30 })
    #expect(many.incident.confidence == alone.incident.confidence && many.incident.reports == 10)
  }
}
