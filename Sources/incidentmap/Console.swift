internal import ArgumentParser
internal import Foundation

/// The two streams of the program: results go to stdout, everything else to stderr.
enum Console {
  /// Whether stdout is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Prints bytes to stdout; a reader that has gone ends the program quietly.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      warn("standard output cannot be written: \(error.localizedDescription)")
      throw ExitStatus.inputOutput.code
    }
  }

  /// Prints a text to stdout.
  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Prints a line to stderr, headed by the program's name.
  static func warn(_ message: String) {
    note("incidentmap: \(message)")
  }

  /// Prints a line to stderr.
  static func note(_ message: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\(message)\n".utf8))
  }
}
