import Foundation
import Testing

extension InABrowser {
  /// What the page's address says.
  @Suite("the address") struct AddressTests {
    @Test func `a link to an incident opens its evidence`() async throws {
      let seeds = try BrowserSession.required().maps.seeds
      try await BrowserPage.open(seeds) { page in
        let id = try await page.text("document.querySelector('#incidents .incident').id")
        for fragment in ["evidence-\(id)", id] {
          try await BrowserPage.open(seeds, fragment: fragment) { (linked) async throws in
            #expect(try await linked.count("#evidence article") == 1)
            #expect(try await linked.count("[id='evidence-\(id)']") == 1)
            #expect(try await linked.count("[id='\(id)'].chosen") == 1)
          }
        }
      }
    }

    @Test func `a link to an incident that is not in the file says so`() async throws {
      let seeds = try BrowserSession.required().maps.seeds
      try await BrowserPage.open(seeds, fragment: "evidence-i-%3Cb%3E") { (page) async throws in
        #expect(
          try await page.text("document.querySelector('#absent p').textContent")
            == "No incident i-<b> is in this file.")
        #expect(try await page.count("#absent p") == 1)
        #expect(await page.complaints() == [])
      }
    }
  }
}
