import Testing
import Toponymy

@Suite("Pins and bans of names")
struct NameDecisionTests {
  private func gazetteer(_ own: String) throws -> Gazetteer {
    let header = GazetteerSource.columns.joined(separator: ",") + "\n"
    let shipped = """
      xk:kamenica,Kamenica,town,42.5781,21.5803,,XK,,,7331,,,,
      xk:kamenica-2,Kamenica,village,43.0,20.9,,XK,,,,,,,
      xk:sofia,Sofia,city,42.7,23.3,,BG,,,1000000,en:Sofia City,,,

      """
    return try Gazetteer(files: [
      ("own.csv", Array((header + own).utf8)), ("shipped.csv", Array((header + shipped).utf8)),
    ])
  }

  @Test func `a pinned name has one candidate, in any spelling`() throws {
    let gazetteer = try gazetteer("d:1,Kamenicá,pin,,,,,,,,,,xk:kamenica-2,the desk\n")
    for spelling in ["Kamenica", "KAMENICA", "Каменица"] {
      let candidates = gazetteer.candidates(for: spelling)
      #expect(candidates.map(\.place.id.text) == ["xk:kamenica-2"])
      #expect(candidates.first?.reasons.first == "pinned to it by hand: the desk")
    }
  }

  @Test func `a name that no place has can be pinned`() throws {
    let gazetteer = try gazetteer("d:1,the Old Camp,pin,,,,,,,,,,xk:kamenica,\n")
    #expect(gazetteer.candidates(for: "THE OLD CAMP").map(\.place.id.text) == ["xk:kamenica"])
    #expect(gazetteer.candidates(for: "the old").isEmpty)
  }

  @Test func `a banned name has no candidate, a longer one that holds it keeps its own`() throws {
    let gazetteer = try gazetteer("d:1,Sofia,ban,,,,,,,,,,,a person\n")
    #expect(gazetteer.candidates(for: "София").isEmpty)
    #expect(gazetteer.decision(on: "SOFIA")?.reason == "banned by hand: a person")
    #expect(gazetteer.candidates(for: "Sofia City").map(\.place.id.text) == ["xk:sofia"])
  }

  @Test func `a pin to a place that is not there leaves the name as it was`() throws {
    let gazetteer = try gazetteer("d:1,Sofia,pin,,,,,,,,,,xk:nowhere,\n")
    #expect(gazetteer.candidates(for: "Sofia").map(\.place.id.text) == ["xk:sofia"])
  }

  @Test func `a broken decision is told by line and column`() {
    let error = #expect(throws: GazetteerError.self) {
      try gazetteer("d:1,A,pin,1,,,,,,,,,,\nd:2,,ban,,,,,,,,,,,\n")
    }
    #expect(
      error?.faults.map(\.description) == [
        "own.csv:2:11: latitude: says nothing in a row of kind pin",
        "own.csv:2:21: references: is empty", "own.csv:3:5: name: is empty",
      ])
  }
}
