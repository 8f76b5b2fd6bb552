import Geodesy
import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import Geoparsing

/// A few places that reports tell others by, and the shipped words of every language.
enum Anchors {
  static func place(
    _ id: String, _ name: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double,
    radius: Double? = nil, country: String = "XK", admin2: String = "", names: [String] = [],
    demonyms: [String] = []
  ) -> Place {
    Place(
      id: PlaceID(id), name: name, kind: kind,
      position: Position(longitude: longitude, latitude: latitude),
      uncertainty: radius.map { Meters.kilometers($0) }, country: country, admin2: admin2,
      names: names.map { Toponym($0, language: "sq") },
      demonyms: demonyms.map { Toponym($0, language: "en") })
  }

  static let places = [
    place(
      "xk:kosovo", "Kosovo", .country, 42.6, 20.9, radius: 60,
      names: ["Kosova", "Косово", "Kosovë"]),
    place("xk:north-kosovo", "North Kosovo", .region, 43.0, 20.75, radius: 35),
    place(
      "rs:serbia", "Serbia", .country, 44.0, 21.0, radius: 160, country: "RS",
      names: ["Srbija", "Serbi", "Sırbistan", "Serbie", "Serbien", "Србија"],
      demonyms: ["Serbian"]),
    place(
      "sy:syria", "Syria", .country, 35.0, 38.0, radius: 243, country: "SY",
      names: ["Suriye", "Siri", "Syrie", "Siria", "Syrien", "Сирија"], demonyms: ["Syrian"]),
    place(
      "tr:turkey", "Turkey", .country, 39.0, 35.0, radius: 498, country: "TR",
      names: ["Türkiye"], demonyms: ["Turkish"]),
    place(
      "xk:leposavic", "Leposavić", .town, 43.1039, 20.8028, admin2: "Leposavić",
      names: ["Leposaviq", "Leposaviç", "Лепосавиќ"]),
    place(
      "xk:leposavic-municipality", "Leposavić", .municipality, 43.1253, 20.8048,
      admin2: "Leposavić", names: ["Leposaviq"]),
    place("xk:zvecan", "Zvečan", .town, 42.9075, 20.8403, names: ["Zveçan", "Звечан"]),
    place("xk:novo-brdo", "Novo Brdo", .village, 42.6, 21.4),
    place("xk:ibar", "Ibar", .river, 42.95, 20.8, names: ["Ibër", "Ибар"]),
    place("de:norden", "Norden", .town, 53.596, 7.206, country: "DE"),
    Place(
      id: PlaceID("us:st-louis"), name: "Saint Louis", kind: .city,
      position: Position(longitude: -90.1979, latitude: 38.6273), country: "US",
      admin1: "Missouri"),
    Place(
      id: PlaceID("us:missouri"), name: "Missouri", kind: .admin1,
      position: Position(longitude: -92.5, latitude: 38.5), country: "US", admin1: "Missouri",
      references: ["iso3166-2:US-MO"]),
  ]

  static let lexicons = Result {
    Lexicons(
      try ["de", "en", "es", "fr", "mk", "sq", "sr", "tr", "und"].map { try Shipped.lexicon($0) })
  }

  static let gazetteer = Gazetteer(places: places)

  static func mentions(_ text: String, _ language: String) throws -> [Mention] {
    Geoparser(gazetteer: gazetteer, lexicons: try lexicons.get())
      .mentions(in: text, language: language)
  }

  /// The one area that a text tells of.
  static func area(_ text: String, _ language: String = "en") throws -> VagueArea? {
    let areas = try mentions(text, language).compactMap(\.area)
    #expect(areas.count <= 1, "\(areas.map(\.label))")
    return areas.first
  }

  static func resolver() throws -> NameResolver {
    NameResolver(gazetteer: gazetteer, lexicons: try lexicons.get())
  }
}

@Suite("Vague places")
struct VaguePlaceTests {
  // MARK: - In every language

  struct Phrase: CustomTestStringConvertible {
    let language: String
    let text: String
    let label: String
    var testDescription: String { "\(language): \(label)" }

    init(_ language: String, _ text: String, _ label: String) {
      (self.language, self.text, self.label) = (language, text, label)
    }
  }

