import Foundation
import Testing

/// One browser and the pages it opens, for all tests of a suite.
struct BrowserSession: Sendable {
  let devTools: DevTools
  let maps: RenderedMaps

  @TaskLocal static var current: BrowserSession?

  /// The session of the running test.
  static func required() throws -> BrowserSession {
    try #require(current, "this suite lacks the trait .browser")
  }
}

/// Starts a browser and draws the maps once for a suite.
struct BrowserTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "incidentmap-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let maps = try await RenderedMaps(in: folder)
    try await Chromium.run(in: folder) { devTools in
      let session = BrowserSession(devTools: devTools, maps: maps)
      try await BrowserSession.$current.withValue(session) { try await function() }
    }
  }
}

extension Trait where Self == BrowserTrait {
  /// One browser for all tests of the suite.
  static var browser: Self { BrowserTrait() }
}
