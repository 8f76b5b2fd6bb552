import Foundation
import Testing

extension InABrowser {
  /// The map as a picture, opened as a document of its own.
  @Suite("the picture") struct PictureTests {
    @Test func `opens without a request, a script or a complaint`() async throws {
      let picture = try BrowserSession.required().maps.picture
      try await BrowserPage.open(picture) { page in
        #expect(await page.requests() == [picture.absoluteString])
        #expect(await page.complaints() == [])
        let scripts = try await page.value("document.getElementsByTagName('script').length")
        #expect(scripts == 0)
        #expect(try await page.count("g.incident[id]") > 5)
      }
    }
  }
}
