import Foundation
import SimpleFeatures
import Testing
import Toponymy

@Suite("Kinds of features")
struct FeatureKindTests {
  /// A row of the page's table.
  private struct Row {
    var kinds: [String]
    var radius: Double?
    var codes: [String]
  }

  private static func rows() throws -> [Row] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Documentation/gazetteer.md"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[2].contains(/^[A-Z]\.[A-Z]/) else { return nil }
      let radius = cells[1].split(separator: " ").first.flatMap { Double($0) }
      return Row(
        kinds: cells[0].split(separator: "`").map(String.init).filter { $0 != ", " },
        radius: radius.map { $0 * 1000 },
        codes: cells[2].split(separator: " ").map(String.init))
    }
  }

  @Test func `the page's table is what is read`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 20)
    let codes = rows.flatMap(\.codes)
    #expect(Set(codes).count == codes.count)
    let fixture = try ImportFixture()
    let lines = codes.enumerated().map { number, code in
      ImportFixture.geoNames(
        id: "\(number + 1)", code: code.replacing(".", with: "\t"), country: "XK")
    }
    let outcome = try fixture.read(
      .geonames, try fixture.write(lines.joined(separator: "\n"), "dump.txt"))
    #expect(outcome.faults.leftOut.map(\.code) == [] && outcome.faults.count == 0)
    let expected = rows.flatMap { row in row.codes.map { (code: $0, row: row) } }
    #expect(outcome.places.count == expected.count)
    for (place, (code, row)) in zip(outcome.places, expected) {
      #expect(place.kind.rawValue == row.kinds.first, "\(code)")
      #expect(
        place.uncertainty.value == row.radius ?? place.kind.defaultUncertainty.value, "\(code)")
    }
  }

  @Test(
    arguments: [
      "H.SPNG", "H.MRSH", "T.SPUR", "T.CAVE", "S.FRM", "S.HTL", "S.TOWR", "R.RD", "R.RR", "V.TREE",
      "U.RDGU", "L.LCTY", "L.AREA", "A.ADM1H", "A.PCLH", "P.PPLH", "P.PPLCH", "S.AIRQ", "L.RGNH",
    ])
  func `what the page says is left out is`(code: String) throws {
    let fixture = try ImportFixture()
    let row = ImportFixture.geoNames(code: code.replacing(".", with: "\t"))
    let outcome = try fixture.read(.geonames, bytes: Array(row.utf8))
    #expect(outcome.places.isEmpty && outcome.faults.leftOut.map(\.code) == [code])
  }

  @Test func `a neighbourhood as large as a city has a radius of its own`() throws {
    let fixture = try ImportFixture()
    let rows = ["99999", "100000"].map { ImportFixture.geoNames(code: "P\tPPLX", population: $0) }
    let outcome = try fixture.read(.geonames, bytes: Array(rows.joined(separator: "\n").utf8))
    #expect(outcome.places.map(\.uncertainty.value) == [1000, 5000])
    #expect(outcome.places.allSatisfy { $0.kind == .neighbourhood })
  }
}
