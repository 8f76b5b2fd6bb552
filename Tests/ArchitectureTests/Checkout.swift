import Foundation

/// The checkout that these tests were built from.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths of the Swift files under a folder, sorted.
  static func swiftFiles(under folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
      .filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The names of the files in a folder, sorted.
  static func files(under folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
      .sorted()
  }

  /// The pages at the top of the checkout and of its documentation, sorted.
  static func pages() throws -> [String] {
    let others = try files(under: "Documentation").map { "Documentation/\($0)" }
    return try (files(under: "") + others + ["Data/SOURCES.md", "Data/lexicon/README.md"])
      .filter { $0.hasSuffix(".md") }.sorted()
  }
}
