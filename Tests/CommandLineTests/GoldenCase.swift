import Foundation
import Testing

/// A folder of Tests/Golden: a command line, its input, and what it must print and write.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let folder: URL

  var name: String { folder.lastPathComponent }
  var testDescription: String { name }

  static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let all: [GoldenCase] = {
    let golden = checkout.appending(path: "Tests/Golden")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: golden.path())) ?? []
    return names.sorted().map { GoldenCase(folder: golden.appending(path: $0)) }
      .filter { (try? $0.commandLine()) != nil }
  }()

  func commandLine() throws -> String {
    try String(contentsOf: folder.appending(path: "command"), encoding: .utf8)
  }

  /// The names of the files beside `command` that are input.
  func inputs() throws -> [String] {
    try files().filter { $0 != "command" && !$0.hasPrefix("expected.") }
  }

  /// The names of the files whose content is expected.
  func writtenFiles() throws -> [String] {
    try files().filter { $0.hasPrefix("expected.") }.map { String($0.dropFirst("expected.".count)) }
      .filter { !["stdout", "stderr", "status"].contains($0) }
  }

  /// What is expected under a name; `nil` where nothing is said.
  func expected(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(of: name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes what is expected under a name; `nil` says that nothing is.
  func record(_ text: String?, as name: String) throws {
    if let text {
      try Data(text.utf8).write(to: URL(filePath: path(of: name)))
    } else {
      try? FileManager.default.removeItem(atPath: path(of: name))
    }
  }

  private func path(of name: String) -> String {
    folder.appending(path: "expected.\(name)").path()
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }
}
