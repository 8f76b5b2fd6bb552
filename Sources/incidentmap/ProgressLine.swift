internal import Foundation

/// A line on the terminal that says how far a long work is; nothing where stderr is no terminal.
struct ProgressLine {
  private let isShown: Bool
  private let label: String
  private var hasWritten = false

  init(isShown: Bool, label: String) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
    self.label = label
  }

  /// Shows how many bytes are done, and the share where the whole is known.
  mutating func show(_ done: Int, of total: Int?) {
    guard isShown else { return }
    let megabytes = "\(done / 1_000_000) MB"
    var text = "\(label) \(megabytes)"
    if let total, total > 0 {
      let share = min(100, done * 100 / total)
      let filled = share / 4
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 25 - filled)
      text = "\(label) [\(bar)] \(share) % of \(total / 1_000_000) MB"
    }
    write("\r\u{1B}[K\(text)")
    hasWritten = true
  }

  /// Shows how many reports were read, now and then.
  mutating func show(reports: Int) {
    guard isShown, reports % 64 == 0 else { return }
    write("\r\u{1B}[K\(label) \(reports) reports")
    hasWritten = true
  }

  /// Takes the line away.
  mutating func finish() {
    if hasWritten { write("\r\u{1B}[K") }
    hasWritten = false
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
