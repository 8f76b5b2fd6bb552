import Foundation
import Subprocess
import Testing

/// What came of running a case: texts by the names under which they are expected.
struct GoldenRun {
  let status: String
  let standardOutput: String
  let standardError: String
  /// The content of the files that were to be written, by name; `nil` for those that were not.
  let written: [String: String?]

  /// Runs a case in a fresh folder that holds the seeds and the case's input, and nothing else.
  init(_ golden: GoldenCase) async throws {
    let files = FileManager.default
    let temporary = files.temporaryDirectory.appending(path: "incidentmap-\(UUID().uuidString)")
    defer { try? files.removeItem(at: temporary) }
    let folder = temporary.appending(path: "here")
    let bin = temporary.appending(path: "bin")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    try files.createDirectory(at: bin, withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: bin.appending(path: "incidentmap"), withDestinationURL: try Self.program())
    try files.copyItem(
      at: GoldenCase.checkout.appending(path: "seeds"), to: folder.appending(path: "seeds"))
    for name in try golden.inputs() {
      try files.copyItem(
        at: golden.folder.appending(path: name), to: folder.appending(path: name))
    }

    let start = Date()
    let result = try await run(
      .name("sh"),
      arguments: ["-c", "cd \"$0\" || exit\n\(try golden.commandLine())", folder.path()],
      environment: .inherit.updating([
        "PATH": "\(bin.path()):/usr/bin:/bin", "HOME": folder.path(), "COLUMNS": "80",
        "INCIDENTMAP_STORE": nil, "INCIDENTMAP_GAZETTEER": nil, "INCIDENTMAP_DATA": nil,
        "XDG_DATA_HOME": nil,
      ]),
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 24))
    let days = Set([start, Date()].map { String($0.ISO8601Format().prefix(10)) })

    let normalised = { (text: String) in
      Self.normalised(text, folder: folder.path(), days: days)
    }
    status =
      switch result.terminationStatus {
      case .exited(let code): "\(code)\n"
      case .signaled(let signal): "signal \(signal)\n"
      }
    standardOutput = normalised(result.standardOutput)
    standardError = normalised(result.standardError)
    written = Dictionary(
      uniqueKeysWithValues: try golden.writtenFiles().map { name in
        let data = files.contents(atPath: folder.appending(path: name).path())
        return (name, data.map { normalised(String(decoding: $0, as: UTF8.self)) })
      })
  }

  /// The program under test: `$INCIDENTMAP_BINARY`, else the one built with these tests.
  static func program() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["INCIDENTMAP_BINARY"] {
      return URL(filePath: path)
    }
    let program = Bundle.main.bundleURL.appending(path: "incidentmap")
    guard FileManager.default.isExecutableFile(atPath: program.path()) else {
      throw MissingProgram()
    }
    return program
  }

  /// A text without what differs from one run to the next: paths, and time stamps of the run's days.
  static func normalised(_ text: String, folder: String, days: Set<String>) -> String {
    var text = text.replacing(folder.trimmingSuffix("/"), with: "<folder>")
    text = text.replacing(GoldenCase.checkout.path().trimmingSuffix("/"), with: "<checkout>")
    for day in days {
      let pieces = text.components(separatedBy: "\(day)T")
      text = pieces.dropFirst().reduce(into: pieces[0]) { text, piece in
        let rest = piece.drop { "0123456789:.".contains($0) }
        text += rest.hasPrefix("Z") ? "<now>\(rest.dropFirst())" : "\(day)T\(piece)"
      }
    }
    return text
  }

  struct MissingProgram: Error, CustomStringConvertible {
    let description = "no incidentmap beside the tests: swift build, or set INCIDENTMAP_BINARY"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
