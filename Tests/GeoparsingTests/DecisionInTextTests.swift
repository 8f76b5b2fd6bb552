import IncidentModel
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Pins and bans in texts")
struct DecisionInTextTests {
  private func mentions(_ text: String, _ decisions: String) throws -> [Mention] {
    let csv = GazetteerSource.columns.joined(separator: ",") + "\n" + decisions
    let own = try GazetteerIndex(files: [("own.csv", Array(csv.utf8))])
    let places = try GazetteerIndex(files: [("places.csv", Array(Self.places.utf8))])
    let lexicons = Lexicons([try Shipped.english.get(), try Shipped.common.get()])
    return Geoparser(gazetteer: Gazetteer([own, places]), lexicons: lexicons)
      .mentions(in: text, language: "en")
  }

  private static let places =
    GazetteerSource.columns.joined(separator: ",") + """

      rs:serbia,Serbia,country,44.0,21.0,,RS,,,,,,,
      xk:kamenica,Kamenica,town,42.5781,21.5803,,XK,,,7331,,,,
      us:lincoln,Lincoln,city,40.8,-96.6667,,US,,,277348,,,,
      co:buenos-aires,Buenos Aires,town,3.0,-76.6,,CO,,,20000,,,,

      """

  @Test func `a pin holds against what the text says`() throws {
    let pin = "d:1,Kamenica,pin,,,,,,,,,,xk:kamenica,\n"
    let text = "Two people were killed in Kamenica, Serbia, on Monday."
    let kamenica = try #require(try mentions(text, pin).first { $0.surface == "Kamenica" })
    #expect(kamenica.resolution.place?.id.text == "xk:kamenica")
  }

  @Test func `a pin holds where the name looks like a person's`() throws {
    let pin = "d:1,Lincoln,pin,,,,,,,,,,us:lincoln,\n"
    let text = "Mayor Lincoln said the bridge was closed. Lincoln said more."
    let found = try mentions(text, pin).filter { $0.surface == "Lincoln" }
    #expect(found.count == 2)
    #expect(
      found.allSatisfy { $0.role != .dropped && $0.resolution.place?.id.text == "us:lincoln" })
    #expect(try mentions(text, "").contains { $0.surface == "Lincoln" && $0.role == .dropped })
  }

  @Test func `a banned name is dropped with the reason given`() throws {
    let ban = "d:1,Kamenica,ban,,,,,,,,,,,a family's name here\n"
    let dropped = try mentions("They met in Kamenica on Monday.", ban)
    #expect(dropped.map(\.role) == [.dropped])
    #expect(dropped.map(\.roleReason) == ["banned by hand: a family's name here"])
  }

  @Test func `a word of a thousand letters after the beginning of a name is read in no time`()
    throws
  {
    let word = String(repeating: "xqzw", count: 2000)
    let found = try mentions("Two men were killed in Buenos Q\(word).", "")
    #expect(found.allSatisfy { $0.surface.utf8.count < 100 })
  }
}
