import Foundation
import Testing

@Suite("Files and pages of the project")
struct PageTests {
  @Test func `no source file is longer than one idea`() throws {
    let paths = try Checkout.swiftFiles(under: "Sources")
    #expect(paths.count > 50)
    for path in paths {
      let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 450, "\(path)")
    }
  }

  @Test func `pages name no path outside the project`() throws {
    let pages = try Checkout.pages()
    #expect(pages.contains("ARCHITECTURE.md"))
    #expect(pages.contains("Documentation/store.md"))
    for page in pages {
      let text = try Checkout.text(page)
      for outside in ["/home/", "/root/", "/work/", "/Users/", "/tmp/"] {
        #expect(!text.contains(outside), "\(page) names \(outside)")
      }
    }
  }

  @Test func `links in pages lead to files of the project`() throws {
    for page in try Checkout.pages() {
      let folder = Checkout.root.appending(path: page).deletingLastPathComponent()
      for target in Self.links(in: try Checkout.text(page)) where !target.contains("://") {
        if target.hasPrefix("#") { continue }
        let path = target.split(separator: "#").first ?? ""
        let file = folder.appending(path: path).standardizedFileURL.path()
        #expect(
          file.hasPrefix(Checkout.root.standardizedFileURL.path())
            && FileManager.default.fileExists(atPath: file), "\(page) links \(target)")
      }
    }
  }

  @Test func `links are recognised`() {
    #expect(
      Self.links(in: "[a](A.md#b) (c) ![d](e/f.svg)[g](https://example.org)")
        == ["A.md#b", "e/f.svg", "https://example.org"])
  }

  /// The targets of a Markdown page's inline links.
  static func links(in page: String) -> [String] {
    page.components(separatedBy: "](").dropFirst().compactMap { rest in
      rest.split(separator: ")", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}
