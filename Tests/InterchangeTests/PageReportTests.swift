import IncidentModel
import Interchange
import NamedSeeds
import Testing

@Suite("Reports from web pages and Markdown")
struct PageReportTests {
  static let body =
    "<p>Police said that three people were hurt when two groups clashed in front of the town hall.</p>"

  func report(_ text: String, path: String = "page.html") throws -> RawReport {
    let outcomes = ReportReader.reports(in: Array(text.utf8), path: path)
    try #require(outcomes.count == 1)
    return try outcomes[0].get()
  }

  @Test func `a page gives its article and its origin`() throws {
    let html = """
      <html lang="sr_Latn"><head><title>Sukob | Glas</title>
      <meta property="og:site_name" content="Glas"><meta property="og:url" content="https://a.test/1">
      <meta property="article:published_time" content="2023-05-29T23:30:00+02:00"></head>
      <body><h1>Sukob</h1>\(Self.body)</body></html>
      """
    let report = try report(html)
    #expect(report.sha256 == Report.sha256(of: Array(html.utf8)))
    #expect(report.text.hasPrefix("Sukob\n\nPolice said") && report.title == "Sukob")
    #expect(report.publisher == "Glas" && report.url == "https://a.test/1")
    #expect(report.published == CalendarDate(year: 2023, month: 5, day: 29))
    #expect(report.language == nil && report.pageLanguage == "sr-Latn")
  }

  @Test func `linked data tells what the page's head does not`() throws {
    let report = try report(
      """
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "no", "url": "https://no.test"},
      {"@type": ["NewsArticle"], "headline": "Clash", "datePublished": "2023-05-29T10:00:00Z",
       "publisher": {"name": "Herald"}, "url": "https://a.test/2", "inLanguage": "en"}]}</script>
      <script type="application/ld+json">{broken</script>\(Self.body)
      """)
    #expect(report.title == "Clash" && report.publisher == "Herald")
    #expect(report.url == "https://a.test/2" && report.pageLanguage == "en")
    #expect(report.published == CalendarDate(year: 2023, month: 5, day: 29))
  }

  @Test(arguments: [
    "2023-05-29", "2023-05-29 10:00", "Mon, 29 May 2023 22:15:00 +0200", "29 May 23", "20230529",
    "20230529T101500Z", "29 May 2023 00:00 GMT",
  ])
  func `dates come in the forms of pages and feeds`(_ text: String) throws {
    let report = try report("<meta name=date content='\(text)'>" + Self.body)
    #expect(report.published == CalendarDate(year: 2023, month: 5, day: 29))
  }

  @Test(arguments: ["2023-02-30", "30 Feb 2023", "yesterday", "0000-00-00", "29.05.2023"])
  func `a date that is none is passed over with a notice`(_ text: String) throws {
    let report = try report("<meta name=date content='\(text)'>" + Self.body)
    #expect(
      report.published == nil
        && report.notices == ["the page's date of publication is passed over: it is no date"])
  }

  // "Leposavić" in windows-1250, ISO 8859-2 and UTF-8; "Лепосавић" in windows-1251.
  @Test(arguments: [
    ("<meta charset=windows-1250>", [0xE6] as [UInt8], "ć"),
    ("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-2'>", [0xE6], "ć"),
    ("<meta charset=windows-1251>", [0xC6, 0xE6], "Жж"),
    ("<meta charset='iso-8859-9'>", [0xF0], "ğ"),
    ("<meta charset='iso-8859-5'>", [0xB6], "Ж"), ("", [0xE9], "é"), ("", [0xC4, 0x87], "ć"),
    ("<meta charset=windows-1250>", [0xC4, 0x87], "ć"),
    ("<meta charset=utf-8>", [0xE6], "\u{FFFD}"),
  ])
  func `the encoding is the one the page says, or the one it is in`(
    _ head: String, _ letters: [UInt8], _ text: String
  ) throws {
    let html = Array("<html><head>\(head)</head><body>Clash in Leposavi".utf8) + letters
    let outcomes = ReportReader.reports(in: html, path: "page.htm")
    #expect(try outcomes.first?.get().text == "Clash in Leposavi" + text)
  }

  @Test func `an encoding without a table is refused`() {
    let html = Array("<meta charset=shift_jis>".utf8) + [0x83, 0x65]
    guard case .failure(let error)? = ReportReader.reports(in: html, path: "a.html").first else {
      Issue.record("it is read")
      return
    }
    #expect(error.kind == .notText && !error.description.contains("shift"))
  }

  @Test func `a line of JSON may hold a page`() throws {
    let outcomes = ReportReader.reports(
      in: Array(#"{"html":"<h1>Clash</h1><p>Two hurt &amp; one dead.</p>","title":"T"}"#.utf8),
      path: "a.jsonl")
    let report = try #require(try outcomes.first?.get())
    #expect(report.text == "Clash\n\nTwo hurt & one dead." && report.title == "T")
    #expect(
      report.sha256
        == Report.sha256(of: Array("<h1>Clash</h1><p>Two hurt &amp; one dead.</p>".utf8)))
  }

  @Test func `front matter says where a Markdown file comes from, and stays in its text`() throws {
    let text =
      "---\r\ntitle: \"Clash: two hurt\"\r\ndate: 2023-05-29\r\nlang: en\r\n---\r\n\r\nTwo **hurt**.\n"
    let report = try report(text, path: "a.md")
    #expect(Array(report.text.utf8) == Array(text.utf8))
    #expect(report.title == "Clash: two hurt" && report.language == "en")
    #expect(report.published == CalendarDate(year: 2023, month: 5, day: 29))
    #expect(try self.report("---\ntitle: x\n\nno end", path: "a.md").title == nil)
    #expect(try self.report("---\ndate: 2023-02-30\n---\nx", path: "a.md").notices.count == 1)
  }

  @Test(arguments: Seed.allCases)
  func `mutated pages give reports or errors`(_ seed: Seed) {
    let page = Array(
      """
      <!DOCTYPE html><html lang=en><head><meta charset="utf-8"><title>Clash &ndash; Herald</title>
      <script type="application/ld+json">{"@type": "Article", "datePublished": "2023-05-29"}</script>
      </head><body class="a b"><nav><a href="/">Home</a></nav><h1>Clash</h1>\(Self.body)
      <table><tr><td>1<td>2</table><ul><li>three &#x10D;<li>four</ul><!-- x --></body></html>
      """.utf8)
    let pieces = [
      "<", ">", "</div>", "<div class=ad>", "&#", "<script>", "<!--", "'", "charset=x", "\u{0}",
    ]
    var generator = seed.generator
    var read = 0
    for _ in 0..<1500 {
      let mutated = generator.mutation(of: page, pieces: pieces)
      for case .success(let report) in ReportReader.reports(in: mutated, path: "a.html") {
        read += 1
        #expect(!report.text.isEmpty && report.sha256.count == 64)
      }
    }
    #expect(read > 1000)
  }
}
