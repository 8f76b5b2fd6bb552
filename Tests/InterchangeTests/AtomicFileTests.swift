import Foundation
import Interchange
import Testing

@Suite("Atomic file")
struct AtomicFileTests {
  let collection = Array(#"{"type":"FeatureCollection","features":[]}"#.utf8)

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `a file is made, and made again over its own kind`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.geojson"
      try AtomicFile.write(collection, to: path, kind: .geoJSON)
      #expect(try bytes(of: path) == collection)
      let longer = collection + [0x0A]
      try AtomicFile.write(longer, to: path, kind: .geoJSON)
      #expect(try bytes(of: path) == longer)
      #expect(try names(in: folder) == ["a.geojson"])
    }
  }

  @Test func `another kind is not overwritten unless that is asked for`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/letter.geojson"
      try put("Dear editor, a word".utf8, at: path)
      #expect(throws: InterchangeError.wouldOverwrite(path: path, kind: "GeoJSON")) {
        try AtomicFile.write(collection, to: path, kind: .geoJSON)
      }
      #expect(try bytes(of: path) == Array("Dear editor, a word".utf8))
      try AtomicFile.write(collection, to: path, kind: .geoJSON, overwritesOtherKinds: true)
      #expect(try bytes(of: path) == collection)
    }
  }

  @Test func `an empty file holds nothing to lose`() throws {
    try withTemporaryFolder { folder in
      try put([], at: folder + "/a.csv")
      try AtomicFile.write(Array("a,b\n".utf8), to: folder + "/a.csv", kind: .csv)
      #expect(try bytes(of: folder + "/a.csv") == Array("a,b\n".utf8))
    }
  }

  @Test func `a failure on the way leaves what was there and nothing else`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.geojson"
      try put(collection, at: path)
      let failure = InterchangeError.writeFailed(path: "x", reason: "the test says so")
      #expect(throws: failure) {
        try AtomicFile.write(to: path, kind: .geoJSON) { append in
          try append(Array("{\"half".utf8))
          throw failure
        }
      }
      #expect(try bytes(of: path) == collection)
      #expect(try names(in: folder) == ["a.geojson"])
    }
  }

  @Test func `pieces are written in their order`() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write(to: folder + "/a.csv", kind: .csv) { append in
        for piece in ["a,b\n", "", "1,2\n"] { try append(Array(piece.utf8)) }
      }
      #expect(try bytes(of: folder + "/a.csv").string == "a,b\n1,2\n")
    }
  }

  @Test func `a folder that is missing or in the way is an output that cannot be made`() throws {
    try withTemporaryFolder { folder in
      let nowhere = folder + "/none/a.csv"
      #expect(
        throws: InterchangeError.cannotCreate(path: nowhere, reason: "there is no such folder")
      ) {
        try AtomicFile.write([], to: nowhere, kind: .csv)
      }
      #expect(throws: InterchangeError.cannotCreate(path: folder, reason: "it is a folder")) {
        try AtomicFile.write([], to: folder, kind: .csv)
      }
      let long = folder + "/" + String(repeating: "a", count: 300)
      #expect(throws: InterchangeError.cannotCreate(path: long, reason: "its name is too long")) {
        try AtomicFile.write([], to: long, kind: .csv)
      }
    }
  }

  @Test func `links are followed and permissions kept`() throws {
    try withTemporaryFolder { folder in
      let (file, link) = (folder + "/real.csv", folder + "/link.csv")
      try put("a,b\n".utf8, at: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.csv")
      try AtomicFile.write(Array("c,d\n".utf8), to: link, kind: .csv)
      #expect(try bytes(of: file).string == "c,d\n")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.csv")
      let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect((permissions as? NSNumber)?.intValue == 0o640)
    }
  }

  // Linux's /dev/full answers every write with ENOSPC.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is a failure to write, and a device stays a device`() throws {
    #expect(throws: InterchangeError.writeFailed(path: "/dev/full", reason: "the disk is full")) {
      try AtomicFile.write(collection, to: "/dev/full", kind: .geoJSON)
    }
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }
}

@Suite("File kind")
struct FileKindTests {
  static let kinds: [FileKind] = [.geoJSON, .csv, .kml, .svg, .html]

  @Test(arguments: [
    (#"{"type": "FeatureCollection","features":[]}"#, "GeoJSON"),
    ("\u{FEFF}\n{\"type\":\"Point\",\"coordinates\":[1,2]}", "GeoJSON"),
    ("incident_id,event_type\ni-1,Riots\n", "CSV"),
    ("\u{FEFF}\"name\";\"year\"\r\n", "CSV"),
    ("<?xml version=\"1.0\"?>\n<!-- a map -->\n<svg xmlns=\"http://www.w3.org/2000/svg\">", "SVG"),
    ("<?xml version=\"1.0\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">", "KML"),
    ("<!DOCTYPE html>\n<html><body><svg></svg>", "HTML"),
    ("<HTML lang=en>", "HTML"),
  ])
  func `a file is known by how it begins`(_ text: String, _ name: String) {
    #expect(Self.kinds.filter { $0.recognizes(Array(text.utf8)) }.map(\.name) == [name])
  }

  @Test(arguments: [
    "", "Hetemi, who became mayor, could not leave.", #"{"type":"Topology","objects":{}}"#,
    "SQLite format 3\u{0},a,b", "<gpx></gpx>", "PK\u{3}\u{4}", "one word",
  ])
  func `other files are of no kind`(_ text: String) {
    #expect(!Self.kinds.contains { $0.recognizes(Array(text.utf8)) })
  }

  @Test func `GeoJSON lines are features`() {
    let line = Array(#"{"type":"Feature","geometry":null}"#.utf8)
    #expect(FileKind.geoJSONLines.recognizes(line))
    #expect(!FileKind.geoJSONLines.recognizes(Array(#"{"report":{}}"#.utf8)))
  }
}