  @Test(arguments: [
    Phrase("en", "Shots were fired 10 km north of Leposavić.", "10 km N of Leposavić"),
    Phrase("sr", "Pucalo se 10 km severno od Leposavića.", "10 km N of Leposavić"),
    Phrase("sr", "Пуцало се 10 км северно од Лепосавића.", "10 km N of Leposavić"),
    Phrase("sq", "Pati të shtëna 10 km në veri të Leposaviqit.", "10 km N of Leposavić"),
    Phrase("tr", "Leposaviç'in 10 km kuzeyinde ateş açıldı.", "10 km N of Leposavić"),
    Phrase("mk", "Се пукаше 10 км северно од Лепосавиќ.", "10 km N of Leposavić"),
    Phrase("de", "Schüsse fielen 10 km nördlich von Leposavić.", "10 km N of Leposavić"),
    Phrase("fr", "Des tirs à 10 km au nord de Leposavić.", "10 km N of Leposavić"),
    Phrase("es", "Hubo disparos a 10 km al norte de Leposavić.", "10 km N of Leposavić"),

    Phrase("en", "Shots were fired in eastern Syria.", "eastern Syria"),
    Phrase("sr", "Pucalo se na istoku Sirije.", "eastern Syria"),
    Phrase("sq", "Pati të shtëna në lindje të Sirisë.", "eastern Syria"),
    Phrase("tr", "Suriye'nin doğusunda ateş açıldı.", "eastern Syria"),
    Phrase("mk", "Се пукаше во источниот дел на Сирија.", "eastern Syria"),
    Phrase("de", "Im Osten von Syrien fielen Schüsse.", "eastern Syria"),
    Phrase("de", "In Ostsyrien fielen Schüsse.", "eastern Syria"),
    Phrase("de", "Schüsse fielen im Gebiet Ostsyriens.", "eastern Syria"),
    Phrase("fr", "Des tirs dans l'est de la Syrie.", "eastern Syria"),
    Phrase("es", "Hubo disparos en el este de Siria.", "eastern Syria"),

    Phrase("en", "They met between Leposavić and Zvečan.", "between Leposavić and Zvečan"),
    Phrase("sr", "Sreli su se između Leposavića i Zvečana.", "between Leposavić and Zvečan"),
    Phrase("sq", "U takuan midis Leposaviqit dhe Zveçanit.", "between Leposavić and Zvečan"),
    Phrase("tr", "Leposaviç ile Zveçan arasında buluştular.", "between Leposavić and Zvečan"),
    Phrase("mk", "Се сретнаа меѓу Лепосавиќ и Звечан.", "between Leposavić and Zvečan"),
    Phrase("de", "Sie trafen sich zwischen Leposavić und Zvečan.", "between Leposavić and Zvečan"),
    Phrase("fr", "Des tirs entre Leposavić et Zvečan.", "between Leposavić and Zvečan"),
    Phrase("es", "Hubo disparos entre Leposavić y Zvečan.", "between Leposavić and Zvečan"),

    Phrase("en", "A mine lay on the road from Leposavić to Zvečan.", "road Leposavić–Zvečan"),
    Phrase("en", "A mine lay on the Leposavić–Zvečan road.", "road Leposavić–Zvečan"),
    Phrase("sr", "Mina je ležala na putu Leposavić–Zvečan.", "road Leposavić–Zvečan"),
    Phrase("sq", "Mina ishte në rrugën Leposaviq–Zveçan.", "road Leposavić–Zvečan"),
    Phrase("tr", "Leposaviç-Zveçan yolunda mayın bulundu.", "road Leposavić–Zvečan"),
    Phrase("fr", "Une mine sur la route entre Leposavić et Zvečan.", "road Leposavić–Zvečan"),

    Phrase("en", "Near the Syrian-Turkish border shots were fired.", "border of Syria and Turkey"),
    Phrase("tr", "Türkiye-Suriye sınırında ateş açıldı.", "border of Turkey and Syria"),
    Phrase("en", "In Kosovo, shots fell at the border with Serbia.", "border of Serbia and Kosovo"),
    Phrase("sr", "Na Kosovu se pucalo na granici sa Srbijom.", "border of Serbia and Kosovo"),
    Phrase("sq", "Në Kosovë pati të shtëna në kufirin me Serbinë.", "border of Serbia and Kosovo"),
    Phrase(
      "de", "Im Kosovo, an der Grenze zu Serbien, fielen Schüsse.", "border of Serbia and Kosovo"),
    Phrase(
      "fr", "Des tirs au Kosovo près de la frontière avec la Serbie.", "border of Serbia and Kosovo"
    ),

    Phrase("en", "Mines lay along the Ibar.", "along Ibar"),
    Phrase("sr", "Mine su bile duž reke Ibar.", "along Ibar"),
    Phrase("tr", "Ibar boyunca mayınlar bulundu.", "along Ibar"),
    Phrase("en", "Shots were fired near Leposavić.", "near Leposavić"),
    Phrase("en", "Shots were fired near the village of Novo Brdo.", "near Novo Brdo"),
    Phrase("en", "They met 5 km south of the town of Leposavić.", "5 km S of Leposavić"),
    Phrase("tr", "Leposaviç kentinin 10 km kuzeyinde ateş açıldı.", "10 km N of Leposavić"),
    Phrase("fr", "Des tirs près de la ville de Leposavić.", "near Leposavić"),
    Phrase("tr", "Leposaviç yakınlarında ateş açıldı.", "near Leposavić"),
    Phrase("en", "Shots were fired outside Leposavić.", "outside Leposavić"),
    Phrase("en", "They camped about 20 miles from Leposavić.", "32.2 km from Leposavić"),
    Phrase("tr", "Leposaviç'e 20 km uzaklıkta kamp kurdular.", "20 km from Leposavić"),
  ])
  func `words around a name make an area of its place`(_ phrase: Phrase) throws {
    let area = try Anchors.area(phrase.text, phrase.language)
    #expect(area?.label == phrase.label)
  }

