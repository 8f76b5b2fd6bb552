import SimpleFeatures
import Testing
import Toponymy

@Suite("Importing GNS")
struct GNSImportTests {
  let fixture: ImportFixture

  init() throws {
    fixture = try ImportFixture()
  }

  /// A row of the layout of 2012, in whose order the columns stand.
  private static func old(
    _ feature: Int, _ name: String, type: String = "N", language: String = "",
    code: String = "P\tPPL", country: String = "KV", division: String = "", short: String = "",
    latitude: String = "42.5", longitude: String = "20.5", population: String = ""
  ) -> String {
    [
      "2", "\(feature)", "1", latitude, longitude, code, country, division, population, type,
      language, short, name,
    ].joined(separator: "\t")
  }

  private static let oldHeader =
    "RC\tUFI\tUNI\tLAT\tLONG\tFC\tDSG\tCC1\tADM1\tPOP\tNT\tLC\tSHORT_FORM\tFULL_NAME_RO"

  /// A row of today's layout.
  private static func new(
    _ feature: Int, _ name: String, type: String = "N", language: String = "",
    country: String = "XKS", division: String = "", rank: String = "1", ended: String = "",
    nameEnded: String = ""
  ) -> String {
    [
      "2", "\(feature)", "1", name, type, "42.5", "20.5", "PPL", "P", country, division, language,
      rank, ended, nameEnded,
    ].joined(separator: "\t")
  }

  private static let newHeader =
    "rk\tufi\tuni\tfull_name\tnt\tlat_dd\tlong_dd\tdesig_cd\tfc\tcc_ft\tadm1\tlang_cd\tname_rank"
    + "\tterm_dt_f\tterm_dt_n"

  private func read(_ header: String, _ rows: String...) throws -> ImportFixture.Outcome {
    try fixture.read(
      .gns, try fixture.write(([header] + rows).joined(separator: "\r\n"), "file.txt"))
  }

  private func names(_ place: Place?) -> [String] {
    place?.names.map { "\($0.language) \($0.text)" } ?? []
  }

  @Test func `the rows of a feature are one place, wherever they stand`() throws {
    let outcome = try read(
      Self.oldHeader, Self.old(-85316, "Titova Mitrovica", type: "V", language: "srp"),
      Self.old(4, "Brnjak"), Self.old(-85316, "Митровица", type: "NS", language: "srp"),
      Self.old(-85316, "Mitrovicë", language: "sqi", population: "70000"),
      Self.old(5, "Banjska"), Self.old(-85316, "Mitrovica", language: "srp"))
    #expect(outcome.places.count == 3 && outcome.faults.count == 0)
    let place = try #require(outcome.place("gns:-85316"))
    #expect(place.name == "Mitrovicë" && place.kind == .town && place.population == 70000)
    #expect(place.position == Position(longitude: 20.5, latitude: 42.5))
    #expect(place.country == "XK" && place.source == "GNS")
    #expect(
      names(place) == [
        "sq Mitrovicë", "sr-Latn Mitrovica", "sr-Latn Titova Mitrovica", "sr-Cyrl Митровица",
      ])
  }

  @Test func `a division is called by its short form, which a station is not`() throws {
    let outcome = try read(
      Self.oldHeader,
      Self.old(
        1, "Komuna e Pejës", language: "sqi", code: "A\tADM1", division: "18", short: "Pejë"),
      Self.old(2, "Stanica Peć", language: "srp", code: "S\tRSTN", division: "18", short: "Peć"),
      Self.old(3, "Brnjak", division: "00"))
    #expect(outcome.place("gns:1")?.name == "Pejë")
    #expect(names(outcome.place("gns:1")) == ["sq Komuna e Pejës", "sq Pejë"])
    #expect(outcome.place("gns:2")?.name == "Stanica Peć")
    #expect(["gns:1", "gns:2", "gns:3"].map { outcome.place($0)?.admin1 } == ["Pejë", "Pejë", ""])
  }

  @Test func `today's layout is read by the names of its columns`() throws {
    let outcome = try read(
      Self.newHeader, Self.new(1, "Pristina", type: "C", language: "eng", division: "XK-1"),
      Self.new(1, "Приштина", type: "NS", language: "srp"),
      Self.new(1, "Prishtinë", language: "sqi", rank: "2"),
      Self.new(1, "Priština", language: "srp", rank: "1"),
      Self.new(1, "Ulpiana", type: "V", language: "lat", nameEnded: "1980-01-01"),
      Self.new(2, "Gone", ended: "2001-02-03"))
    #expect(
      names(outcome.place("gns:1")) == [
        "en Pristina", "sr-Latn Priština", "sq Prishtinë", "sr-Cyrl Приштина",
        "la-x-historic Ulpiana",
      ])
    #expect(outcome.place("gns:1")?.name == "Pristina")
    #expect(outcome.faults.leftOut.map(\.code) == ["no longer there"])
  }

  @Test(
    arguments: [
      ("KV", "XK"), ("RI", "RS"), ("AU", "AT"), ("AS", "AU"), ("GM", "DE"), ("GZ", "PS"),
      ("AL,KV", ""), ("UU", ""), ("", ""),
    ])
  func `countries of the old layout are those of FIPS 10-4`(fips: String, code: String) throws {
    #expect(try read(Self.oldHeader, Self.old(1, "A", country: fips)).places.first?.country == code)
  }

  @Test(
    arguments: [
      ("XKS", "XK"), ("SRB", "RS"), ("AUS", "AU"), ("AU", "AU"), ("XW", "PS"), ("CHN,PAK", ""),
      ("ZZZ", ""),
    ])
  func `countries of today's layout are those of GENC`(genc: String, code: String) throws {
    #expect(try read(Self.newHeader, Self.new(1, "A", country: genc)).places.first?.country == code)
  }

  @Test(
    arguments: [
      ("sqi", "sq"), ("SRP", "sr-Latn"), ("eng", "en"), ("cmn", "zh"), ("rom", "rom"),
      ("und", "und"), ("zxx", "und"), ("x", "und"), ("", "und"),
    ])
  func `languages have the shortest code`(code: String, tag: String) throws {
    let place = try read(Self.oldHeader, Self.old(1, "Brnjak", language: code)).places.first
    #expect(place?.names.first?.language == tag)
  }

  @Test func `features come by the remainder of their number, then by their first rows`() throws {
    let outcome = try read(
      Self.oldHeader, Self.old(65, "A"), Self.old(-64, "B"), Self.old(1, "C"), Self.old(65, "D"),
      Self.old(-63, "E"))
    #expect(outcome.places.map(\.id.text) == ["gns:-64", "gns:65", "gns:1", "gns:-63"])
    #expect(outcome.progress.last == outcome.totals.last)
  }

  @Test func `broken rows are told, and features of no use counted once`() throws {
    let outcome = try read(
      Self.oldHeader, Self.old(1, "Brnjak"), "2\t1", Self.old(2, ""),
      Self.old(3, "A", latitude: "-91"), Self.old(4, "Vrelo", code: "H\tSPNG"),
      Self.old(4, "Izvor", code: "H\tSPNG"), Self.old(5, "B", population: "many"))
    #expect(outcome.places.map(\.name) == ["Brnjak"])
    #expect(
      outcome.messages == [
        "file.txt:3:1: expected 14 columns between tabs, found 2",
        "file.txt:4:32: the name is empty",
        "file.txt:5:7: the latitude is no number from -90 to 90",
        "file.txt:8:27: the population is no whole number from 0 to 10000000000",
      ])
    #expect(outcome.faults.leftOut.map { "\($0.code) \($0.count)" } == ["H.SPNG 1"])
  }
}
