import Foundation
import Geoparsing
import IncidentModel
import Testing

@testable import IncidentExtraction

/// A date as a language writes it, and the days it means in a report of Thursday, 16 May 2024.
struct DateForm: Sendable, CustomTestStringConvertible {
  var language: String
  var text: String
  var days: String

  init(_ language: String, _ text: String, _ days: String) {
    (self.language, self.text, self.days) = (language, text, days)
  }

  var testDescription: String { "\(language): \(text)" }
}

@Suite("Forms of dates by language")
struct DateFormsTests {
  /// `05-13 day`, `05-11…05-12 severalDays 17:30`: the days of each date of a text, in its order.
  private func days(_ form: DateForm) throws -> String {
    let lexicon = try Reading.lexicon(form.language)
    let structure = TextStructure(Array(form.text.utf8), lexicon: lexicon)
    let reader = DateReader(lexicon: lexicon, structure: structure)
    let read = structure.sentences.map { reader.dates(in: $0.words) }
    let dates = DateAnchoring.anchored(read) { _ in true }.flatMap { $0 }.filter { !$0.isEnd }
    return dates.map { date in
      guard let span = date.expression.days(published: .of("2024-05-16"), basis: date.basis) else {
        return "none"
      }
      let ends = span.start == span.end ? [span.start] : [span.start, span.end]
      let text = ends.map { "\($0)".replacing("2024-", with: "") }.joined(separator: "…")
      let clock = date.minuteOfDay.map { " \($0 / 60):\($0 % 60)" } ?? ""
      return "\(text) \(span.precision)\(clock)"
    }.joined(separator: ", ")
  }

