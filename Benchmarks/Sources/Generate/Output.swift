internal import Foundation

/// Writes a file in pieces of a megabyte.
struct Output {
  private let file: FileHandle
  private var pending: [UInt8] = []

  init(path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    file = try FileHandle(forWritingTo: URL(filePath: path))
  }

  mutating func write(_ text: String) { write(text.utf8) }

  mutating func write(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 20 { flush() }
  }

  mutating func flush() {
    file.write(Data(pending))
    pending.removeAll(keepingCapacity: true)
  }
}
