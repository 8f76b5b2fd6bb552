import Foundation
import Subprocess

/// Maps that the built program draws, and where they lie.
struct RenderedMaps: Sendable {
  /// The reports of seeds/ as a page.
  let seeds: URL
  /// The same as a picture.
  let picture: URL
  /// 60 incidents at one place and one at another, of a type after the other, sized by killed.
  let crowd: URL
  /// 3,000 incidents at as many places, a day after the other over 300 days, as a page.
  let dense: URL
  /// The same by killed.
  let measured: URL

  init(in folder: URL) async throws {
    let program = try Self.program()
    seeds = folder.appending(path: "seeds.html")
    picture = folder.appending(path: "seeds.svg")
    crowd = folder.appending(path: "crowd.html")
    dense = folder.appending(path: "dense.html")
    measured = folder.appending(path: "measured.html")
    // On a spiral, so that no two are at one place.
    let spiral = Self.table(3_000) { number in
      let (turn, radius) = (Double(number) * 2.4, 0.02 * Double(number).squareRoot())
      return (35 + radius * sin(turn), 38 + radius * cos(turn))
    }
    try Data(spiral.utf8).write(to: folder.appending(path: "dense.csv"))
    let heap = Self.table(61) { $0 == 60 ? (35, 38.5) : (35, 38) }
    try Data(heap.utf8).write(to: folder.appending(path: "crowd.csv"))
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
        "$1" import crowd.csv --store crowd.gpkg
        "$1" render crowd.html --store crowd.gpkg --size killed
        "$1" import dense.csv --store dense.gpkg
        "$1" render dense.html --store dense.gpkg
        "$1" render measured.html --store dense.gpkg --size killed
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

  /// Invented incidents in ACLED's columns, a day after the other for 300 days, each of two killed.
  private static func table(
    _ count: Int, at place: (Int) -> (latitude: Double, longitude: Double)
  ) -> String {
    let types = ["Riots,Mob violence", "Protests,Peaceful protest", "Battles,Armed clash"]
    let rows = (0..<count).map { number in
      let date = Date(timeIntervalSince1970: 1_704_067_200 + 86_400 * Double(number % 300))
      let day = String(date.ISO8601Format().prefix(10))
      let (latitude, longitude) = place(number)
      return "T\(number),\(day),\(types[number % 3]),Group,Ruritania,,,Place \(latitude),"
        + "\(latitude),\(longitude),2,Radio,Text."
    }
    let head =
      "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,admin1,admin2,"
      + "location,latitude,longitude,fatalities,source,notes"
    return ([head] + rows).joined(separator: "\n") + "\n"
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
