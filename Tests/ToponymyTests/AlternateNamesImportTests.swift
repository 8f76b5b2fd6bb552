import Foundation
import NamedSeeds
import Testing
import Toponymy

@Suite("Importing GeoNames with alternate names")
struct AlternateNamesImportTests {
  let fixture: ImportFixture

  init() throws {
    fixture = try ImportFixture()
  }

  /// A row of `alternateNamesV2`; `flags` are preferred, short, colloquial and historic.
  private static func row(
    _ id: Int, _ language: String, _ name: String, flags: String = "\t\t\t", from: String = "",
    to: String = ""
  ) -> String { "9\t\(id)\t\(language)\t\(name)\t\(flags)\t\(from)\t\(to)" }

  private func read(_ dump: [String], _ table: [String]) throws -> ImportFixture.Outcome {
    try fixture.read(
      .geonames, try fixture.write(dump.joined(separator: "\n"), "dump.txt"),
      alternateNames: try fixture.write(table.joined(separator: "\n"), "names.txt"))
  }

  @Test func `names have languages, preferred ones first, colloquial and historic ones last`()
    throws
  {
    let outcome = try read(
      [ImportFixture.geoNames(name: "Mitrovicë", alternates: "Mitrovica,Митровица,MTR,Mitrowitz")],
      [
        Self.row(1, "sr", "Titova Mitrovica", flags: "\t\t\t1"),
        Self.row(1, "sr", "Mitra", flags: "\t\t1\t"), Self.row(1, "sr", "Kosovska Mitrovica"),
        Self.row(1, "sr", "Mitrovica", flags: "1\t\t\t"), Self.row(1, "sr", "Митровица"),
        Self.row(1, "de", "Mitrowitza", to: "1912"), Self.row(1, "", "Mitrovice"),
        Self.row(1, "sqi", "Mitrovicë"), Self.row(1, "zh-hant", "米特羅維察"),
        Self.row(1, "fr_1793", "Mitre"), Self.row(1, "abbr", "Mitr."),
        Self.row(1, "tlh-!", "Klingon"),
      ])
    #expect(
      outcome.places.first?.names.map { "\($0.language) \($0.text)" } == [
        "sr-Latn Mitrovica", "sr-Latn Kosovska Mitrovica", "sr-Cyrl Митровица", "und Mitrovice",
        "sq Mitrovicë", "zh-Hant 米特羅維察", "und Mitr.", "und Klingon", "sr-Latn Mitra",
        "sr-Latn-x-historic Titova Mitrovica", "de-x-historic Mitrowitza", "fr-x-historic Mitre",
        "und Mitrowitz",
      ])
    #expect(outcome.faults.count == 0)
  }

  @Test func `codes and links are no names, nor is what the dump lists of them`() throws {
    let outcome = try read(
      [ImportFixture.geoNames(alternates: "Pristin,Lipjan4,Prn1")],
      [
        Self.row(1, "wkdt", "Q25270"), Self.row(1, "link", "https://en.wikipedia.org/wiki/X"),
        Self.row(1, "iata", "Prn1"), Self.row(1, "unlc", "Lipjan4"), Self.row(1, "post", "10000"),
      ])
    #expect(outcome.places.first?.names == [Toponym("Pristin", language: "und")])
    #expect(outcome.places.first?.references == ["wikidata:Q25270"])
  }

  @Test func `the order is by the remainder of the id, then that of the dump`() throws {
    let ids = [130, 64, 2, 1, 66, 65]
    let table = ids.reversed().map { Self.row($0, "en", "Town \($0)") }
    let outcome = try read(ids.map { ImportFixture.geoNames(id: "\($0)") }, table)
    #expect(outcome.places.map(\.id.text) == [64, 1, 65, 130, 2, 66].map { "geonames:\($0)" })
    #expect(
      outcome.places.map { $0.names.map(\.text) }
        == [64, 1, 65, 130, 2, 66].map { ["Town \($0)"] })
  }

  @Test func `a table of the first edition is read, and its broken rows are told`() throws {
    let outcome = try read(
      [ImportFixture.geoNames()],
      [
        "9\t1\ten\tTown\t1\t\t\t", "9\t1\ten", Self.row(1, "wkdt", "25270"),
        "9\tx\ten\tTown\t\t\t\t", Self.row(1, "en", ""),
      ])
    #expect(outcome.places.first?.names == [Toponym("Town", language: "en")])
    #expect(
      outcome.messages == [
        "names.txt:2:1: expected 10 columns between tabs, found 3",
        "names.txt:3:10: the Wikidata identity is no Q…",
        "names.txt:4:3: the geonameid is no whole number from 1 to 1000000000000",
        "names.txt:5:8: the name is empty",
      ])
  }

  @Test func `as many places come as without the table, and with every name of theirs`() throws {
    let dump =
      (1...3000).map {
        ImportFixture.geoNames(
          id: "\($0 * 7)", name: "N\($0)", alternates: "Alt \($0)", admin1: "0\($0 % 5)")
      }
      + (0..<5).map {
        ImportFixture.geoNames(id: "\($0 + 1)", name: "D\($0)", code: "A\tADM1", admin1: "0\($0)")
      }
    let table = (1...3000).flatMap { number in
      ["en", "sr", "ar"].map { Self.row((3001 - number) * 7, $0, "\($0) \(3001 - number)") }
    }
    let plain = try fixture.read(
      .geonames, try fixture.write(dump.joined(separator: "\n"), "plain.txt"))
    let joined = try read(dump, table)
    #expect(plain.places.count == 3005)
    for place in plain.places {
      let other = try #require(joined.place(place.id.text))
      #expect(other.admin1 == place.admin1 && other.position == place.position)
      #expect(other.names.suffix(place.names.count) == place.names[...])
      #expect(other.names.count == (place.kind == .admin1 ? 0 : 4))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path()).count == 3)
  }

  @Test(arguments: Seed.allCases)
  func `a damaged table costs names, never places`(_ seed: Seed) throws {
    var generator = seed.generator
    let dump = try fixture.write(
      (1...20).map { ImportFixture.geoNames(id: "\($0)") }.joined(separator: "\n"), "dump.txt")
    let sound = Array(
      (1...20).map { Self.row($0, "sr", "Žur \($0)", flags: "1\t\t\t1") + "\n" }.joined().utf8)
    for _ in 0..<25 {
      var bytes = sound
      for _ in 0..<8 {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = Array("\t\n\0-9 ".utf8).randomElement(using: &generator) ?? 0xFF
      }
      let table = try fixture.write(bytes, "names.txt")
      let outcome = try fixture.read(.geonames, dump, alternateNames: table)
      #expect(Set(outcome.places.map(\.id.text)).count == 20)
      #expect(outcome.places.flatMap(\.names).count <= 28)
      #expect(outcome.messages.allSatisfy { $0.hasPrefix("names.txt:") })
    }
  }

  @Test func `progress rises to the total, the dump counted for each of its readings`() throws {
    let outcome = try read([ImportFixture.geoNames()], [Self.row(1, "en", "Town")])
    let sizes = (ImportFixture.geoNames().utf8.count, Self.row(1, "en", "Town").utf8.count)
    #expect(outcome.progress == outcome.progress.sorted())
    #expect(outcome.progress.last == 2 * sizes.0 + sizes.1)
    #expect(outcome.totals.last == outcome.progress.last)
  }

  @Test func `a table that is none is refused, and a folder that takes no file named`() throws {
    let dump = try fixture.write(ImportFixture.geoNames(), "dump.txt")
    let table = try fixture.write("no table", "names.txt")
    #expect(throws: GazetteerImportError.self) {
      try fixture.read(.geonames, dump, alternateNames: table)
    }
    let importer = GazetteerImporter(
      format: .geonames, alternateNames: table, temporaryFolder: fixture.folder.path() + "/none")
    do {
      _ = try importer.read(path: dump) { _ in }
      Issue.record("a folder that is not there took a file")
    } catch let error as GazetteerImportError {
      #expect(error.description.contains("none: cannot hold temporary files"))
      #expect(error.description.hasSuffix("there is no such file"))
    }
  }
}