  @Test(arguments: [
    "Serbian border guards came.", "They crossed at the Serbian border crossing.",
    "Shots were fired in Leposavić.", "The road was long. Zvečan was calm.",
    "Ten kilometres. North of it all lies Leposavić.", "Between 10 and 20 came to Zvečan.",
    "They came to the northern town of Zvečan.", "He lives in East Serbia Street.",
    "Eastern and Serbia do not go together.", "They went as far south as Zvečan.",
    "Kosovo and Serbia met between Monday and Friday.",
  ])
  func `the same words elsewhere make none`(_ text: String) throws {
    #expect(try Anchors.area(text) == nil)
  }

  @Test func `a country's part is a place, but not where it only qualifies people`() throws {
    let killed = try Anchors.mentions("An attack in eastern Syria killed two people.", "en")
    #expect(killed.map(\.role) == [.location] && killed.first?.area?.label == "eastern Syria")
    let police = try Anchors.mentions("The eastern Syria police came.", "en")
    #expect(police.map(\.role) == [.modifier] && police.first?.area == nil)
  }

  // MARK: - Distances

  @Test(arguments: [
    ("10 km", "10 km"), ("10km", "10 km"), ("2.5 km", "2.5 km"), ("2,5 kilometres", "2.5 km"),
    ("500 metres", "500 m"), ("ten kilometres", "10 km"), ("twenty five km", "25 km"),
    ("10 miles", "16.1 km"), ("10 km (6 miles)", "10 km"), ("5-10 km", "5–10 km"),
    ("1,200 metres", "1.2 km"), ("some 10 km to the", "10 km"),
  ])
  func `distances are read as people write them`(_ text: String, _ label: String) throws {
    let area = try Anchors.area("Shots were fired \(text) north of Leposavić.")
    #expect(area?.label == "\(label) N of Leposavić")
  }

  @Test(arguments: ["0 km", "5000 km", "99999999999 km", "km", "-"])
  func `what is no distance is read as none`(_ text: String) throws {
    let area = try Anchors.area("Shots were fired \(text) north of Leposavić.")
    #expect(area?.label == "north of Leposavić")
  }

  // MARK: - Points and radii

