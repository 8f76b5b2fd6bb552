import Foundation

/// The pages of a PDF that Chromium printed; it writes its page objects plainly.
struct PrintedPages {
  private(set) var count = 0

  init(_ pdf: Data) {
    let mark = Data("/Type /Page\n".utf8)
    var rest = pdf[...]
    while let found = rest.range(of: mark) {
      count += 1
      rest = rest[found.upperBound...]
    }
  }
}
