import SimpleFeatures
import Testing
import Toponymy

@testable import Cartography

@Suite("Names on maps") struct MapNamesTests {
  private func names(_ languages: String...) -> MapNames {
    MapNames(languages: languages, places: Gazetteer([]))
  }

  private func place(
    _ name: String, country: String = "SY", _ names: (language: String, text: String)...
  ) -> Place {
    Place(
      id: PlaceID("t:1"), name: name, kind: .town, position: Position(longitude: 1, latitude: 1),
      country: country, names: names.map { Toponym($0.text, language: $0.language) })
  }

  @Test func `where no language is asked for, a place has its preferred name`() {
    let aleppo = place("Aleppo", ("sr-Latn", "Alep"), ("ar", "حلب"))
    #expect(names().names(of: aleppo) == ["Aleppo"])
  }

  @Test func `in Kosovo both official languages are written unless others are asked for`() {
    let leposavic = place("Leposavić", country: "XK", ("sr-Latn", "Leposavić"), ("sq", "Leposaviq"))
    #expect(names().names(of: leposavic) == ["Leposavić", "Leposaviq"])
    #expect(names("sq").names(of: leposavic) == ["Leposaviq"])
    #expect(names("tr").names(of: leposavic) == ["Leposavić"])
    let area = Feature(
      geometry: nil,
      properties: [
        "country": .text("XK"), "name": .text("Kosovo"), "name_sr_latn": .text("Kosovo"),
        "name_sq": .text("Kosova"),
      ])
    #expect(names().names(of: area) == ["Kosovo", "Kosova"])
  }

  @Test func `languages come in their order, without repetition, else the preferred name`() {
    let aleppo = place("Aleppo", ("sr-Latn", "Alep"), ("ar", "حلب"), ("tr", "Halep"))
    #expect(names("ar", "sr", "tr").names(of: aleppo) == ["حلب", "Alep", "Halep"])
    #expect(names("el").names(of: aleppo) == ["Aleppo"])
    #expect(names("sr", "sr-Latn").names(of: aleppo) == ["Alep"])
  }

  @Test func `a language is found under the tags of its scripts and regions`() {
    let place = place("Beijing", ("zh-Hant", "北京"), ("en", "Beijing"), ("sr-Cyrl", "Пекинг"))
    #expect(names("zh").names(of: place) == ["北京"])
    #expect(names("en-GB").names(of: place) == ["Beijing"])
    #expect(names("sr").names(of: place) == ["Beijing"], "no Latin form, so the preferred name")
    #expect(names("sr-Cyrl").names(of: place) == ["Пекинг"])
  }

  /// U+1F3D4 and U+12000 (cuneiform) are in none of the fonts.
  @Test(arguments: ["🏔", "𒀀𒀁", "Ale\u{E000}ppo"])
  func `a name without glyphs gives way to one that can be written`(hostile: String) {
    let wanted = place(hostile, ("el", "Χαλέπι"), ("tr", "Halep"), ("ar", hostile))
    #expect(names("ar").names(of: wanted) == ["Halep"], "one in Latin letters before others")
    #expect(names().names(of: wanted) == ["Halep"])
    #expect(names().names(of: place(hostile, ("el", "Χαλέπι"))) == ["Χαλέπι"])
    #expect(names().names(of: place(hostile)).isEmpty)
  }

  @Test func `what steers text is taken out of a name`() {
    #expect(LabelText.cleaned(" A\u{202E}b\u{0}\u{200F}\n\tc\u{AD} ") == "Ab c")
    #expect(LabelText.cleaned("نیم\u{200C}فاصله") == "نیم\u{200C}فاصله", "Persian needs it")
    #expect(names().names(of: place("\u{202E}Halab\u{7}")) == ["Halab"])
  }

  @Test(arguments: [
    ("Ελλάδα", nil, "ΕΛΛΑΔΑ"), ("Ήπειρος", nil, "ΗΠΕΙΡΟΣ"), ("İzmir", "tr", "İZMİR"),
    ("Straße", nil, "STRASSE"), ("საქართველო", nil, "საქართველო"), ("سوريا", nil, "سوريا"),
    ("Косово", nil, "КОСОВО"),
  ])
  func `capitals are those of the language and script`(name: String, tag: String?, upper: String) {
    #expect(LabelText.capitals(name, language: tag) == upper)
  }

  @Test func `names from right to left are set apart where signs would leave them`() {
    #expect(LabelText.isolated("حلب") == "حلب")
    #expect(LabelText.isolated("דיר אל-בלח") == "\u{2067}דיר אל-בלח\u{2069}")
    #expect(LabelText.isolated("حي 12") == "\u{2067}حي 12\u{2069}")
    #expect(LabelText.isolated("Peja (Peć)") == "Peja (Peć)")
  }
}
