import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Names as people type them")
struct TypedNameTests {
  private func resolved(_ text: String) throws -> String? {
    try Anchors.resolver().resolve(text).place?.id.text
  }

  @Test(arguments: [
    ("Leposavića", "xk:leposavic"), ("u Leposaviću", "xk:leposavic"),
    ("у Лепосавићу", "xk:leposavic"), ("iz Zvečana", "xk:zvecan"),
    ("Leposaviqit", "xk:leposavic"), ("në Zveçan", "xk:zvecan"), ("Leposaviç'te", "xk:leposavic"),
    ("Novog Brda", "xk:novo-brdo"), ("the town of Zvečan", "xk:zvecan"),
    ("Kosovo North", "xk:north-kosovo"), ("Severno Kosovo", "xk:north-kosovo"),
    ("Kuzey Kosova", "xk:north-kosovo"), ("Kosovë e Veriut", "xk:north-kosovo"),
    ("St. Louis", "us:st-louis"), ("ST LOUIS", "us:st-louis"), ("Sankt Louis", "us:st-louis"),
    ("St. Louis, US", "us:st-louis"), ("St. Louis, MO", "us:st-louis"),
    ("St. Louis, Missouri", "us:st-louis"), ("u Zvečanu (Kosovo)", "xk:zvecan"),
  ])
  func `endings, short forms and small words are seen through`(
    _ text: String, _ id: String
  ) throws {
    #expect(try resolved(text) == id)
  }

  @Test(arguments: [
    ("Leposavića", "an inflected form of Leposavić"), ("St. Louis", "the forms of Saint"),
    ("Kosovo North", "the forms of N"), ("the town of Zvečan", "asked for as a town"),
  ])
  func `what was done to a name is among the reasons`(_ text: String, _ reason: String) throws {
    let reasons = try Anchors.resolver().resolve(text).candidates.first?.reasons ?? []
    #expect(reasons.contains { $0.contains(reason) }, "\(reasons)")
  }

  @Test(arguments: [
    ("10 km north of Leposavić", "10 km N of Leposavić"),
    ("10km south of xk:zvecan", "10 km S of Zvečan"),
    ("eastern Syria", "eastern Syria"), ("in eastern syria", "eastern Syria"),
    ("Leposaviç'in 10 km kuzeyinde", "10 km N of Leposavić"),
    ("između Leposavića i Zvečana", "between Leposavić and Zvečan"),
    ("the Leposavić–Zvečan road", "road Leposavić–Zvečan"),
    ("the border between Kosovo and Serbia", "border of Kosovo and Serbia"),
    ("near Novo Brdo", "near Novo Brdo"), ("Ostsyrien", "eastern Syria"),
  ])
  func `words for where are read as in a report`(_ text: String, _ label: String) throws {
    let reading = try Anchors.resolver().read(text)
    #expect(reading.area?.label == label)
    let query = try PlaceQuery(text, for: .point, resolver: try Anchors.resolver())
    #expect(query.label == label && query.position == reading.area?.position)
    #expect(query.uncertainty == reading.area?.uncertainty)
  }

  @Test func `distances are told from the town, not from its municipality`() throws {
    let area = try Anchors.resolver().read("5 km east of Leposavić").area
    #expect(area?.anchors.map(\.id.text) == ["xk:leposavic"])
  }

  @Test func `a name that the gazetteer has is no area`() throws {
    for text in ["North Kosovo", "u severnom delu Kosova", "Kosova'nın kuzeyinde"] {
      let reading = try Anchors.resolver().read(text)
      #expect(reading.area == nil && reading.resolution.place?.id.text == "xk:north-kosovo")
    }
  }

  @Test func `the area of an ambiguous name is not decided`() throws {
    let resolver = NameResolver(gazetteer: Places.gazetteer, lexicons: try Anchors.lexicons.get())
    let reading = resolver.read("10 km north of Gornje Polje")
    #expect(reading.area == nil && reading.resolution.candidates.count == 2)
    #expect(throws: PlaceQueryError.self) {
      try PlaceQuery("10 km north of Gornje Polje", for: .point, resolver: resolver)
    }
  }

  // MARK: - Bad input

  static let strange = [
    "", " ", ",", "St. Louis, IL", "St. Louis, XX", "(", ")", "of", "the", "in the", "10 km",
    "10 km north of", "north of",
    "between and", "between Zvečan and", "\u{0}", "\u{7}\u{1B}[31m", "\u{202E}ćivasopeL",
    "القدس الشرقية", "ירושלים", "ZveчaнZvečan", "\u{301}\u{301}", "🏔️", "'", "’s", "St.", "North",
    "e Veriut", "km", "999999999999999999999 km north of Nowhere",
    String(repeating: "x", count: 10_000), String(repeating: "St. ", count: 2500),
    String(repeating: "Leposavića ", count: 900), String(repeating: "a'", count: 150),
    String(repeating: "north of ", count: 16) + "Nowhere",
    String(repeating: "St ", count: 15) + "Nowhere",
  ]

  @Test(arguments: strange)
  func `what names nothing is unresolved, with a reason`(_ text: String) throws {
    let reading = try Anchors.resolver().read(text)
    guard case .unresolved(let reason) = reading.resolution else {
      Issue.record("\(reading.resolution)")
      return
    }
    #expect(!reason.isEmpty && reading.area == nil)
  }

  @Test func `an error shows a long or strange name on one short line`() throws {
    let resolver = try Anchors.resolver()
    for text in Self.strange {
      let error = #expect(throws: PlaceQueryError.self) {
        try PlaceQuery(text, for: .point, resolver: resolver)
      }
      let line = error?.description ?? ""
      #expect(line.count < 400)
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test(arguments: Seed.allCases)
  func `any words in any order are read without fault`(_ seed: Seed) throws {
    var generator = seed.generator
    let words = [
      "10", "km", "north", "of", "Leposavić", "between", "and", "Zvečan", "'", "the", "border",
      "with", "Serbia", "St.", "North", "kuzeyinde", "severno", "od", ",", "(", ")", "-", "–",
      "road", "u", "near", "eastern", "\u{0}", "5-10", "2.5",
    ]
    let resolver = try Anchors.resolver()
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...9, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      let reading = resolver.read(text)
      #expect(reading == resolver.read(text))
      if let area = reading.area {
        #expect(area.position.isValid && area.uncertainty.value > 0, "\(text)")
      }
    }
  }
}
