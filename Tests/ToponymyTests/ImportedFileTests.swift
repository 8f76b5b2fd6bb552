import Foundation
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@Suite("Files that are imported")
struct ImportedFileTests {
  let fixture: ImportFixture

  init() throws {
    fixture = try ImportFixture()
  }

  // MARK: - Lines

  @Test(arguments: ["\n", "\r\n"])
  func `line ends, a byte order mark and a last line without an end change nothing`(
    end: String
  ) throws {
    let rows = ["1", "2", "3"].map { ImportFixture.geoNames(id: $0, name: "Bërnicë") }
    let plain = try fixture.read(.geonames, bytes: Array(rows.joined(separator: "\n").utf8)).places
    #expect(plain.count == 3)
    for text in [rows.joined(separator: end), rows.joined(separator: end) + end] {
      #expect(try fixture.read(.geonames, bytes: Array(text.utf8)).places == plain)
      #expect(
        try fixture.read(.geonames, bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).places == plain)
    }
  }

  @Test func `lines are whole wherever the pieces of a large file end`() throws {
    let rows = (1...40_000).map { number in
      ImportFixture.geoNames(
        id: "\(number)", name: "N\(number)", alternates: String(repeating: "A", count: number % 97))
    }
    let bytes = Array(rows.joined(separator: "\n").utf8)
    #expect(bytes.count > 3 << 20)
    let outcome = try fixture.read(.geonames, bytes: bytes)
    #expect(outcome.faults.count == 0)
    #expect(outcome.places.map(\.name) == (1...40_000).map { "N\($0)" })
    #expect(outcome.progress.last == 2 * bytes.count)
  }

  @Test(arguments: [1 << 20, (1 << 20) + 1, 3 << 20])
  func `a line of more than 1 MiB is passed over and told`(length: Int) throws {
    let first = Array((ImportFixture.geoNames() + "\n").utf8)
    let last = Array(("\n" + ImportFixture.geoNames(id: "3")).utf8)
    let outcome = try fixture.read(
      .geonames, bytes: first + [UInt8](repeating: 0x41, count: length) + last)
    #expect(outcome.places.map(\.id.text) == ["geonames:1", "geonames:3"])
    let message =
      length > 1 << 20
      ? "the line is longer than 1 MiB" : "expected 19 columns between tabs, found 1"
    #expect(outcome.messages == ["file:2:1: \(message)"])
  }

  @Test func `progress is told at most every 8 MiB, and the total from the start`() throws {
    let long = String(repeating: "Abc ", count: 2000)
    let row = ImportFixture.geoNames(alternates: long, code: "H\tSPNG") + "\n"
    let bytes = Array(String(repeating: row, count: 2200).utf8)
    let outcome = try fixture.read(.geonames, bytes: bytes)
    #expect(outcome.progress.count >= 4)
    #expect(zip(outcome.progress, outcome.progress.dropFirst()).allSatisfy { $0 < $1 })
    #expect(outcome.progress.last == 2 * bytes.count)
    #expect(outcome.totals.allSatisfy { $0 == 2 * bytes.count })
    #expect(outcome.progress.count <= 2 * bytes.count / (8 << 20) + 2)
  }

  // MARK: - Files of another form

  @Test(arguments: GazetteerFormat.allCases)
  func `archives, empty files and other files are refused with what is expected`(
    _ format: GazetteerFormat
  ) throws {
    let zip = try #require(try fixture.refusal(format, bytes: Array("PK\u{3}\u{4}…".utf8)))
    #expect(zip == "file: is a zip archive: open it first, as with \"unzip -p file | … -\"")
    let gzip = try #require(try fixture.refusal(format, bytes: [0x1F, 0x8B, 8]))
    #expect(gzip.hasPrefix("file: is a gzip file: open it first"))
    #expect(try fixture.refusal(format, bytes: []) == "file: is empty")
    #expect(try fixture.refusal(format, bytes: [0xEF, 0xBB, 0xBF]) == "file: is empty")
    for text in ["a\n", "a,b\tc\n", String(repeating: "1\t2\t3\n", count: 60)] {
      let message = try #require(try fixture.refusal(format, bytes: Array(text.utf8)))
      #expect(message.hasPrefix("file: is no \(format.name): "))
      #expect(message.contains("; expected: "))
    }
  }

  @Test func `a dump whose first fifty lines cannot be read is refused, whatever follows`() throws {
    let broken = [String](repeating: "a\tb", count: 49)
    let row = ImportFixture.geoNames()
    let accepted = (broken + [row, "c"]).joined(separator: "\n")
    #expect(try fixture.read(.geonames, bytes: Array(accepted.utf8)).faults.count == 50)
    let refused = (broken + ["c", row]).joined(separator: "\n")
    let message = try #require(try fixture.refusal(.geonames, bytes: Array(refused.utf8)))
    #expect(message.contains("none of its first 50 lines can be read; line 1, column 1: expected"))
  }

  @Test func `a file that is not there, and a folder, are named with the reason`() throws {
    for (path, reason) in [
      ("/no/such/file", "there is no such file"), (fixture.folder.path(), "it is a folder"),
    ] {
      do {
        _ = try GazetteerImporter(format: .gns).read(path: path) { _ in }
        Issue.record("\(path) was read")
      } catch let error as GazetteerImportError {
        #expect(error == .unreadable(path: path, reason: reason))
        #expect(error.description == "\(path): cannot be read: \(reason)")
      }
    }
  }

  // MARK: - Damage

  /// A sound file of each form.
  private static func sound(_ format: GazetteerFormat) -> String {
    switch format {
    case .csv:
      "id,name,kind,latitude,longitude,uncertainty_m,country,admin1,admin2,population,names,"
        + "demonyms,references,source\n"
        + (1...20).map { "x:\($0),\"A, B\",town,1,2,3,XK,,,9,sq:a|b%3A;tr:c,en:d,g:1,s\n" }.joined()
    case .geonames:
      (1...20).map {
        ImportFixture.geoNames(id: "\($0)", alternates: "Á,B,Ц", population: "9\($0)") + "\n"
      }.joined()
    case .gns:
      "ufi\tnt\tfull_name\tlat_dd\tlong_dd\tfc\tdesig_cd\tcc_ft\tlang_cd\tpop\n"
        + (1...20).map { "\($0 / 2)\tN\tŽur\t42.1\t-20.6\tP\tPPL\tXKS\tsrp\t120\n" }.joined()
    case .whosonfirst:
      "id,placetype,name,lat,lon,country,population,names_sr\n"
        + (1...20).map { "\($0),locality,\"Žur, a\",42.1,-20.6,XK,77,Жур|Žur\n" }.joined()
    }
  }

  @Test(arguments: GazetteerFormat.allCases, Seed.allCases)
  func `a damaged file gives sound places, faults or a reason, never more`(
    _ format: GazetteerFormat, _ seed: Seed
  ) throws {
    var generator = seed.generator
    let sound = Array(Self.sound(format).utf8)
    let damage = Array("\t,\"\n\r\0|;:%-.9eE\u{7F}".utf8) + [0x80, 0xC2, 0xED, 0xFF]
    for _ in 0..<25 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.removeLast(min(place, 30))
        case 2: bytes.insert(damage.randomElement(using: &generator) ?? 0, at: place)
        default: bytes[place] = damage.randomElement(using: &generator) ?? 0
        }
      }
      do {
        let outcome = try fixture.read(format, bytes: bytes)
        #expect(outcome.places.allSatisfy { Self.isSound($0) })
        #expect(outcome.faults.listed.count == min(outcome.faults.count, ImportFaults.listLimit))
        #expect(outcome.faults.listed.allSatisfy { $0.line >= 1 && $0.column >= 1 })
      } catch let error as GazetteerImportError {
        #expect(error.description.contains("expected: ") || error.description.contains("is empty"))
      }
    }
  }

  @Test(arguments: GazetteerFormat.allCases, Seed.allCases)
  func `random bytes are refused or read, never more`(_ format: GazetteerFormat, _ seed: Seed)
    throws
  {
    var generator = seed.generator
    for length in [1, 3, 300, 5000] {
      let bytes = generator.bytes(length)
      do {
        #expect(try fixture.read(format, bytes: bytes).places.isEmpty)
      } catch is GazetteerImportError {
        continue
      }
    }
  }

  /// Whether a place is what every place must be.
  private static func isSound(_ place: Place) -> Bool {
    let names = [place.name] + place.names.map(\.text)
    return abs(place.position.latitude) <= 90 && abs(place.position.longitude) <= 180
      && names.allSatisfy { name in
        !name.isEmpty && name.utf8.count <= 1024
          && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
      }
      && (place.country.isEmpty || place.country.utf8.count == 2) && place.population != 0
      && place.uncertainty.value > 0 && place.names.allSatisfy { !$0.language.isEmpty }
  }
}
