import Foundation
import Testing

extension InABrowser {
  /// The page without a mouse.
  @Suite("the page by keyboard") struct KeyboardTests {
    let maps: RenderedMaps

    init() throws {
      maps = try BrowserSession.required().maps
    }

    @Test func `tab and arrows reach every incident on the map`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let symbols = try await page.value(
          "[...document.querySelectorAll('#incidents .incident')].map(symbol => symbol.id)"
        ).texts
        try await page.focus("#zoom-in")
        try await page.wait(for: "document.activeElement.id === 'zoom-in'")
        try await page.press("Tab", times: 2)
        #expect(try await page.holds("document.activeElement.matches('.incident')"))
        var reached: [String] = []
        for _ in symbols {
          reached.append(try await page.text("document.activeElement.id"))
          try await page.press("ArrowRight")
        }
        #expect(reached.sorted() == symbols.sorted())
        #expect(try await page.text("document.activeElement.id") == reached[0])
        try await page.press("End")
        #expect(try await page.text("document.activeElement.id") == reached.last)
        try await page.press("ArrowLeft")
        #expect(try await page.text("document.activeElement.id") == reached.dropLast().last)
      }
    }

    @Test func `enter opens the evidence with its quotes, and escape goes back`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        #expect(try await page.count("#evidence article") == 0)
        try await page.focus("#incidents .incident")
        let id = try await page.text("document.activeElement.id")
        #expect(try await page.count("#tip") == 1)
        try await page.press("Enter")
        #expect(try await page.text("document.activeElement.id") == "evidence-\(id)")
        #expect(try await page.count("#evidence article") == 1)
        #expect(try await page.count("#evidence blockquote") > 0)
        #expect(try await page.count("#evidence h3") > 0)
        #expect(try await page.holds("location.hash === '#evidence-\(id)'"))
        try await page.press("Escape")
        #expect(try await page.text("document.activeElement.id") == id)
        #expect(try await page.count("#evidence article") == 0)
        #expect(try await page.holds("location.hash === ''"))
        #expect(await page.complaints() == [])
      }
    }

    @Test func `the table lists every incident and opens it too`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let rows = try await page.value(
          "[...document.querySelectorAll('tbody tr')].map(row => row.dataset.incident)"
        ).texts
        let symbols = try await page.value(
          "[...document.querySelectorAll('#incidents .incident')].map(symbol => symbol.id)"
        ).texts
        #expect(Set(symbols).isSubset(of: rows) && Set(rows).count == rows.count)
        for row in rows.prefix(3) {
          try await page.focus("[data-incident='\(row)'] a")
          try await page.press("Enter")
          #expect(try await page.text("document.activeElement.id") == "evidence-\(row)")
          try await page.press("Escape")
          #expect(
            try await page.text("document.activeElement.getAttribute('href')") == "#evidence-\(row)"
          )
        }
      }
    }

    @Test func `the table is sorted by any column, either way`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let places =
          "[...document.querySelectorAll('tbody .place a')].map(link => link.textContent)"
        try await page.focus("th:nth-child(3) button")
        try await page.press("Enter")
        #expect(
          try await page.holds(
            "\(places).every((name, at, all) => !at || all[at - 1].localeCompare(name) <= 0)"))
        #expect(
          try await page.text("document.querySelector('th:nth-child(3)').ariaSort") == "ascending")
        try await page.press("Enter")
        #expect(
          try await page.holds(
            "\(places).every((name, at, all) => !at || all[at - 1].localeCompare(name) >= 0)"))
      }
    }

    @Test func `words are searched without regard to diacritics`() async throws {
      try await BrowserPage.open(maps.seeds) { page in
        let all = try await page.count("tbody tr")
        try await page.focus("#search")
        try await page.type("LEPOSAVIC")
        let found = try await page.count("tbody tr")
        #expect(found > 0 && found < all)
        #expect(
          try await page.holds(
            "[...document.querySelectorAll('tbody tr:not([hidden])')]"
              + ".every(row => row.textContent.includes('Leposavić'))"))
        #expect(try await page.count("#incidents .incident") <= found)
        #expect(
          try await page.text("document.getElementById('count').textContent")
            .hasPrefix("\(found) of \(all) "))
      }
    }

    @Test func `the map is zoomed and moved by keys, buttons and the wheel`() async throws {
      let zoom =
        "Number(getComputedStyle(document.getElementById('map-view'))"
        + ".getPropertyValue('--zoom'))"
      try await BrowserPage.open(maps.seeds) { page in
        try await page.focus(".incident-map")
        try await page.press("+", times: 2)
        #expect(abs(try await page.number(zoom) - 2.56) < 0.001)
        let before = try await page.text(
          "document.getElementById('map-view').getAttribute('transform')")
        try await page.press("ArrowRight")
        #expect(
          try await page.text("document.getElementById('map-view').getAttribute('transform')")
            != before)
        try await page.press("-")
        #expect(abs(try await page.number(zoom) - 1.6) < 0.001)
        try await page.press("0")
        #expect(try await page.number(zoom) == 1)
        try await page.click("#zoom-in")
        #expect(try await page.number(zoom) == 1.6)
        try await page.click("#zoom-reset")
        #expect(try await page.number(zoom) == 1)
        try await page.turnWheel(over: ".incident-map", by: -300)
        #expect(try await page.number(zoom) == 1)
        try await page.turnWheel(over: ".incident-map", by: -300, control: true)
        try await page.wait(for: "\(zoom) > 1.2")
        #expect(await page.complaints() == [])
      }
    }
  }
}
