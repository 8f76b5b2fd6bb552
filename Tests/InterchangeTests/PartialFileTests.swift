import Foundation
import Testing

@testable import Interchange

@Suite("Partial file")
struct PartialFileTests {
  /// A number that no process has: Linux gives numbers up to 2^22.
  static let nobody = 2_000_000_000

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Whether a folder can hold files without a name.
  static func allowsUnnamed(_ folder: String) -> Bool {
    do {
      _ = try OpenFile.unnamed(in: folder)
      return true
    } catch {
      return false
    }
  }

  @Test(.enabled(if: allowsUnnamed(FileManager.default.temporaryDirectory.path)))
  func `a file that is being written is not there yet`() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write(to: folder + "/a.csv", kind: .csv) { append in
        try append(Array("a,b\n".utf8))
        #expect(Folder.names(in: folder).sorted() == [".", ".."])
      }
      #expect(try names(in: folder) == ["a.csv"])
      #expect(try bytes(of: folder + "/a.csv").string == "a,b\n")
    }
  }

  @Test func `where it must have a name it has one of its own, and loses it in the end`() throws {
    try withTemporaryFolder { folder in
      func fill(_ text: String, _ target: String?) throws(SystemError) {
        var partial = try PartialFile.named(in: folder + "/")
        let other = try PartialFile.named(in: folder + "/")
        try partial.file.append(Array(text.utf8))
        try other.file.append(Array("other".utf8))
        #expect(Folder.names(in: folder).filter { $0.hasSuffix(".partial") }.count == 2)
        if let target { try partial.replace(target) }
      }
      try fill("first", folder + "/a")
      #expect(try names(in: folder) == ["a"])
      try fill("second", nil)
      #expect(try names(in: folder) == ["a"])
      #expect(try bytes(of: folder + "/a").string == "first")
    }
  }

  @Test func `what processes left that run no more is removed, and nothing else`() throws {
    try withTemporaryFolder { folder in
      let kept = [
        ".incidentmap-\(getpid())-0.partial", ".incidentmap-1-0.partial",
        ".incidentmap-\(Self.nobody)-0.partial.csv", ".incidentmap-\(Self.nobody).partial",
        ".incidentmap--\(Self.nobody).partial", ".incidentmap-\(Self.nobody)-0-0.partial",
        ".incidentmap-99999999999999999999-0.partial", "incidentmap-\(Self.nobody)-0.partial",
      ]
      let removed = [0, 7].map { ".incidentmap-\(Self.nobody)-\($0).partial" }
      for name in kept + removed { try put("half".utf8, at: "\(folder)/\(name)") }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/.incidentmap-\(Self.nobody)-8.partial",
        withIntermediateDirectories: false)
      try AtomicFile.write(Array("a,b\n".utf8), to: folder + "/a.csv", kind: .csv)
      #expect(
        try names(in: folder)
          == (kept + [".incidentmap-\(Self.nobody)-8.partial", "a.csv"]).sorted())
    }
  }

  @Test func `what somebody writes who is not seen from here stays`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/.incidentmap-\(Self.nobody)-0.partial"
      func holdingLock() throws(SystemError) {
        let file = try OpenFile.creating(path)
        let isLocked = file.lock()
        #expect(isLocked)
        PartialFile.removeAbandoned(in: folder + "/")
        #expect(Folder.names(in: folder).count == 3)
        try file.append([0x0A])
      }
      try holdingLock()
      PartialFile.removeAbandoned(in: folder + "/")
      #expect(try names(in: folder) == [])
    }
  }

  @Test func `processes are known by their numbers`() {
    #expect(Folder.isRunning(Folder.processNumber) && Folder.isRunning(1))
    for number in [Self.nobody, 0, -1, .max, .min] { #expect(!Folder.isRunning(number)) }
  }

  @Test func `a folder that cannot be read has no names`() {
    #expect(Folder.names(in: "/no/such/folder") == [])
  }
}
