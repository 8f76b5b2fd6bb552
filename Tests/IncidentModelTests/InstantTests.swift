import IncidentModel
import NamedSeeds
import Testing

@Suite("Moments")
struct InstantTests {
  @Test(arguments: [
    // Source: GNU date -u -d @….
    (0, "1970-01-01T00:00:00.000Z"), (1_685_318_400, "2023-05-29T00:00:00.000Z"),
    (951_868_799, "2000-02-29T23:59:59.000Z"), (-1, "1969-12-31T23:59:59.000Z"),
    (-86_400, "1969-12-31T00:00:00.000Z"), (253_402_300_799, "9999-12-31T23:59:59.000Z"),
  ])
  func `a moment is written in the one form that it is read from`(_ seconds: Int, _ text: String) {
    #expect(Instant(seconds: seconds).description == text)
    #expect(Instant(text) == Instant(seconds: seconds))
  }

  @Test(arguments: [
    "2023-05-29T10:00:00Z", "2023-05-29T10:00:00.001Z", "2023-05-29 10:00:00.000Z",
    "2023-05-29t10:00:00.000Z", "2023-05-29T24:00:00.000Z", "2023-05-29T10:60:00.000Z",
    "2023-05-29T10:00:60.000Z", "2023-02-29T10:00:00.000Z", "2023-05-29T+1:00:00.000Z",
    "2023-05-29T10:-5:00.000Z", "2023-05-29T1:2::003.000Z", "2023-05-29T10:00:00.000z", "",
    "2023-05-29T10.00.00.000Z", "2023-05-29T10:00:0č.000Z",
  ])
  func `any other text is no moment`(_ text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `a day begins at midnight`() throws {
    let day = try #require(CalendarDate("2023-05-29"))
    #expect(Instant(midnightOf: day).description == "2023-05-29T00:00:00.000Z")
    #expect(Instant(midnightOf: day) < Instant(midnightOf: day + 1))
  }

  @Test(arguments: Seed.allCases)
  func `every second between the years 0 and 9999 goes there and back`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<500 {
      let seconds = Int.random(in: -62_167_219_200...253_402_300_799, using: &generator)
      #expect(Instant(Instant(seconds: seconds).description) == Instant(seconds: seconds))
    }
  }
}
