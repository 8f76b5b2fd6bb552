import Foundation
import Testing

extension InABrowser {
  /// A page of more incidents than it lists, where hexagons stand for many.
  @Suite("a page of many incidents") struct DenseMapTests {
    let dense: URL

    init() throws {
      dense = try BrowserSession.required().maps.dense
    }

    /// The incidents that the hexagons and discs say they stand for, and those of symbols.
    private static let sum = """
      [...document.querySelectorAll("#map-view [role=button]:not(.filtered)")].reduce((sum, mark) => {
        const words = mark.getAttribute("aria-label").replaceAll(",", "");
        return sum + Number((words.match(/([0-9]+) incidents?:/) || [0, 1])[1]);
      }, 0)
      """
    /// The number of incidents that are shown, as the page says.
    private static let said =
      "parseInt(document.getElementById('count').textContent.replaceAll(',', ''))"

    @Test func `hexagons are counted anew with every choice`() async throws {
      try await BrowserPage.open(dense) { page in
        #expect(try await page.count("#bins [role=button]") > 100)
        #expect(try await page.number(Self.said) == 3_000)
        #expect(try await page.number(Self.sum) == 3_000)
        try await page.focus("#until")
        try await page.press("Home")
        try await page.press("ArrowRight", times: 2)
        #expect(try await page.number(Self.said) == 30)
        #expect(try await page.number(Self.sum) == 30)
        try await page.focus("[name=type]")
        try await page.press("Space")
        #expect(try await page.number(Self.said) == 20)
        #expect(try await page.number(Self.sum) == 20)
        try await page.press("Space")
        try await page.focus("#until")
        try await page.press("End")
        #expect(try await page.number(Self.sum) == 3_000)
        #expect(await page.complaints() == [])
      }
    }

    /// The hexagons that are shown and whose colour is that of the legend for the number in their
    /// label, and those whose is another one.
    private static let colors = """
      (() => {
        const classes = [...document.querySelectorAll("#legend path[class^=shade-]")].map(sign => ({
          color: sign.getAttribute("fill"),
          range: sign.nextElementSibling.textContent.replaceAll(",", "").split("–").map(Number),
        }));
        const right = [0, 0];
        for (const bin of document.querySelectorAll("#bins .bin:not(.filtered)")) {
          const value = Number(bin.ariaLabel.replaceAll(",", "").match(/^People killed ([0-9]+) · /)[1]);
          const { color } = classes
            .find(({ range }) => range[0] <= value && value <= range[range.length - 1]);
          right[bin.querySelector("path").getAttribute("fill") === color ? 0 : 1] += 1;
        }
        return right;
      })()
      """

    @Test func `hexagons keep to the legend's colours, whatever is chosen`() async throws {
      let measured = try BrowserSession.required().maps.measured
      try await BrowserPage.open(measured) { page in
        let all = try await page.value(Self.colors).elements.compactMap(\.number)
        #expect(all.count == 2 && all[0] > 100 && all[1] == 0)
        try await page.focus("#until")
        for days in [2, 60] {
          try await page.press("Home")
          try await page.press("ArrowRight", times: days)
          let some = try await page.value(Self.colors).elements.compactMap(\.number)
          #expect(some.count == 2 && some[0] > 10 && some[0] < all[0] && some[1] == 0)
        }
        #expect(await page.complaints() == [])
      }
    }

    @Test func `a hexagon leads to its incidents and back, by keyboard`() async throws {
      try await BrowserPage.open(dense) { page in
        // The latest of the incidents are listed; one hexagon that holds some of them is enough.
        try await page.focus("#bins [role=button]")
        for _ in 0..<40 {
          try await page.press("Enter")
          if try await page.count("#gathering li a") > 0 { break }
          try await page.press("Escape")
          try await page.press("ArrowRight")
        }
        #expect(try await page.holds("document.activeElement.id === 'gathering'"))
        let links = try await page.count("#gathering li a")
        #expect(links > 0)
        try await page.focus("#gathering li a")
        try await page.press("Enter")
        #expect(try await page.count("#evidence article") == 1)
        try await page.press("Escape")
        #expect(try await page.holds("document.activeElement.matches('#gathering li a')"))
        try await page.press("Escape")
        #expect(try await page.holds("document.activeElement.matches('#bins [role=button]')"))
      }
    }

    @Test func `a disc adds up what is left of it, and leads to each of its incidents`()
      async throws
    {
      let crowd = try BrowserSession.required().maps.crowd
      let number = "document.querySelector('#incidents .pie text').textContent"
      let label = "document.querySelector('#incidents .pie').ariaLabel"
      try await BrowserPage.open(crowd) { page in
        #expect(try await page.text(number) == "120")
        let whole = try await page.text(label)
        #expect(whole.hasPrefix("Place 35.0 · People killed 120 · 60 incidents: "))
        try await page.focus("[name=type]")
        try await page.press("Space")
        #expect(try await page.text(number) == "80")
        #expect(
          try await page.text(label).hasPrefix("Place 35.0 · People killed 80 · 40 incidents: "))
        try await page.focus("#incidents .pie")
        try await page.press("Enter")
        #expect(try await page.count("#gathering li a") == 40)
        try await page.focus("[name=type]")
        try await page.press("Space")
        #expect(try await page.text(number) == "120")
        #expect(try await page.text(label) == whole)
        #expect(await page.complaints() == [])
      }
    }

    @Test func `says which incidents its table leaves out, and stays small`() async throws {
      try await BrowserPage.open(dense) { page in
        #expect(try await page.count("tbody tr") == 2_000)
        let caption = try await page.text("document.querySelector('caption').textContent")
        #expect(caption.replacing(",", with: "").hasPrefix("2000 of 3000 incidents"))
        #expect(try Data(contentsOf: dense).count < 2_500_000)
        let pages = PrintedPages(try await page.printed())
        #expect(pages.count == 1)
      }
    }
  }
}
