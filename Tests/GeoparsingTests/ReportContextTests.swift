import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import Geoparsing

@Suite("What a whole report says about where it is")
struct ReportContextTests {
  private static func town(
    _ id: String, _ name: String, _ latitude: Double, _ longitude: Double, country: String,
    admin1: String = "", population: Int? = nil, kind: PlaceKind = .town
  ) -> Place {
    var place = Places.place(
      id, name, kind, latitude, longitude, country: country, population: population)
    place.admin1 = admin1
    return place
  }

  private static let gazetteer = Gazetteer(places: [
    town("ge:georgia", "Georgia", 42, 43.5, country: "GE", kind: .country),
    town("us:georgia", "Georgia", 32.8, -83.4, country: "US", kind: .admin1),
    town(
      "us:savannah", "Savannah", 32.08, -81.09, country: "US", admin1: "Georgia",
      population: 147_000, kind: .city),
    town(
      "us:macon", "Macon", 32.84, -83.63, country: "US", admin1: "Georgia", population: 157_000,
      kind: .city),
    town("us:ohio", "Ohio", 40.3, -82.8, country: "US", kind: .admin1),
    town(
      "us:athens-ga", "Athens", 33.96, -83.38, country: "US", admin1: "Georgia",
      population: 40_000),
    town("us:athens-oh", "Athens", 39.33, -82.1, country: "US", admin1: "Ohio", population: 40_000),
    town("ie:tramore", "Tramore", 52.16, -7.15, country: "IE", population: 10_000),
    town("au:tramore", "Tramore", -31.8, 115.9, country: "AU", population: 10_000),
    town(
      "gb:london", "London", 51.5, -0.12, country: "GB", population: 8_900_000, kind: .capital),
    town("fr:france", "France", 46, 2, country: "FR", kind: .country),
    town("xk:laq", "Laq", 42.5, 20.9, country: "XK", kind: .village),
    town("us:twin", "Twinning", 40.00, -90, country: "US", population: 30_000),
    town("us:twin-2", "Twinning", 40.20, -90, country: "US", population: 30_000),
  ])

  private func mentions(_ text: String, publishedIn country: String? = nil) throws -> [Mention] {
    let lexicon = try Shipped.english.get()
    return Geoparser(gazetteer: Self.gazetteer, lexicons: Lexicons([lexicon])).mentions(
      in: TextStructure(Array(text.utf8), lexicon: lexicon), lexicon: lexicon,
      publishedIn: country
    ).map(\.mention)
  }

  private func ids(_ text: String, publishedIn country: String? = nil) throws -> [String?] {
    try mentions(text, publishedIn: country).map { $0.resolution.place?.id.text }
  }

  @Test func `a name is no evidence for itself, the names beside it are`() throws {
    #expect(try ids("Storms crossed Georgia this week.") == ["ge:georgia"])
    #expect(
      try ids("Storms crossed Georgia this week, first in Savannah, then in Macon.")
        == ["us:georgia", "us:savannah", "us:macon"])
  }

  @Test func `places of one division stay together`() throws {
    #expect(try ids("Shots were fired in Athens.") == [nil])
    #expect(
      try ids("Shots were fired in Athens. Later they all left Savannah.").first == "us:athens-ga")
  }

  @Test func `what is said of a name later holds for it earlier`() throws {
    let mentions = try mentions("Shots were fired in Athens. The police of Athens, Ohio, came.")
    #expect(mentions.first?.resolution.place?.id.text == "us:athens-oh")
    #expect(
      mentions.first?.resolution.candidates.first?.reasons.last == "the same as later in the report"
    )
  }

  @Test func `two containers are two places`() throws {
    #expect(
      try ids("Shots were fired in Athens, Ohio, and then in Athens, Georgia.")
        .filter { $0?.hasPrefix("us:athens") ?? false } == ["us:athens-oh", "us:athens-ga"])
  }

  @Test func `a place is not taken for a namesake elsewhere than the text puts it`() throws {
    let mention = try #require(try mentions("Shots were fired in Tramore, Georgia.").first)
    #expect(
      mention.resolution == .unresolved(reason: "no place of that name where the text puts it"))
    // A list, and a city that everybody knows.
    #expect(try ids("He had visited London, France and Ohio.").first == "gb:london")
  }

  @Test func `words for a kind of area may stand between a place and what holds it`() throws {
    let mentions = try mentions("Shots were fired in Athens, in the state of Ohio.")
    #expect(mentions.map(\.role) == [.location, .container])
    #expect(mentions.first?.resolution.place?.id.text == "us:athens-oh")
    // A province that the gazetteer has only as the town it is called after.
    #expect(
      try self.mentions("Shots were fired in Athens, in the province of Tramore.").map(\.role)
        == [.location, .container])
  }

  @Test func `the country of the publisher's address weighs in`() throws {
    #expect(try ids("Shots were fired in Tramore.") == [nil])
    #expect(try ids("Shots were fired in Tramore.", publishedIn: "IE") == ["ie:tramore"])
    #expect(try ids("Shots were fired in Tramore.", publishedIn: "AU") == ["au:tramore"])
  }

  @Test func `a village of a country that nothing else names is left open`() throws {
    #expect(try ids("Shots were fired in Laq.") == ["xk:laq"])
    #expect(
      try ids("Shots were fired in Laq. They fled from Savannah to Macon and Athens, Georgia.")
        .first == .some(nil))
  }

  @Test func `two towns of one name close by are one place that holds both`() throws {
    let mention = try #require(try mentions("Shots were fired in Twinning.").first)
    let place = try #require(mention.resolution.place)
    #expect(place.id.text == "us:twin")
    // 0.2 degrees of latitude: 22 km.
    #expect((22_000..<22_500).contains(place.uncertainty.value))
  }

  @Test(arguments: [
    ("https://www.example.ie/news/1", "IE"), ("http://example.co.uk", "GB"),
    ("example.com.tr", "TR"), ("https://example.rs:8080/x.com", "RS"),
  ])
  func `an address tells its country`(_ address: String, _ code: String) {
    #expect(PublisherCountry.code(of: address) == code)
  }

  @Test(arguments: [
    "https://example.com/uk", "https://example.tv", "Daily Herald", "", "ie", "Mr. Xy", "a..ie",
    "https://192.168.0.1/",
  ])
  func `an address without a country's domain tells none`(_ address: String) {
    #expect(PublisherCountry.code(of: address) == nil)
  }
}
