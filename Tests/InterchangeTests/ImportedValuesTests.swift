import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

@Suite("Imported values")
struct ImportedValuesTests {
  func date(_ text: String, _ order: DateOrder? = nil) -> String {
    let bytes = Array(text.utf8)
    return switch ImportedDate(bytes.span, order: order) {
    case .span(let span, let moment):
      "\(span.start)/\(span.end) \(span.precision.rawValue)" + (moment.map { " \($0)" } ?? "")
    case .undecided: "undecided"
    case .serial(let day): "serial \(day)"
    case .unreadable: "unreadable"
    }
  }

  @Test(arguments: [
    "2023-05-29", "29 May 2023", "29-May-2023", "29-May-23", "May 29, 2023", "29.05.2023",
    "29.5.2023", "29. maj 2023", "29 мая 2023", "29/05/2023", "05/29/2023", "2023/05/29",
    "20230529",
    "Monday, 29 May 2023", "29th of May 2023", "2023-05-29 00:00:00.000", "2023-05-29T08:30",
    "29/5/2023 14:30", "29.05.23", "2023-May-29", "29 Mayıs 2023", "2023-5-29",
  ])
  func `a day is read in the forms that people write`(text: String) {
    #expect(date(text) == "2023-05-29/2023-05-29 1")
  }

  @Test func `months and years are spans with their precision`() {
    for text in ["2023-02", "February 2023", "02/2023", "2023/02", "shkurt 2023", "Feb 2023"] {
      #expect(date(text) == "2023-02-01/2023-02-28 4")
    }
    #expect(date("2024") == "2024-01-01/2024-12-31 5")
    #expect(date("2023-05-26/2023-05-29") == "2023-05-26/2023-05-29 2")
  }

  @Test func `the order of day and month is asked where it is open, and kept where it is given`() {
    #expect(date("05/06/2023") == "undecided")
    #expect(date("05-06-23") == "undecided")
    #expect(date("06/06/2023") == "2023-06-06/2023-06-06 1")
    #expect(date("05/06/2023", .dayMonthYear) == "2023-06-05/2023-06-05 1")
    #expect(date("05/06/2023", .monthDayYear) == "2023-05-06/2023-05-06 1")
    #expect(date("23/05/06", .yearMonthDay) == "2023-05-06/2023-05-06 1")
    #expect(date("29/05/2023", .monthDayYear) == "unreadable")
  }

  // LibreOffice 7.4: DATE(2023;5;29) as a number is 45075.
  @Test func `a spreadsheet's number of a day is told`() {
    #expect(date("45075") == "serial 2023-05-29")
    #expect(date("45075.5") == "serial 2023-05-29")
    #expect(date("19999") == "unreadable" && date("60001") == "unreadable")
  }

  @Test(arguments: [
    "", "soon", "29", "2023-02-30", "30/02/2023", "2023-13", "May 29", "12:30", "2023-05-29x",
    "1,200", "2023--05", "May June 2023", "99999999999999", "31.04.2023", "2023-05-29T25:00Z",
  ])
  func `what is no date is none`(text: String) {
    #expect(date(text) == "unreadable")
  }

  @Test func `a moment is known where the zone is`() {
    #expect(
      date("2023-05-29T08:30:15Z") == "2023-05-29/2023-05-29 1 2023-05-29T08:30:15.000Z")
    #expect(
      date("2023-05-29T00:30:00.5+02:00") == "2023-05-29/2023-05-29 1 2023-05-28T22:30:00.000Z")
    #expect(date("2023-05-29 08:30:15") == "2023-05-29/2023-05-29 1")
  }

  func whole(_ text: String, decimalComma: Bool = false) -> FieldNumber.Whole {
    let bytes = Array(text.utf8)
    return FieldNumber.whole(bytes.span, decimalComma: decimalComma)
  }

  @Test func `whole numbers are read with their groups`() {
    for text in ["1200", "1,200", "1 200", "1\u{A0}200", "1'200", "1200.0", "1200.00", "1200,0"] {
      #expect(whole(text) == .number(1200))
    }
    #expect(whole("1,234,567") == .number(1_234_567))
    #expect(whole("1.200", decimalComma: true) == .number(1200))
    for text in ["1.200", "", "many", "1,20", "12a", "1.5", "1e3", ",", "1,2345", "+5", "10-15"] {
      #expect(whole(text) == .unreadable)
    }
    #expect(whole("-1") == .negative && whole("-") == .unreadable)
    #expect(whole("99999999999999999999") == .unreadable)
  }

  func degrees(_ text: String, _ axis: CoordinateText.Axis = .latitude) -> Double? {
    let bytes = Array(text.utf8)
    return CoordinateText.degrees(bytes.span, axis)
  }

  // 42°54'27" is 42 + 54/60 + 27/3600 = 42.9075.
  @Test(arguments: [
    "42.9075", "42,9075", "42°54'27\"N", "42° 54′ 27″ N", "N 42 54 27", "42 54 27", "42°54.45'",
    "+42.9075", "42.90750000000000000000", "4.29075e1",
  ])
  func `a coordinate is read in decimal degrees and in parts`(text: String) throws {
    let found = degrees(text)
    let value = try #require(found)
    #expect(abs(value - 42.9075) < 1e-12)
  }

  @Test func `what is no coordinate is none`() {
    #expect(degrees("42°54'27\"S") == -42.9075)
    #expect(degrees("20°30'W", .longitude) == -20.5)
    for text in [
      "", "north", "42°60'N", "42°54'27\"E", "42.5°30'N", "1 2 3 4", "nan", "inf", "0x10",
    ] {
      #expect(degrees(text) == nil)
    }
  }

  @Test(arguments: [
    "42.9, 20.8", "42.9,20.8", "42,9; 20,8", "42.9 20.8", "42,9, 20,8", "geo:42.9,20.8",
    "(42.9, 20.8)", "[42.9, 20.8]", "POINT(20.8 42.9)", "POINT Z (20.8 42.9 600)",
    "SRID=4326;POINT (20.8 42.9)", "42.9N 20.8E", "42°54'N 20°48'E", "N 42.9, E 20.8",
  ])
  func `a position is read from one field`(text: String) throws {
    let bytes = Array(text.utf8)
    let found = CoordinateText.position(bytes.span)
    let position = try #require(found)
    #expect(abs(position.latitude - 42.9) < 1e-12 && abs(position.longitude - 20.8) < 1e-12)
  }

  @Test(arguments: Seed.allCases)
  func `random bytes are no harm`(seed: Seed) {
    var generator = seed.generator
    let alphabet = Array("0123456789.,-+/:;°'\"NSEWTZ e()POINTMay\u{A0}ш".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let span = bytes.span
      if case .span(let days, _) = ImportedDate(span, order: .dayMonthYear) {
        #expect(days.start <= days.end)
      }
      if let position = CoordinateText.position(span) { #expect(position.latitude.isFinite) }
      if case .number(let number) = FieldNumber.whole(span) { #expect(number >= 0) }
      if let real = FieldNumber.real(span) { #expect(real.isFinite) }
    }
  }
}
