import Foundation
import Geoparsing
import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import IncidentExtraction

/// Invented reports, one in each language, that tell where by way of other places.
@Suite("Reports of vague places")
struct VaguePlaceReportTests {
  private static func place(
    _ id: String, _ name: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double,
    radius: Double? = nil, country: String, names: [String] = []
  ) -> Place {
    Place(
      id: PlaceID(id), name: name, kind: kind,
      position: Position(longitude: longitude, latitude: latitude),
      uncertainty: radius.map { Meters.kilometers($0) }, country: country,
      names: names.map { Toponym($0, language: "fr") })
  }

  private static let gazetteer = Gazetteer(places: [
    place(
      "ml:mali", "Mali", .country, 17, -4, radius: 633, country: "ML", names: ["Malí", "Мали"]),
    place("ne:niger", "Niger", .country, 16, 8, radius: 614, country: "NE", names: ["Níger"]),
    place("ml:gao", "Gao", .town, 16.2666, -0.0499, country: "ML", names: ["Гао"]),
    place(
      "ml:timbuktu", "Timbuktu", .town, 16.7735, -3.0074, country: "ML",
      names: ["Tombouctou", "Tombuctú", "Timbuktu", "Тимбукту"]),
    place("ml:ansongo", "Ansongo", .town, 15.6597, 0.5022, country: "ML", names: ["Ансонго"]),
  ])

