import IncidentModel
import Interchange
import NamedSeeds
import Testing

@Suite("Reports from feeds")
struct FeedReportsTests {
  func outcomes(_ text: String, path: String = "feed.xml") -> [ReportReader.Outcome] {
    ReportReader.reports(in: Array(text.utf8), path: path)
  }

  func reports(_ text: String) throws -> [RawReport] { try outcomes(text).map { try $0.get() } }

  @Test func `an RSS feed has an item a report`() throws {
    let reports = try reports(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>The Herald</title><link>https://a.test</link><language>en-gb</language>
      <image><title>Logo</title></image>
      <item><title>Clash &amp;amp; fire in Zve&#269;an</title><link>https://a.test/1</link>
      <guid isPermaLink="false">n-1</guid><pubDate>Mon, 29 May 2023 22:15:00 +0200</pubDate>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>Two were <b>hurt</b>.</p><p>One died.</p>]]></content:encoded></item>
      <item><title>Second</title><description>&lt;p&gt;Three &amp;lt;dead&amp;gt;&lt;/p&gt;</description>
      <pubDate>30 Feb 2023</pubDate><source url="https://b.test">Agency</source></item>
      </channel></rss>
      """)
    #expect(
      reports.map(\.text) == [
        "Clash & fire in Zvečan\n\nTwo were hurt.\n\nOne died.", "Second\n\nThree <dead>",
      ])
    #expect(reports.map(\.publisher) == ["The Herald", "Agency"])
    #expect(reports[0].url == "https://a.test/1" && reports[0].externalID == "n-1")
    #expect(reports[0].title == "Clash & fire in Zvečan" && reports[0].pageLanguage == "en-gb")
    #expect(reports[0].published == CalendarDate(year: 2023, month: 5, day: 29))
    #expect(reports.map(\.line) == [5, 9])
    #expect(
      reports[1].published == nil
        && reports[1].notices == ["the date of the item on line 9 is passed over: it is none"])
    #expect(
      reports[0].sha256
        == Report.sha256(
          of: Array("Clash & fire in Zvečan\n<p>Two were <b>hurt</b>.</p><p>One died.</p>".utf8)))
  }

  @Test func `an Atom feed has an entry a report`() throws {
    let reports = try reports(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sq"><title>Koha</title>
      <entry><title type="html">A &lt;b&gt;clash&lt;/b&gt;</title><id>tag:a.test,2023:1</id>
      <link rel="self" href="https://a.test/self"/><link href="https://a.test/1"/>
      <updated>2023-05-30T01:00:00Z</updated><published>2023-05-29T10:00:00Z</published>
      <author><name>B. Writer</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
      </entry><entry><title>Plain &lt; text</title><summary>5 &lt; 6</summary></entry></feed>
      """)
    #expect(reports.map(\.text) == ["A clash\n\nOne.\n\nTwo.", "Plain < text\n\n5 < 6"])
    #expect(reports[0].url == "https://a.test/1" && reports[0].externalID == "tag:a.test,2023:1")
    #expect(reports[0].published == CalendarDate(year: 2023, month: 5, day: 29))
    #expect(reports[0].publisher == "Koha" && reports[0].pageLanguage == "sq")
  }

  @Test func `an RDF feed has an item a report`() throws {
    let reports = try reports(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="https://a.test"><title>Glas</title><items><rdf:Seq>
      <rdf:li resource="https://a.test/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://a.test/1"><title>Sukob</title><link>https://a.test/1</link>
      <dc:date>2023-05-29T10:00+02:00</dc:date><description>Troje povređeno.</description></item></rdf:RDF>
      """)
    #expect(reports.map(\.text) == ["Sukob\n\nTroje povređeno."])
    #expect(reports[0].published == CalendarDate(year: 2023, month: 5, day: 29))
  }

  @Test(arguments: [
    "<item><title>Unclosed <description>text", "<item><title>Unclosed</item>",
    "<item><description><![CDATA[ no end </description></item>", "<item><!-- no end </item>",
    "<item><title a=\"no end>x</title></item>", "<item></item>", "<item>&bogus; & < ></item>",
    "<item><description><p>One<b>two</p></div></description></item>", "</item></item>",
  ])
  func `a broken item harms itself only`(_ broken: String) {
    let good = "<item><title>Good</title><description>Two were hurt.</description></item>"
    let found = outcomes("<rss><channel><title>F</title>\(good)\(broken)\(good)</channel></rss>")
      .compactMap { try? $0.get() }
    #expect(found.filter { $0.text == "Good\n\nTwo were hurt." }.count == 2)
  }

  @Test func `an item without a text is an error of its line`() {
    let outcomes = outcomes(
      "<rss><channel>\n<item><guid>1</guid></item>\n<item><title>x</title></item>")
    #expect(outcomes.count == 2)
    guard case .failure(let error)? = outcomes.first else {
      Issue.record("it is read")
      return
    }
    #expect(error.description == "feed.xml:2: the item has neither a text nor a title")
  }

  @Test func `what is no feed, or an empty one, is refused`() {
    for (text, kind) in [
      ("<html><p>x</p></html>", ReportInputError.Kind.malformed), ("", .malformed),
      ("<kml><Placemark/></kml>", .malformed), ("<rss><channel></channel></rss>", .empty),
    ] {
      guard case .failure(let error)? = outcomes(text).first else {
        Issue.record("it is read")
        continue
      }
      #expect(error.kind == kind)
    }
  }

  @Test func `entities of a document type are never expanded`() throws {
    let reports = try reports(
      """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&b; &c; x</title></item></channel></rss>
      """)
    #expect(reports.map(\.text) == ["&b; &c; x"])
  }

  @Test(arguments: Seed.allCases)
  func `mutated feeds give reports or errors`(_ seed: Seed) {
    let feed = Array(
      """
      <rss><channel><title>F</title><item><title>A &amp; b</title><pubDate>Mon, 29 May 2023</pubDate>
      <content:encoded><![CDATA[<p>Two <b>hurt</b> in town</p>]]></content:encoded></item>
      <item><description>&lt;p&gt;Three</description></item></channel></rss>
      """.utf8)
    var generator = seed.generator
    var read = 0
    for _ in 0..<1000 {
      for outcome in ReportReader.reports(in: generator.mutation(of: feed), path: "a.rss") {
        if case .success(let report) = outcome {
          read += 1
          #expect(!report.text.isEmpty && report.sha256.count == 64)
        }
      }
    }
    #expect(read > 500)
  }
}
