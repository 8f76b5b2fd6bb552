import Foundation
import Testing
import Toponymy

@testable import Cartography

@Suite("Widths of letters") struct GlyphWidthsTests {
  /// Advance widths in hundredths of the size: DejaVu Sans 2.37 (em 2048): A 1401, Ж 2207, Ω 1565,
  /// ש 1479.
  @Test(
    arguments: [
      ("A", 68.4), ("Ж", 107.8), ("Ω", 76.4), ("ש", 72.2),
    ] as [(Unicode.Scalar, Double)])
  func `a letter is as wide as in the widest font`(scalar: Unicode.Scalar, width: Double) {
    let stated = Double(GlyphWidths.width(of: scalar, isBold: false))
    #expect(stated >= width && stated < width * 1.35)
    #expect(GlyphWidths.width(of: scalar, isBold: true) >= Int(stated * 0.9))
  }

  @Test func `marks take no room and squares take a whole one`() {
    #expect(GlyphWidths.width(of: "\u{301}", isBold: false) == 0)
    #expect(GlyphWidths.width(of: "\u{64E}", isBold: false) <= 1)
    #expect(GlyphWidths.width(of: "京", isBold: true) == 102)
    #expect(GlyphWidths.width(of: "𒀀", isBold: false) > 100, "unknown letters are taken for wide")
  }

  @Test(arguments: [
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Ngũgĩ’s Hồ Chí Minh",
    "Դիլիջան", "ירושלים", "تهران\u{200C}پارس", "กรุงเทพมหานคร", "काठमांडू", "ཨ",
  ])
  func `letters of many scripts are known`(name: String) {
    #expect(GlyphWidths.cover(name) == (name != "ཨ"), "Tibetan is not in the stack")
  }

  /// The world's places are looked at by `Support/glyph-widths.py --check`.
  @Test func `every place of the region has a name that can be written, in each language`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = root.deletingLastPathComponent().appending(path: "Data/gazetteer.csv")
    let bytes = try Array(Data(contentsOf: path))
    let gazetteer = try Gazetteer(files: [("gazetteer.csv", bytes)])
    for language in ["", "sr", "sr-Cyrl", "sq", "en", "tr", "mk"] {
      let names = MapNames(languages: language.isEmpty ? [] : [language], places: gazetteer)
      for place in gazetteer.places {
        let written = names.names(of: place)
        #expect(!written.isEmpty && written.allSatisfy(GlyphWidths.cover), "\(place.id)")
      }
    }
  }
}
