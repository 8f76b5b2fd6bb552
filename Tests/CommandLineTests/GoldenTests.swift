import Foundation
import Testing

/// The cases of Tests/Golden, one at a time: each starts a program that uses all cores.
@Suite("Command line", .serialized, .timeLimit(.minutes(10)))
struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func `prints and writes what is expected`(golden: GoldenCase) async throws {
    let run = try await GoldenRun(golden)
    if Self.isRecording {
      try Self.record(run, of: golden)
      return
    }
    let status = golden.expected("status") ?? "0\n"
    #expect(
      run.status == status, "\(golden.name): exit status; it says: \(run.standardError)")
    Self.compare(run.standardOutput, golden.expected("stdout") ?? "", "\(golden.name): stdout")
    if let expected = golden.expected("stderr") {
      Self.compare(run.standardError, expected, "\(golden.name): stderr")
    }
    for (name, content) in run.written.sorted(by: { $0.key < $1.key }) {
      let content = try #require(content, "\(golden.name): \(name) is not written")
      Self.compare(content, golden.expected(name) ?? "", "\(golden.name): \(name)")
    }
  }

  @Test func `there are cases`() {
    #expect(GoldenCase.all.count >= 8)
  }

  @Test func `nothing is recorded where CI is set`() {
    #expect(!(Self.isSet("RECORD") && Self.isSet("CI")))
  }

  @Test func `paths and time stamps of the run are normalised, and no others`() {
    let text = "/a/b/x 2030-01-02T03:04:05Z 2023-05-29T00:00:00.000Z 2030-01-02 2030-01-02T"
    #expect(
      GoldenRun.normalised(text, folder: "/a/b/", days: ["2030-01-02"])
        == "<folder>/x <now> 2023-05-29T00:00:00.000Z 2030-01-02 2030-01-02T")
  }

  /// Whether what the program does is to be written down rather than compared.
  static var isRecording: Bool { isSet("RECORD") && !isSet("CI") }

  private static func isSet(_ variable: String) -> Bool {
    ProcessInfo.processInfo.environment[variable].map { !$0.isEmpty } ?? false
  }

  private static func record(_ run: GoldenRun, of golden: GoldenCase) throws {
    try golden.record(run.status == "0\n" ? nil : run.status, as: "status")
    try golden.record(run.standardOutput.isEmpty ? nil : run.standardOutput, as: "stdout")
    if golden.expected("stderr") != nil || run.status != "0\n" {
      try golden.record(run.standardError, as: "stderr")
    }
    for (name, content) in run.written {
      let content: String = try #require(content, "\(name) is not written")
      try golden.record(content, as: name)
    }
  }

  /// Compares two texts and shows where the first line that differs does so.
  private static func compare(_ found: String, _ expected: String, _ what: String) {
    guard found != expected else { return }
    let pair = (found: Self.lines(found), expected: Self.lines(expected))
    let shared = zip(pair.found, pair.expected).prefix { $0 == $1 }.count
    let line = (
      found: shared < pair.found.count ? pair.found[shared] : "(the end)",
      expected: shared < pair.expected.count ? pair.expected[shared] : "(the end)"
    )
    let start = max(0, zip(line.found, line.expected).prefix { $0 == $1 }.count - 40)
    Issue.record(
      """
      \(what) differs in line \(shared + 1), from character \(start + 1) on
      found:    \(line.found.dropFirst(start).prefix(120))
      expected: \(line.expected.dropFirst(start).prefix(120))
      """)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
