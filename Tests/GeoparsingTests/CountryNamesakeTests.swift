import IncidentModel
import Testing
import Toponymy

@testable import Geoparsing

@Suite("A country and a town of its name")
struct CountryNamesakeTests {
  private static let places =
    GazetteerSource.columns.joined(separator: ",") + """

      mz:mozambique,Mozambique,country,-18.25,35.0,,MZ,,,,,,,
      mz:mozambique-2,Mozambique,town,-15.0347,40.7345,,MZ,Nampula,,42000,,,,
      mz:nacala,Nacala,city,-14.5626,40.6854,,MZ,Nampula,,224795,,,,
      mz:nampula,Nampula,city,-15.1165,39.2666,,MZ,Nampula,,743125,,,,

      """

  @Test func `the country is meant also where the report names towns near its namesake`() throws {
    let gazetteer = Gazetteer([
      try GazetteerIndex(files: [("places.csv", Array(Self.places.utf8))])
    ])
    let lexicons = Lexicons([try Shipped.english.get(), try Shipped.common.get()])
    let mentions = Geoparser(gazetteer: gazetteer, lexicons: lexicons).mentions(
      in: "Nine people died in Nacala and Nampula. Floods reached all parts of Mozambique.",
      language: "en")
    let country = try #require(mentions.last)
    #expect(country.surface == "Mozambique")
    #expect(country.resolution.place?.id.text == "mz:mozambique")
  }
}
