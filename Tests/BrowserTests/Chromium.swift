import Foundation
import Subprocess

/// A headless Chromium that is driven through pipes: it opens no port, and ends with its input.
enum Chromium {
  /// Where it is installed; `nil` where it is not.
  static let path = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)"] }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs a browser with a fresh profile in a folder as long as the body takes.
  static func run(
    in folder: URL, body: @Sendable (DevTools) async throws -> Void
  ) async throws {
    guard let path else { throw DevToolsError(method: "start", reason: "no Chromium") }
    // It speaks through the descriptors 3 and 4, which the shell makes of its input and output.
    let options = [
      "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu",
      "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-extensions",
      "--hide-scrollbars", "--force-color-profile=srgb",
      "--user-data-dir=\(folder.appending(path: "profile").path())",
    ]
    let start = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1"
    _ = try await Subprocess.run(
      .name("sh"), arguments: Arguments(["-c", start, "sh", path] + options),
      environment: .inherit.updating(["HOME": folder.path()]),
      input: .inputWriter, output: .sequence, error: .discarded
    ) { execution in
      let devTools = DevTools(writer: execution.standardInputWriter)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for try await buffer in execution.standardOutput {
            try await devTools.receive(unsafe buffer.withUnsafeBytes { unsafe Array($0) })
          }
          await devTools.close()
        }
        try await body(devTools)
        _ = try? await devTools.call("Browser.close")
        group.cancelAll()
      }
    }
  }
}