  /// Expected by `geod +ellps=WGS84` of PROJ 9.
  @Test(arguments: [
    ("10 km north of Leposavić", 43.193913, 20.8028),
    ("10 km northeast of Leposavić", 43.167516, 20.889755),
  ])
  func `a distance is followed along the geodesic`(
    _ text: String, _ latitude: Double, _ longitude: Double
  ) throws {
    let area = try #require(try Anchors.area("Shots were fired \(text)."))
    #expect(abs(area.position.latitude - latitude) < 1e-6)
    #expect(abs(area.position.longitude - longitude) < 1e-6)
    // The town's own 3 km, the chord of an eighth of the circle, a tenth of the distance.
    #expect(area.uncertainty == Meters(3000 + 3900 + 1000))
    #expect(area.precision == .near)
  }

  @Test func `between two places is half way, with half the distance as radius`() throws {
    let area = try #require(try Anchors.area("They met between Leposavić and Zvečan."))
    // `geod -I`: 22,031.821 m from one to the other.
    #expect(abs(area.uncertainty.value - 22_031.821 / 2) < 0.001)
    for place in area.anchors {
      let distance = Geodesic.wgs84.distance(from: area.position, to: place.position)
      #expect(abs(distance.value - area.uncertainty.value) < 0.001)
    }
  }

  @Test func `a part lies within its whole and nearer to its side`() throws {
    let area = try #require(try Anchors.area("Shots were fired in eastern Syria."))
    #expect(area.position.longitude > 39 && abs(area.position.latitude - 35) < 0.1)
    #expect(area.uncertainty == .kilometers(243 * 0.75))
    #expect(area.precision == .region && area.country == "SY")
  }

  @Test func `where only a distance is told the place's ring is held`() throws {
    let area = try #require(try Anchors.area("They camped 20 km from Leposavić."))
    let place = try #require(area.anchors.first)
    #expect(area.position == place.position)
    #expect(area.uncertainty == Meters(3000 + 20_000 + 2000))
  }

  @Test func `a border lies between the countries, in the one that speaks of the other`() throws {
    let area = try #require(
      try Anchors.area("In Kosovo, shots were fired at the border with Serbia."))
    #expect(area.country == "XK" && area.precision == .vague)
    #expect((42.6...44.0).contains(area.position.latitude))
    let named = try #require(try Anchors.area("Near the border between Kosovo and Serbia."))
    #expect(named.country.isEmpty)
  }

  @Test func `a part that the gazetteer has itself is that place`() throws {
    for (text, language) in [
      ("Pucalo se u severnom delu Kosova.", "sr"), ("Schüsse fielen im Norden des Kosovo.", "de"),
    ] {
      let area = try Anchors.area(text, language)
      #expect(area?.place?.id.text == "xk:north-kosovo", "\(language)")
    }
  }

  @Test func `a saint's day, church or hospital is no town of that name`() throws {
    for text in ["St. Louis’s Day was calm.", "He lay in St. Louis Hospital."] {
      #expect(try Anchors.mentions(text, "en").isEmpty)
    }
    let town = try Anchors.mentions("Shots were fired in St. Louis on Monday.", "en")
    #expect(town.map(\.surface) == ["St. Louis"] && town[0].resolution.place != nil)
  }

  @Test func `a direction that is also a town's name is no town there`() throws {
    let mentions = try Anchors.mentions("Im Norden von Syrien fielen Schüsse.", "de")
    #expect(mentions.map(\.surface) == ["Norden", "Syrien"])
    #expect(mentions.map(\.role).first == .dropped)
    #expect(mentions[1].area?.label == "northern Syria")
  }

  @Test(arguments: [
    "Shots were fired some 10 km north of Leposavić today.", "Leposaviç'in 10 km kuzeyinde.",
  ])
  func `the span of an area holds all its words`(_ text: String) throws {
    let area = try #require(
      try Anchors.area(text, text.hasPrefix("L") ? "tr" : "en"))
    let quote = String(decoding: Array(text.utf8)[area.range], as: UTF8.self)
    #expect(["10 km north of Leposavić", "Leposaviç'in 10 km kuzeyinde"].contains(quote))
  }
}
