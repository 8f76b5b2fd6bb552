import Foundation
import Subprocess

/// Maps that the built program draws, and where they lie.
struct RenderedMaps: Sendable {
  /// The reports of seeds/ as a page.
  let seeds: URL
  /// The same as a picture.
  let picture: URL

  init(in folder: URL) async throws {
    let program = try Self.program()
    seeds = folder.appending(path: "seeds.html")
    picture = folder.appending(path: "seeds.svg")
    let result = try await run(
      .name("sh"),
      arguments: [
        "-c",
        """
        set -e
        cd "$0"
        "$1" ingest "$2seeds/" --store seeds.gpkg --quiet
        "$1" render seeds.html --store seeds.gpkg
        "$1" render seeds.svg --store seeds.gpkg
        """, folder.path(), program.path(), Self.checkout.path(),
      ],
      environment: .inherit.updating([
        "HOME": folder.path(), "INCIDENTMAP_STORE": nil, "INCIDENTMAP_GAZETTEER": nil,
      ]),
      output: .discarded, error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw RenderingFailure(description: result.standardError)
    }
  }

  private static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program under test: `$INCIDENTMAP_BINARY`, else the one built with these tests.
  private static func program() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["INCIDENTMAP_BINARY"] {
      return URL(filePath: path)
    }
    let program = Bundle.main.bundleURL.appending(path: "incidentmap")
    guard FileManager.default.isExecutableFile(atPath: program.path()) else {
      throw RenderingFailure(
        description: "no incidentmap beside the tests: swift build, or set INCIDENTMAP_BINARY")
    }
    return program
  }
}

struct RenderingFailure: Error, CustomStringConvertible {
  var description: String
}