  private static let extractor = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/lexicon")
    let languages = ["de", "en", "es", "fr", "mk", "sq", "sr", "tr", "und"]
    let lexicons = try languages.map { language in
      try Lexicon(
        Array(try Data(contentsOf: folder.appending(path: "\(language).lexicon"))),
        path: "\(language).lexicon", language: language)
    }
    return IncidentExtractor(
      geoparser: Geoparser(gazetteer: gazetteer, lexicons: Lexicons(lexicons)))
  }

  private static func incidents(_ texts: [String], _ language: String) throws -> [Incident] {
    let extractor = try extractor.get()
    let read = texts.map { text in
      extractor.read(
        Report(
          sha256: Report.sha256(of: Array(text.utf8)),
          published: CalendarDate("2024-03-08").map { PublicationDate(date: $0, basis: .given) },
          language: language, text: text))
    }
    return IncidentMerger().incidents(from: read.flatMap(\.events), reports: read.map(\.report))
      .map(\.incident)
  }

  struct Case: CustomTestStringConvertible {
    let language: String
    let text: String
    /// The places of the incidents, in any order.
    let places: Set<String>
    var testDescription: String { language }

    init(_ language: String, _ text: String, _ places: Set<String>) {
      (self.language, self.text, self.places) = (language, text, places)
    }
  }

  @Test(arguments: [
    Case(
      "en",
      """
      Four soldiers were killed on Monday in an ambush 40 km south of Gao. On Tuesday, a bomb wounded two \
      traders on the road from Gao to Ansongo. Police arrested six people in Timbuktu on Wednesday.
      """, ["40 km S of Gao", "road Gao–Ansongo", "Timbuktu"]),
    Case(
      "sq",
      """
      Katër ushtarë u vranë të hënën në një pritë 40 km në jug të Ansongos. Të martën dy persona u plagosën \
      nga një shpërthim midis Ansongos dhe Timbuktusë.
      """, ["40 km S of Ansongo", "between Ansongo and Timbuktu"]),
    Case(
      "sr",
      """
      Četiri vojnika su ubijena u ponedeljak u zasedi 40 km južno od Gaoa. U utorak su dve osobe ranjene u \
      eksploziji u severnom delu Malija.
      """, ["40 km S of Gao", "northern Mali"]),
    Case(
      "tr",
      """
      Pazartesi günü Gao'nun 40 km güneyinde kurulan pusuda dört asker öldü. Salı günü Mali'nin kuzeyinde \
      bir patlamada iki kişi yaralandı.
      """, ["40 km S of Gao", "northern Mali"]),
    Case(
      "mk",
      """
      Четворица војници беа убиени во понеделник во заседа 40 км јужно од Гао. Во вторник двајца беа \
      повредени во експлозија меѓу Гао и Ансонго.
      """, ["40 km S of Gao", "between Gao and Ansongo"]),
    Case(
      "de",
      """
      Vier Soldaten wurden am Montag bei einem Angriff 40 Kilometer südlich von Gao getötet. Am Dienstag \
      wurden bei einer Explosion im Norden von Mali zwei Menschen verletzt.
      """, ["40 km S of Gao", "northern Mali"]),
    Case(
      "fr",
      """
      Quatre soldats ont été tués lundi dans une embuscade à 40 km au sud de Gao. Mardi, deux personnes ont \
      été blessées dans une explosion sur la route entre Gao et Ansongo.
      """, ["40 km S of Gao", "road Gao–Ansongo"]),
    Case(
      "es",
      """
      Cuatro soldados murieron el lunes en una emboscada a 40 km al sur de Gao. El martes, dos personas \
      resultaron heridas en una explosión en el norte de Malí.
      """, ["40 km S of Gao", "northern Mali"]),
  ])
  func `incidents lie where the words put them`(_ report: Case) throws {
    let incidents = try Self.incidents([report.text], report.language)
    #expect(Set(incidents.compactMap(\.location)) == report.places)
    for incident in incidents where incident.location != "Timbuktu" {
      #expect(incident.wherePrecision != .exact && incident.wherePrecision != .country)
      #expect((incident.uncertainty?.value ?? 0) > 5000 && incident.country == "ML")
    }
  }

  @Test func `an exact place told of by a vague one is the place`() throws {
    let incidents = try Self.incidents(
      ["Four soldiers were killed on Monday in Ansongo, 85 km south of Gao."], "en")
    #expect(incidents.map(\.location) == ["Ansongo"])
    #expect(incidents.map(\.wherePrecision) == [.exact])
  }

  @Test func `what is reported is the whole expression`() throws {
    let incident = try #require(
      try Self.incidents(
        ["Four soldiers were killed on Monday in an attack 40 km south of Gao."], "en"
      ).first)
    #expect(incident.locationReported == ["40 km south of Gao"])
    #expect(incident.placeID?.text == "ml:gao")
  }

  // MARK: - Merging

  @Test func `reports of a vague place and of a place in it are one incident`() throws {
    let incidents = try Self.incidents(
      [
        "Four soldiers were killed on Monday in an attack in Ansongo.",
        "An attack 85 km southeast of Gao on Monday killed 4 soldiers.",
      ], "en")
    #expect(incidents.map(\.location) == ["Ansongo"])
    #expect(incidents.first?.reports == 2)
  }

  @Test func `vague places apart are two incidents`() throws {
    let incidents = try Self.incidents(
      [
        "Four soldiers were killed on Monday in an attack 60 km south of Gao.",
        "An attack 60 km north of Gao on Monday killed 4 soldiers.",
      ], "en")
    #expect(Set(incidents.compactMap(\.location)) == ["60 km S of Gao", "60 km N of Gao"])
  }

  @Test func `a distance from a town is not the town`() throws {
    let incidents = try Self.incidents(
      [
        "Four soldiers were killed on Monday in an attack in Gao.",
        "An attack 60 km south of Gao on Monday killed 4 soldiers.",
      ], "en")
    #expect(Set(incidents.compactMap(\.location)) == ["Gao", "60 km S of Gao"])
  }

  @Test func `a country and its part in one report are one place`() throws {
    let incidents = try Self.incidents(
      [
        "An earthquake in northern Mali killed two people on Monday.\n\nThe earthquake in Mali on Monday "
          + "destroyed houses."
      ], "en")
    #expect(incidents.map(\.location) == ["northern Mali"])
  }
}
