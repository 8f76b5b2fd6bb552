import Geoparsing
import IncidentModel
import Testing

@testable import IncidentExtraction

@Suite("Numbers of people")
struct QuantityTests {
  /// `low best high population` of every number of people in a text; `-` where a bound is open.
  private func quantities(_ text: String) throws -> [String] {
    let lexicon = try Reading.english.get()
    let structure = TextStructure(Array(text.utf8), lexicon: lexicon)
    let reader = QuantityReader(lexicon: lexicon, structure: structure, demonyms: [], dates: [])
    return structure.sentences.flatMap { reader.quantities(in: $0.words) }.map { quantity in
      let bounds = [quantity.count.low, quantity.count.best, quantity.count.high]
      return (bounds.map { $0.map(String.init) ?? "-" } + [quantity.population])
        .joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("30 soldiers", 30), ("thirty soldiers", 30), ("twenty-five soldiers", 25),
    ("two hundred soldiers", 200), ("two hundred and fifty soldiers", 250),
    ("two hundred fifty-one soldiers", 251), ("three thousand two hundred soldiers", 3200),
    ("4,000 soldiers", 4000), ("4.000 soldiers", 4000), ("1 200 soldiers", 1200),
    ("1,234,567 soldiers", 1_234_567), ("3 thousand soldiers", 3000), ("12 injured soldiers", 12),
    ("one hundred and five soldiers", 105), ("two thousand and ten soldiers", 2010),
    ("three thousand two hundred and ten soldiers", 3210),
    ("two hundred five thousand soldiers", 205_000), ("one soldier", 1), ("two soldiers", 2),
    ("seventeen more soldiers", 17),
  ])
  func `digits, words and thousands marks are numbers`(_ text: String, _ number: Int) throws {
    #expect(try quantities(text) == ["\(number) \(number) \(number) soldiers"])
  }

  @Test(arguments: [
    "a 4,000-strong mission of soldiers", "3.5% of people", "3.47 percent of residents",
    "100 votes of residents", "10 km from people", "200 houses of residents",
    "in 3 days people left", "two million euros for residents", "30", "thirty", "people",
    "2023 - people protested", "12: residents said", "5, people",
  ])
  func `strengths, shares, distances and votes are none`(_ text: String) throws {
    #expect(try quantities(text).isEmpty)
  }

  @Test(arguments: [
    ("several hundred people", "200 300 900 civilians"),
    ("dozens of protesters", "24 36 96 protesters"),
    ("hundreds of people", "200 300 900 civilians"), ("a dozen police officers", "12 12 12 police"),
    ("thousands of protesters", "2000 3000 9000 protesters"),
  ])
  func `phrases that stand for a number have bounds`(_ text: String, _ bounds: String) throws {
    #expect(try quantities(text) == [bounds])
  }

  @Test(arguments: [
    ("at least 12 people", "12 12 - civilians"), ("more than 12 people", "12 12 - civilians"),
    ("up to 12 people", "- 12 12 civilians"), ("about 12 people", "12 12 12 civilians"),
    ("12 people", "12 12 12 civilians"),
  ])
  func `a qualifier opens a bound`(_ text: String, _ bounds: String) throws {
    #expect(try quantities(text) == [bounds])
  }

  @Test func `each number counts the noun after it`() throws {
    #expect(
      try quantities("30 KFOR soldiers, 52 protesters and two journalists were there.")
        == ["30 30 30 soldiers", "52 52 52 protesters", "2 2 2 journalists"])
    #expect(
      try quantities("two hundred soldiers and fifty protesters")
        == ["200 200 200 soldiers", "50 50 50 protesters"])
    #expect(try quantities("30 police officers") == ["30 30 30 police"])
  }
}
