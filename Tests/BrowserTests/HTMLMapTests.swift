import Foundation
import Testing

extension InABrowser {
  /// The one-file page: what a reader does with it, by mouse and by keyboard.
  @Suite("the page") struct HTMLMapTests {
    let maps: RenderedMaps

    init() throws {
      maps = try BrowserSession.required().maps
    }

    @Test func `asks nothing of any network, and its console stays silent`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        for id in ["zoom-in", "zoom-out", "zoom-reset", "play"] { try await page.click("#\(id)") }
        #expect(await page.requests() == [maps.seeds.absoluteString])
        #expect(await page.complaints() == [])
      }
    }

    @Test func `runs no script but its own, and lets nobody load anything`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        _ = try await page.value(
          """
          var refused = [];
          addEventListener("securitypolicyviolation", function (event) {
            refused.push(event.effectiveDirective);
          });
          var script = document.createElement("script");
          script.textContent = "window.intruded = true";
          document.body.append(script);
          document.body.setAttribute("onclick", "window.intruded = true");
          document.body.click();
          new Image().src = "https://example.org/a.png";
          fetch("https://example.org/b").catch(function () {});
          var style = document.createElement("style");
          style.textContent = "body { display: none; }";
          document.body.append(style);
          """)
        try await page.wait(for: "refused.length >= 5")
        #expect(
          try await page.value("refused.sort()").texts == [
            "connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-elem",
          ])
        #expect(try await !page.holds("window.intruded"))
        #expect(await page.requests() == [maps.seeds.absoluteString])
      }
    }

    @Test func `the slider shows the incidents of its days alone`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let all = try await page.count("tbody tr")
        let symbols = try await page.count("g.incident[id]")
        #expect(all > 5 && symbols > 5)
        try await page.focus("#until")
        try await page.press("Home")
        let first = try await page.count("tbody tr")
        #expect(first > 0 && first < all)
        #expect(try await page.count("g.incident[id]") < symbols)
        #expect(
          try await page.text("document.getElementById('count').textContent")
            .hasPrefix("\(first) of \(all) "))
        try await page.press("ArrowRight", times: 2)
        #expect(try await page.holds("+until.value === +until.min + 2"))
        try await page.press("End")
        #expect(try await page.count("tbody tr") == all)
        #expect(try await page.count("g.incident[id]") == symbols)
      }
    }

    @Test func `says how many incidents the map cannot show`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let all = try await page.count("tbody tr")
        let drawn = try await page.number(
          """
          [...document.querySelectorAll("#map-view [role=button]")].reduce((sum, mark) =>
            sum + Number((mark.ariaLabel.match(/([0-9]+) incidents?: /) || [0, 1])[1]), 0)
          """)
        #expect(drawn > 5 && Int(drawn) < all)
        #expect(
          try await page.text("document.getElementById('count').textContent")
            == "\(all) of \(all) incidents, \(Int(drawn)) on the map")
      }
    }

    @Test func `time plays from its start to its end, and stops when told`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let all = try await page.count("tbody tr")
        try await page.click("#play")
        try await page.wait(for: "+until.value < +until.max && play.textContent !== 'Play'")
        #expect(try await page.count("tbody tr") < all)
        try await page.click("#play")
        #expect(try await page.text("play.textContent") == "Play")
        let stopped = try await page.number("+until.value")
        try await Task.sleep(for: .milliseconds(400))
        #expect(try await page.number("+until.value") == stopped)
        try await page.focus("#until")
        try await page.press("End")
        try await page.press("ArrowLeft", times: 5)
        try await page.click("#play")
        try await page.wait(for: "+until.value === +until.max && play.textContent === 'Play'")
        #expect(try await page.count("tbody tr") == all)
      }
    }

    @Test func `a type that is switched off disappears everywhere`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let all = try await page.count("tbody tr")
        let type = try await page.text("document.querySelector('[name=type]').dataset.name")
        try await page.focus("[name=type]")
        try await page.press("Space")
        let rest = try await page.value(
          "[...document.querySelectorAll('tbody tr:not([hidden]) .type')]"
            + ".map(cell => cell.textContent)"
        ).texts
        #expect(rest.count == (try await page.count("tbody tr")) && rest.count < all)
        #expect(!rest.contains(type))
        try await page.press("Space")
        #expect(try await page.count("tbody tr") == all)
      }
    }

    @Test(arguments: [("light", 600.0...765), ("dark", 0...150)])
    func `follows the reader's system into the dark`(
      scheme: String, brightness: ClosedRange<Double>
    ) async throws {
      let media = ["prefers-color-scheme": scheme]
      try await BrowserPage.open(maps.seeds, media: media) { page in
        let sums = try await page.value(
          """
          [getComputedStyle(document.body).backgroundColor,
            getComputedStyle(document.querySelector(".paper")).fill,
            getComputedStyle(document.querySelector(".land")).fill].map(function (color) {
              return color.match(/[0-9]+/g).map(Number).reduce(function (a, b) { return a + b; });
            })
          """
        ).elements.compactMap(\.number)
        #expect(sums.count == 3 && sums.allSatisfy(brightness.contains))
      }
    }

    @Test func `fits a phone's width`() async throws {
      try await BrowserPage.open(maps.seeds, width: 390, height: 800) { page in
        let widths = try await page.value("[document.documentElement.scrollWidth, innerWidth]")
        #expect(widths == [390, 390])
      }
    }

    @Test func `every control has a name`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let parts = try await page.accessibleParts()
        let controls = parts.filter {
          ["button", "checkbox", "slider", "link", "searchbox", "textbox", "combobox"]
            .contains($0.role)
        }
        #expect(controls.count > 20)
        #expect(controls.filter(\.name.isEmpty).map(\.role) == [])
      }
    }

    @Test func `prints the map on one page, and all that it rests on when asked to`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let pages = PrintedPages(try await page.printed())
        #expect(pages.count == 1)
        try await page.click("#print-all")
        let all = PrintedPages(try await page.printed())
        #expect(all.count > 3)
      }
    }
  }
}
