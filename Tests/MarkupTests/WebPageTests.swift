import Markup
import NamedSeeds
import Testing

@Suite("The article of a web page")
struct WebPageTests {
  func page(_ html: String) -> WebPage { WebPage(Array(html.utf8)) }

  static let first =
    "Police said that three people were hurt when two groups clashed in front of the town hall."
  static let second =
    "The mayor called on all sides to leave the square, and a curfew was ordered until the morning."

  @Test func `an article is what stands between its headline and what follows it`() {
    let page = page(
      """
      <!DOCTYPE html><html lang="en-GB"><head><title>Three hurt in clash - The Herald</title>
      <script>var a = "<p>no text</p>";</script><style>p { color: red }</style></head>
      <body class="has-sidebar menu-open"><header><a href="/">The Herald</a><p>News since 1890</p></header>
      <nav><ul><li><a href="/a">Politics</a></li><li><a href="/b">Sport</a></li></ul></nav>
      <main><h1>Three hurt in clash</h1><p class="byline">By A. Writer</p>
      <div class="share-bar"><a href="#">Share</a> on <button>Mail</button></div>
      <div class="text"><p>\(Self.first)</p><!-- <p>a comment</p> -->
      <figure><img src="a.jpg"><figcaption>Photo: Agency</figcaption></figure>
      <h2>The night before</h2><p>\(Self.second)</p>
      <div class="related"><h3>Related</h3><p>\(Self.first) \(Self.second)</p></div></div>
      <h3>Read also</h3><ul><li><a href="/c">A fire in the port of another town</a> 1 May</li></ul>
      </main><div id="comments"><p>\(Self.first) I saw it all, and it was quite another thing.</p></div>
      <footer><p>\(Self.second) All rights reserved by the publisher of this page.</p></footer></body>
      """)
    #expect(
      page.text
        == """
        Three hurt in clash

        By A. Writer

        \(Self.first)

        The night before

        \(Self.second)
        """)
    #expect(page.title == "Three hurt in clash" && page.language == "en-GB")
  }

  @Test func `lists, table rows and line breaks are lines`() {
    let page = page(
      """
      <h1>Dead and injured</h1><p>\(Self.first)<br>By our own correspondent<br><br>A new paragraph</p>
      <ul><li>one dead in Mitrovica<li>two hurt in Zvečan</ul>
      <table><tr><th>Town<th>Hurt<tr><td>Leposavić<td>3</table>
      """)
    #expect(
      page.text
        == """
        Dead and injured

        \(Self.first)
        By our own correspondent

        A new paragraph

        one dead in Mitrovica

        two hurt in Zvečan

        Town | Hurt

        Leposavić | 3
        """)
  }

  @Test func `references stand for characters, and what is none for itself`() {
    let text = WebPage.text(
      ofFragment: Array(
        "<p>Zve&ccaron;an &amp; Mitrovic&euml; &#268;&#x10D;&#150; &copy 2023 &bogus; AT&T &#0; &lt;b&gt; so\u{AD}ft</p>"
          .utf8))
    #expect(text == "Zvečan & Mitrovicë Čč– © 2023 &bogus; AT&T \u{FFFD} <b> soft")
  }

  @Test func `what a page says of itself is kept as it is written`() {
    let page = page(
      """
      <html lang="sq"><head><title> A
      title </title><meta property="og:site_name" content="Gazeta &amp; Koha">
      <meta name="Date" content='2023-05-29'><link rel="canonical" href="https://a.test/1?a=1&copy=2">
      <script type="application/ld+json">{"datePublished": "2023-05-29"}</script></head>
      <body><p>\(Self.first)</p><time datetime="2023-05-30">yesterday</time>
      <time pubdate datetime="2023-05-29T10:00+02:00">then</time>
      """)
    #expect(page.metadata == ["og:site_name": "Gazeta & Koha", "date": "2023-05-29"])
    #expect(page.canonical == "https://a.test/1?a=1&copy=2" && page.title == "A title")
    #expect(page.time == "2023-05-29T10:00+02:00")
    #expect(page.linkedData == [#"{"datePublished": "2023-05-29"}"#])
    #expect(page.text.hasPrefix("A title\n\n\(Self.first)"))
  }

  @Test func `a page without an article is all its text`() {
    #expect(page("<nav><a href='/'>Home</a></nav>").text == "Home")
    #expect(page("three words only").text == "three words only")
    #expect(page("").text == "" && page("<script>x").text == "" && page("<").text == "<")
  }

  @Test func `a short article is one, and a page that is all debris is all its text`() {
    #expect(
      page("<p>Sign in</p><article><h1>Clash</h1><p>Two hurt.</p></article><p>Sign in</p>").text
        == "Clash\n\nTwo hurt.")
    #expect(
      page("<h1>Clash</h1><div class=widget>Two hurt.</div><nav>Home</nav>").text
        == "Clash\n\nTwo hurt.")
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000) + first + String(repeating: "</p>", count: 100_000),
    String(repeating: "<b><p>", count: 20_000) + first
      + String(repeating: "</div>", count: 20_000),
    "<p " + (0..<20_000).map { "a\($0)=1 " }.joined() + ">" + first,
    String(repeating: "<ul><li class=share>", count: 20_000) + first,
    String(repeating: "<!--", count: 100_000) + "-->" + first,
    String(repeating: "<", count: 100_000) + "p>" + first,
    String(repeating: "<table><tr><td>", count: 20_000) + first,
  ])
  func `no page is too deep, too long or too wide`(_ html: String) {
    #expect(page(html).text.contains(Self.first))
  }

  @Test(arguments: Seed.allCases)
  func `any bytes are some page`(_ seed: Seed) {
    var random = seed.generator
    let pieces = [
      "<p>", "</p>", "<div class='nav'>", "</div>", "<a href=x>", "<table>", "<td>", "<li>", "&amp",
      "&#x",
      "<script>", "</script", "<!--", "-->", "\"", "=", "<h1>", "<title>", "text ", Self.first, "<",
      ">", "/",
      "<br/>", "\u{AD}", "š", "<body>", "</html>", "<header>", "<svg><title>", "hidden", "<pre>\n",
    ]
    for _ in 0..<2000 {
      let html = (0..<Int.random(in: 0..<40, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let page = page(html)
      // Nothing is invented: every word comes from the page or its references.
      #expect(page.text.utf8.count <= 2 * html.utf8.count + 8)
    }
  }
}
