import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Places that people type")
struct PlaceQueryTests {
  private let resolver = NameResolver(gazetteer: Places.gazetteer)

  private func query(
    _ text: String, for wish: PlaceQuery.Wish = .point
  ) throws(PlaceQueryError) -> PlaceQuery {
    try PlaceQuery(text, for: wish, resolver: resolver)
  }

  // MARK: - Names

  @Test(arguments: [
    ("Leposaviq", "xk:leposavic"), ("ЛЕПОСАВИЋ", "xk:leposavic"), ("xk:zvecan", "xk:zvecan"),
    ("Mitrovica, Kosovo", "xk:mitrovica"), ("Mitrovica (Serbia)", "rs:mitrovica"),
    ("Mitrovica, RS", "rs:mitrovica"), ("pristina", "xk:pristina"),
    ("Novo Selo (Zvečan)", "xk:novo-selo"),
  ])
  func `a name, an id or a name with what holds it is a place`(_ text: String, _ id: String) throws
  {
    let query = try query(text)
    #expect(query.place?.id.text == id)
    #expect(query.position == query.place?.position)
    #expect(query.uncertainty == query.place?.uncertainty)
  }

  @Test func `of a town and its municipality the one that is needed is taken`() throws {
    #expect(try query("Zvečan", for: .point).place?.id.text == "xk:zvecan")
    #expect(try query("Zvečan", for: .area).place?.id.text == "xk:zvecan-municipality")
    #expect(try query("Kosovo", for: .area).place?.id.text == "xk:kosovo")
  }

  @Test func `an ambiguous name is refused with the ids that it may stand for`() {
    let error = #expect(throws: PlaceQueryError.self) { try query("Mitrovica") }
    let text = error?.description ?? ""
    #expect(text.contains("ambiguous"))
    #expect(text.contains("xk:mitrovica") && text.contains("rs:mitrovica"))
  }

  @Test func `an unknown name is refused with the names nearest to it`() {
    let error = #expect(throws: PlaceQueryError.self) { try query("Leposevic") }
    #expect(error?.description.contains("the nearest known names are: Leposavić") == true)
    let strange = #expect(throws: PlaceQueryError.self) { try query("Xyzzyville") }
    #expect(strange?.description == "no place is called \"Xyzzyville\"")
  }

  @Test(arguments: ["", " ", ",", "(", "()", "Mitrovica,", "Mitrovica (", "\u{0}"])
  func `what names nothing is refused, never more`(_ text: String) {
    #expect(throws: PlaceQueryError.self) { try query(text) }
  }

  @Test func `hints narrow a name down or draw it near`() {
    func best(_ hints: NameResolver.Hints) -> String? {
      resolver.resolve("Mitrovica", hints: hints).place?.id.text
    }
    #expect(best(NameResolver.Hints()) == nil)
    #expect(best(NameResolver.Hints(country: "RS")) == "rs:mitrovica")
    #expect(
      best(NameResolver.Hints(near: Position(longitude: 20.84, latitude: 42.9))) == "xk:mitrovica")
    #expect(best(NameResolver.Hints(kind: .river)) == nil)
    let municipality = resolver.resolve("Zvečan", hints: NameResolver.Hints(kind: .municipality))
    #expect(municipality.place?.id.text == "xk:zvecan-municipality")
  }

  // MARK: - Positions

  @Test(arguments: [
    ("43.1039,20.8028", 43.1039, 20.8028), (" 43.1039 , 20.8028 ", 43.1039, 20.8028),
    ("geo:43.1039,20.8028", 43.1039, 20.8028), ("geo:43.1039,20.8028;u=35", 43.1039, 20.8028),
    ("-43.5,-20", -43.5, -20), ("90,180", 90, 180), ("43°06'00\"N 20°48'36\"E", 43.1, 20.81),
    ("43°30'S 20°15'W", -43.5, -20.25), ("43°N 20°E", 43, 20),
  ])
  func `a position is read latitude first, as RFC 5870 has it`(
    _ text: String, _ latitude: Double, _ longitude: Double
  ) throws {
    let query = try query(text)
    #expect(abs(query.position.latitude - latitude) < 1e-9)
    #expect(abs(query.position.longitude - longitude) < 1e-9)
    #expect(query.place == nil && query.uncertainty == Meters(0))
  }

  @Test(arguments: ["91,20", "43,181", "20.8,-190", "geo:100,0", "91°N 20°E", "nan,0", "inf,0"])
  func `a position off the globe is refused with the order of its numbers`(_ text: String) {
    let error = #expect(throws: PlaceQueryError.self) { try query(text) }
    #expect(error?.description.contains("latitude comes first") == true)
  }

  @Test(arguments: [
    "43°", "43°61'N 20°E", "20°E 43°N", "43°6'5\"4N 20°E", "°N °E", "43°N",
    "43°06'N -20°48'E", "43°06'N 20°48'E or so",
  ])
  func `angles that are none are refused`(_ text: String) {
    #expect(throws: PlaceQueryError.self) { try query(text) }
  }
}
