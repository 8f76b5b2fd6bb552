import SimpleFeatures
import Testing
import Toponymy

@Suite("Places")
struct PlaceTests {
  private let place = Place(
    id: PlaceID("xk:pristina"), name: "Pristina", kind: .capital,
    position: Position(longitude: 21.1669, latitude: 42.6727), country: "XK",
    names: [
      Toponym("Pristina", language: "en"), Toponym("Prishtinë", language: "sq"),
      Toponym("Prishtina", language: "sq"), Toponym("Priština", language: "sr-Latn"),
      Toponym("Приштина", language: "sr-Cyrl"), Toponym("Priştine", language: "tr"),
      Toponym("Pristina", language: "de"),
    ])

  @Test func `a name in a language is the most usual one, Serbian in Latin script`() {
    #expect(place.name(in: "sq") == "Prishtinë")
    #expect(place.name(in: "sr") == "Priština")
    #expect(place.name(in: "sr-Cyrl") == "Приштина")
    #expect(place.name(in: "fr") == nil)
  }

  @Test func `alternative names leave out what the preferred name says already`() {
    #expect(place.alternativeNames == ["Prishtinë", "Priština", "Приштина", "Priştine"])
  }

  @Test func `a place without a radius has that of its kind`() {
    #expect(place.uncertainty == .kilometers(8))
  }

  @Test func `kinds are settlements, areas or neither`() {
    for kind in PlaceKind.allCases {
      #expect(!(kind.isSettlement && kind.isArea))
    }
    #expect(PlaceKind.allCases.filter(\.isPolity) == [.country, .capital, .institution])
  }

  @Test func `identifiers are ordered by their text`() {
    let ids = ["xk:a-2", "al:z", "xk:a", "xk:ab"].map(PlaceID.init)
    #expect(ids.sorted().map(\.description) == ["al:z", "xk:a", "xk:a-2", "xk:ab"])
  }
}
