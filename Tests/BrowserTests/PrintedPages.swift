import Foundation

/// The pages of a PDF that Chromium printed; it writes its page objects plainly.
struct PrintedPages {
  let count: Int

  init(_ pdf: Data) {
    let text = String(decoding: pdf, as: UTF8.self)
    count = text.components(separatedBy: "/Type /Page\n").count - 1
  }
}
