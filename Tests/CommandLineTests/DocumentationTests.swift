import Foundation
import Subprocess
import Testing

/// The pages that tell of the command line, held to the program.
@Suite("Documentation of the command line", .serialized, .timeLimit(.minutes(10)))
struct DocumentationTests {
  @Test func `the reference is what the program says of itself`() async throws {
    let program = try GoldenRun.program().path()
    let result = try await Self.shell(
      "Support/command-line-reference.sh \"$1\"", program, in: GoldenCase.checkout)
    #expect(result.isSuccess)
    let page = GoldenCase.checkout.appending(path: "Documentation/command-line.md")
    if GoldenTests.isRecording {
      try Data(result.output.utf8).write(to: page)
      return
    }
    let isSame = result.output == (try String(contentsOf: page, encoding: .utf8))
    #expect(isSame, "run Support/command-line-reference.sh .build/release/incidentmap")
  }

  @Test func `every command of the front page works after make, and prints what is shown`()
    async throws
  {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "incidentmap-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    try files.createDirectory(
      at: folder.appending(path: "output"), withIntermediateDirectories: true)
    try files.copyItem(
      at: GoldenCase.checkout.appending(path: "seeds"), to: folder.appending(path: "seeds"))
    let program = try GoldenRun.program().path()
    let ingested = try await Self.shell(
      "\"$1\" ingest seeds --store output/incidents.gpkg --quiet", program, in: folder)
    #expect(ingested.isSuccess)

    let page = try String(
      contentsOf: GoldenCase.checkout.appending(path: "README.md"), encoding: .utf8)
    let examples = FrontPageExample.all(in: page)
    #expect(examples.count >= 5)
    for example in examples {
      let result = try await Self.shell(
        example.command.replacing(".build/release/incidentmap", with: "\"$1\""), program,
        in: folder)
      #expect(result.isSuccess, "\(example.command)")
      let printed = Set(result.output.split(separator: "\n").map(String.init))
      let unprinted = example.shown.filter { !printed.contains($0) }
      #expect(unprinted == [], "\(example.command)")
    }
  }

  @Test func `examples are read from a page`() {
    let page = """
      ```sh
      make
      .build/release/incidentmap info --store \\
        output/incidents.gpkg
      ```

      ```text
      store   here
      …

      check   sound
      ```

      ```sh
      .build/release/incidentmap resolve Deçan
      ```
      """
    #expect(
      FrontPageExample.all(in: page) == [
        FrontPageExample(
          command: ".build/release/incidentmap info --store \\\n  output/incidents.gpkg",
          shown: ["store   here", "check   sound"]),
        FrontPageExample(command: ".build/release/incidentmap resolve Deçan", shown: []),
      ])
  }

  /// Runs a line of the shell in a folder, `$1` being the program.
  private static func shell(
    _ line: String, _ program: String, in folder: URL
  ) async throws -> (output: String, isSuccess: Bool) {
    let result = try await run(
      .name("sh"), arguments: ["-c", "cd \"$0\" || exit\n\(line)", folder.path(), program],
      environment: .inherit.updating([
        "HOME": folder.path(), "INCIDENTMAP_STORE": nil, "INCIDENTMAP_GAZETTEER": nil,
        "INCIDENTMAP_DATA": nil,
      ]),
      output: .string(limit: 1 << 24), error: .discarded)
    return (result.standardOutput, result.terminationStatus.isSuccess)
  }
}

/// A command of the front page, and the lines that the page shows of its output.
struct FrontPageExample: Hashable {
  var command: String
  var shown: [String]

  /// The commands of a page's `sh` blocks that run the built program; a `text` block right after one
  /// shows what the last of them prints, `…` standing for what is left out.
  static func all(in page: String) -> [FrontPageExample] {
    var examples: [FrontPageExample] = []
    var block: Substring?
    var isShowing = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        block = block == nil ? line.dropFirst(3) : nil
        if block == "sh" { isShowing = false }
        continue
      }
      switch block {
      case "sh":
        if isShowing, examples.last?.command.hasSuffix("\\") ?? false {
          examples[examples.count - 1].command += "\n\(line)"
        } else if line.contains(".build/release/incidentmap") {
          examples.append(FrontPageExample(command: String(line), shown: []))
          isShowing = true
        } else {
          isShowing = false
        }
      case "text":
        if isShowing, line != "…", !line.isEmpty {
          examples[examples.count - 1].shown.append(String(line))
        }
      case nil:
        if !line.isEmpty { isShowing = false }
      default: break
      }
    }
    return examples
  }
}