  @Test(arguments: [
    DateForm("en", "on 12 May", "05-12 day"), DateForm("en", "on May 12th", "05-12 day"),
    DateForm("en", "early May", "05-01…05-10 month"),
    DateForm("en", "in mid-June 2023", "2023-06-11…2023-06-20 month"),
    DateForm("en", "at the end of February", "02-21…02-29 month"),
    DateForm("en", "in the first week of May", "05-01…05-07 week"),
    DateForm("en", "on Monday evening", "05-13 day"),
    DateForm("en", "last Monday", "05-13 day"), DateForm("en", "next Monday", "05-20 day"),
    DateForm("en", "on the night of 12 to 13 May", "05-12…05-13 severalDays"),
    DateForm("en", "overnight", "05-15…05-16 severalDays"),
    DateForm("en", "in the night between Saturday and Sunday", "05-11…05-12 severalDays"),
    DateForm("en", "tomorrow", "05-17 day"), DateForm("en", "two days ago", "05-14 day"),
    DateForm("en", "two days earlier", "05-14 day"), DateForm("en", "three days later", ""),
    DateForm("en", "It began on 6 May. Three days later it ended.", "05-06 day, 05-09 day"),
    DateForm("en", "It began on 6 May. The next day it ended.", "05-06 day, 05-07 day"),
    DateForm("en", "a day after the clash on 6 May", "05-07 day, 05-06 day"),
    DateForm("en", "It began on 6 May. A week later", "05-06 day, 05-10…05-16 severalDays"),
    DateForm("en", "last week", "05-06…05-12 week"),
    DateForm("en", "next week", "05-20…05-26 week"),
    DateForm("en", "from 3 to 5 May", "05-03…05-05 severalDays"),
    DateForm("en", "between 26 April and 5 May", "04-26…05-05 week"),
    DateForm("en", "May 3-5", "05-03…05-05 severalDays"),
    DateForm("en", "29 December to 2 January 2024", "2023-12-29…01-02 severalDays"),
    DateForm("en", "from Monday to Wednesday", "05-13…05-15 severalDays"),
    DateForm("en", "until Friday", ""), DateForm("en", "a curfew until 5 May", ""),
    DateForm("en", "on New Year's Eve", "2023-12-31 day"),
    DateForm("en", "on Monday at 5 p.m.", "05-13 day 17:0"),
    DateForm("en", "on Monday at 5pm", "05-13 day 17:0"),
    DateForm("en", "at around 17:30 on Monday", "05-13 day 17:30"),
    DateForm("en", "at 17.30 on Monday", "05-13 day 17:30"),
    DateForm("en", "on Monday at noon", "05-13 day 12:0"),
    DateForm("en", "on Monday, 3.50 euros", "05-13 day"),
  ])
  func `English`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("de", "am 12. Mai", "05-12 day"), DateForm("de", "am 12.05.2024", "05-12 day"),
    DateForm("de", "am 5/12/2024", "2024-12-05 day".replacing("2024-", with: "")),
    DateForm("de", "Anfang Mai", "05-01…05-10 month"),
    DateForm("de", "Ende April 2024", "04-21…04-30 month"),
    DateForm("de", "am Montagabend", "05-13 day"),
    DateForm("de", "in der Nacht zum Sonntag", "05-11…05-12 severalDays"),
    DateForm("de", "in der Nacht vom 12. auf den 13. Mai", "05-12…05-13 severalDays"),
    DateForm("de", "am kommenden Freitag", "05-17 day"), DateForm("de", "vorgestern", "05-14 day"),
    DateForm("de", "Es begann am 6. Mai. Zwei Tage später", "05-06 day, 05-08 day"),
    DateForm("de", "Es begann am 6. Mai. Am nächsten Tag", "05-06 day, 05-07 day"),
    DateForm("de", "vor drei Tagen", "05-13 day"),
    DateForm("de", "letzte Woche", "05-06…05-12 week"),
    DateForm("de", "zwischen dem 3. und dem 5. Mai", "05-03…05-05 severalDays"),
    DateForm("de", "bis Freitag", ""), DateForm("de", "am Montag um 17 Uhr", "05-13 day 17:0"),
    DateForm("de", "am Montag gegen 17.30 Uhr", "05-13 day 17:30"),
  ])
  func `German`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("fr", "le 12 mai", "05-12 day"), DateForm("fr", "le 12/05/2024", "05-12 day"),
    DateForm("fr", "début mai", "05-01…05-10 month"),
    DateForm("fr", "à la mi-mai", "05-11…05-20 month"),
    DateForm("fr", "lundi soir", "05-13 day"),
    DateForm("fr", "dans la nuit de samedi à dimanche", "05-11…05-12 severalDays"),
    DateForm("fr", "dans la nuit du 12 au 13 mai", "05-12…05-13 severalDays"),
    DateForm("fr", "avant-hier", "05-14 day"), DateForm("fr", "lundi prochain", "05-20 day"),
    DateForm("fr", "Le 6 mai, tout commence. Le lendemain", "05-06 day, 05-07 day"),
    DateForm("fr", "Le 6 mai, tout commence. Deux jours plus tard", "05-06 day, 05-08 day"),
    DateForm("fr", "il y a trois jours", "05-13 day"),
    DateForm("fr", "du 3 au 5 mai", "05-03…05-05 severalDays"),
    DateForm("fr", "jusqu'au 20 mai", ""),
    DateForm("fr", "lundi à 17h30", "05-13 day 17:30"),
    DateForm("fr", "lundi vers 17 heures", "05-13 day 17:0"),
  ])
  func `French`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("es", "el 12 de mayo", "05-12 day"), DateForm("es", "el 12/05/2024", "05-12 day"),
    DateForm("es", "a principios de mayo", "05-01…05-10 month"),
    DateForm("es", "el lunes por la noche", "05-13 day"),
    DateForm("es", "en la noche del sábado al domingo", "05-11…05-12 severalDays"),
    DateForm("es", "el próximo lunes", "05-20 day"), DateForm("es", "anteayer", "05-14 day"),
    DateForm("es", "Empezó el 6 de mayo. Al día siguiente", "05-06 day, 05-07 day"),
    DateForm("es", "Empezó el 6 de mayo. Tres días después", "05-06 day, 05-09 day"),
    DateForm("es", "hace tres días", "05-13 day"),
    DateForm("es", "del 3 al 5 de mayo", "05-03…05-05 severalDays"),
    DateForm("es", "hasta el viernes", ""),
    DateForm("es", "el lunes a las 5 de la tarde", "05-13 day 17:0"),
    DateForm("es", "el lunes a las 17:30", "05-13 day 17:30"),
  ])
  func `Spanish`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("sq", "më 12 maj", "05-12 day"), DateForm("sq", "më 12.05.2024", "05-12 day"),
    DateForm("sq", "në fillim të majit", "05-01…05-10 month"),
    DateForm("sq", "të hënën në mbrëmje", "05-13 day"), DateForm("sq", "dje", "05-15 day"),
    DateForm("sq", "pardje", "05-14 day"), DateForm("sq", "nesër", "05-17 day"),
    DateForm("sq", "Filloi më 6 maj. Të nesërmen", "05-06 day, 05-07 day"),
    DateForm("sq", "Filloi më 6 maj. Dy ditë më vonë", "05-06 day, 05-08 day"),
    DateForm("sq", "tri ditë më parë", "05-13 day"),
    DateForm("sq", "nga 3 deri më 5 maj", "05-03…05-05 severalDays"),
    DateForm("sq", "javën e kaluar", "05-06…05-12 week"), DateForm("sq", "deri më 20 maj", ""),
    DateForm("sq", "të hënën rreth orës 17:30", "05-13 day 17:30"),
    DateForm("sq", "të hënën në orën 17.30", "05-13 day 17:30"),
    DateForm("sq", "të hënën në ora 17", "05-13 day 17:0"),
  ])
  func `Albanian`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("sr", "12. maja", "05-12 day"), DateForm("sr", "12. маја 2024.", "05-12 day"),
    DateForm("sr", "početkom maja", "05-01…05-10 month"),
    DateForm("sr", "крајем априла", "04-21…04-30 month"),
    DateForm("sr", "u ponedeljak uveče", "05-13 day"),
    DateForm("sr", "u ponedjeljak", "05-13 day"), DateForm("sr", "у понедељак", "05-13 day"),
    DateForm("sr", "u noći na nedelju", "05-11…05-12 severalDays"),
    DateForm("sr", "u noći između subote i nedelje", "05-11…05-12 severalDays"),
    DateForm("sr", "prekjuče", "05-14 day"), DateForm("sr", "jučer", "05-15 day"),
    DateForm("sr", "Počelo je 6. maja. Sutradan", "05-06 day, 05-07 day"),
    DateForm("sr", "Počelo je 6. maja. Dva dana kasnije", "05-06 day, 05-08 day"),
    DateForm("sr", "pre tri dana", "05-13 day"), DateForm("sr", "prije tri dana", "05-13 day"),
    DateForm("sr", "od 3. do 5. maja", "05-03…05-05 severalDays"), DateForm("sr", "do petka", ""),
    DateForm("sr", "u ponedeljak oko 17 časova", "05-13 day 17:0"),
    DateForm("sr", "u ponedeljak u 17.30 časova", "05-13 day 17:30"),
  ])
  func `Serbian in both scripts`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("mk", "на 12 мај", "05-12 day"), DateForm("mk", "на 12.05.2024", "05-12 day"),
    DateForm("mk", "на почетокот на мај", "05-01…05-10 month"),
    DateForm("mk", "во понеделник вечерта", "05-13 day"),
    DateForm("mk", "ноќта меѓу сабота и недела", "05-11…05-12 severalDays"),
    DateForm("mk", "вчера", "05-15 day"), DateForm("mk", "утре", "05-17 day"),
    DateForm("mk", "Почна на 6 мај. Следниот ден", "05-06 day, 05-07 day"),
    DateForm("mk", "пред три дена", "05-13 day"),
    DateForm("mk", "од 3 до 5 мај", "05-03…05-05 severalDays"),
    DateForm("mk", "во понеделник околу 17 часот", "05-13 day 17:0"),
  ])
  func `Macedonian`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  @Test(arguments: [
    DateForm("tr", "12 Mayıs'ta", "05-12 day"), DateForm("tr", "12.05.2024'te", "05-12 day"),
    DateForm("tr", "Mayıs başında", "05-01…05-10 month"),
    DateForm("tr", "pazartesi günü", "05-13 day"),
    DateForm("tr", "önümüzdeki pazartesi günü", "05-20 day"), DateForm("tr", "dün", "05-15 day"),
    DateForm("tr", "yarın", "05-17 day"), DateForm("tr", "üç gün önce", "05-13 day"),
    DateForm("tr", "Olaylar 6 Mayıs'ta başladı. Ertesi gün bitti.", "05-06 day, 05-07 day"),
    DateForm("tr", "Olaylar 6 Mayıs'ta başladı. İki gün sonra bitti.", "05-06 day, 05-08 day"),
    DateForm("tr", "3 ile 5 Mayıs", "05-03…05-05 severalDays"),
    DateForm("tr", "geçen hafta", "05-06…05-12 week"),
    DateForm("tr", "pazartesi günü saat 17.30'da", "05-13 day 17:30"),
    DateForm("tr", "pazartesi günü saat 17'de", "05-13 day 17:0"),
  ])
  func `Turkish`(_ form: DateForm) throws {
    #expect(try days(form) == form.days)
  }

  // MARK: - Dates in digits

  @Test(
    arguments: [
      (nil, "12/05/2024", "year"), (.dayFirst, "12/05/2024", "2024-05-12"),
      (.monthFirst, "12/05/2024", "2024-12-05"), (nil, "13/05/2024", "2024-05-13"),
      (nil, "05/13/2024", "2024-05-13"), (nil, "Sunday, 12/05/2024", "2024-05-12"),
      (nil, "Sunday 05/12/2024", "2024-05-12"), (nil, "12.05.2024", "2024-05-12"),
      (nil, "12.05.24", "2024-05-12"), (nil, "2024/05/12", "2024-05-12"),
      (nil, "2024-05-12T14:30:00+02:00", "2024-05-12"),
    ] as [(Lexicon.DayOrder?, String, String)])
  func `of two small numbers the country, the language or the weekday says which is the day`(
    _ order: Lexicon.DayOrder?, _ text: String, _ day: String
  ) throws {
    let lexicon = try Reading.english.get()
    let structure = TextStructure(Array(text.utf8), lexicon: lexicon)
    let reader = DateReader(lexicon: lexicon, structure: structure, order: order)
    let date = try #require(structure.sentences.flatMap { reader.dates(in: $0.words) }.last)
    let span = try #require(date.expression.days(published: nil, basis: date.basis))
    #expect((span.precision == .year ? "year" : "\(span.start)") == day)
  }

  @Test(arguments: ["1.2.3", "10.20.30", "12.05.24.7", "3/4", "24/7", "2024-13-01"])
  func `versions, fractions and days that no calendar has are no dates`(_ text: String) throws {
    let form = DateForm("en", text, "")
    #expect(try days(form) == "")
  }
}
