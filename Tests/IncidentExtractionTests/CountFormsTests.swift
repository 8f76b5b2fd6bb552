import Geoparsing
import IncidentModel
import Testing

@testable import IncidentExtraction

/// Numbers of people as a language writes them: `low best high population`, a dash for an open bound.
struct CountForm: Sendable, CustomTestStringConvertible {
  var language: String
  var text: String
  var counts: [String]

  init(_ language: String, _ text: String, _ counts: String...) {
    (self.language, self.text, self.counts) = (language, text, counts)
  }

  var testDescription: String { "\(language): \(text)" }
}

@Suite("Forms of counts by language")
struct CountFormsTests {
  private func counts(_ form: CountForm) throws -> [String] {
    let lexicon = try Reading.lexicon(form.language)
    let structure = TextStructure(Array(form.text.utf8), lexicon: lexicon)
    let dates = structure.sentences.flatMap {
      DateReader(lexicon: lexicon, structure: structure).dates(in: $0.words).map(\.words)
    }
    let reader = QuantityReader(lexicon: lexicon, structure: structure, demonyms: [], dates: dates)
    return structure.sentences.flatMap { reader.quantities(in: $0.words) }.map { quantity in
      let bounds = [quantity.count.low, quantity.count.best, quantity.count.high]
      let words = bounds.map { $0.map(String.init) ?? "-" } + [quantity.population]
      return (words + [quantity.role?.rawValue].compactMap { $0 }).joined(separator: " ")
    }
  }

  @Test(arguments: [
    CountForm("en", "1,200 people", "1200 1200 1200 civilians"),
    CountForm("en", "1.2 million people", "1200000 1200000 1200000 civilians"),
    CountForm("en", "tens of thousands of people", "20000 30000 90000 civilians"),
    CountForm("en", "nearly 50 people", "50 50 50 civilians"),
    CountForm("en", "as many as 50 people", "- 50 50 civilians"),
    CountForm("en", "10-12 people", "10 10 12 civilians"),
    CountForm("en", "between 10 and 12 people", "10 10 12 civilians"),
    CountForm("en", "20 to 30 soldiers", "20 20 30 soldiers"),
    CountForm("en", "five or six soldiers", "5 5 6 soldiers"),
    CountForm(
      "en", "12 people were killed, including two children", "12 12 12 civilians",
      "2 2 2 civilians including"),
    CountForm("en", "a further five soldiers", "5 5 5 soldiers further"),
    CountForm("en", "another three people", "3 3 3 civilians further"),
    CountForm("en", "bringing the total to 12", "12 12 12 unknown total"),
    CountForm("en", "The death toll rose to 14 from 11.", "14 14 14 unknown total"),
    CountForm("en", "adding to the 700 troops"), CountForm("en", "up from 11 soldiers"),
    CountForm("en", "no one was hurt", "0 0 0 civilians"),
    CountForm("en", "both drivers", "2 2 2 civilians"),
    CountForm("en", "a couple", "2 2 2 civilians"),
    CountForm("en", "a family of five", "5 5 5 civilians"),
    CountForm("en", "a 35-year-old man", "1 1 1 civilians"),
    CountForm("en", "two 17-year-old boys", "2 2 2 civilians"),
    CountForm("en", "a boy aged 12", "1 1 1 civilians"),
    CountForm("en", "seven soldiers and 12 officers", "7 7 7 soldiers", "12 12 12 police"),
  ])
  func `English`(_ form: CountForm) throws {
    #expect(try counts(form) == form.counts)
  }

  @Test(arguments: [
    "at 17:30 people met", "$5 million for residents", "€200 for people", "Article 5 people",
    "Road 12 residents", "a 6.8 magnitude earthquake", "a 2-1 win", "12.7 mm", "on 12 May people",
    "45 vehicles of residents", "30 degrees", "three attacks on civilians",
    "a 4,000-strong mission of soldiers", "100 votes of residents", "24/7 police",
  ])
  func `other figures count nobody`(_ text: String) throws {
    #expect(try counts(CountForm("en", text)).isEmpty)
  }

  @Test(arguments: [
    CountForm("de", "1.200 Menschen", "1200 1200 1200 civilians"),
    CountForm("de", "1'200 Menschen", "1200 1200 1200 civilians"),
    CountForm("de", "1,2 Millionen Menschen", "1200000 1200000 1200000 civilians"),
    CountForm("de", "zwölf Soldaten", "12 12 12 soldiers"),
    CountForm("de", "mindestens zwölf Soldaten", "12 12 - soldiers"),
    CountForm("de", "zehn bis zwölf Soldaten", "10 10 12 soldiers"),
    CountForm("de", "zwischen 10 und 12 Soldaten", "10 10 12 soldiers"),
    CountForm("de", "mehrere hundert Demonstranten", "200 300 900 protesters"),
    CountForm("de", "weitere fünf Soldaten", "5 5 5 soldiers further"),
    CountForm("de", "ein 35-jähriger Mann", "1 1 1 civilians"),
    CountForm("de", "ein Ehepaar", "2 2 2 civilians"),
    CountForm("de", "Niemand wurde verletzt", "0 0 0 civilians"),
    CountForm("de", "30 Häuser"), CountForm("de", "Artikel 5"),
    CountForm("fr", "1 200 personnes", "1200 1200 1200 civilians"),
    CountForm("fr", "douze soldats", "12 12 12 soldiers"),
    CountForm("fr", "au moins 12 soldats", "12 12 - soldiers"),
    CountForm("fr", "entre 10 et 12 soldats", "10 10 12 soldiers"),
    CountForm("fr", "dix à douze soldats", "10 10 12 soldiers"),
    CountForm(
      "fr", "12 personnes, dont deux enfants", "12 12 12 civilians", "2 2 2 civilians including"),
    CountForm("fr", "un couple", "2 2 2 civilians"),
    CountForm("fr", "une famille de cinq personnes", "5 5 5 civilians"),
    CountForm("fr", "un homme de 35 ans", "1 1 1 civilians"),
    CountForm("es", "1.200 personas", "1200 1200 1200 civilians"),
    CountForm("es", "treinta y cinco soldados", "35 35 35 soldiers"),
    CountForm("es", "al menos 12 soldados", "12 12 - soldiers"),
    CountForm("es", "entre 10 y 12 soldados", "10 10 12 soldiers"),
    CountForm(
      "es", "12 personas, entre ellas dos niños", "12 12 12 civilians",
      "2 2 2 civilians including"),
    CountForm("es", "otros cinco soldados", "5 5 5 soldiers further"),
    CountForm("es", "una pareja", "2 2 2 civilians"),
  ])
  func `German, French and Spanish`(_ form: CountForm) throws {
    #expect(try counts(form) == form.counts)
  }

  @Test(arguments: [
    CountForm("sq", "1.200 persona", "1200 1200 1200 civilians"),
    CountForm("sq", "dymbëdhjetë ushtarë", "12 12 12 soldiers"),
    CountForm("sq", "të paktën 12 ushtarë", "12 12 - soldiers"),
    CountForm("sq", "mes 10 dhe 12 ushtarë", "10 10 12 soldiers"),
    CountForm("sq", "disa qindra protestues", "200 300 900 protesters"),
    CountForm("sq", "një çift", "2 2 2 civilians"),
    CountForm("sq", "një 35-vjeçar", "1 1 1 civilians"),
    CountForm("sq", "askush nuk u lëndua", "0 0 0 civilians"),
    CountForm("sq", "neni 5"), CountForm("sq", "30 automjete"),
    CountForm("sr", "1.200 ljudi", "1200 1200 1200 civilians"),
    CountForm("sr", "dvanaest vojnika", "12 12 12 soldiers"),
    CountForm("sr", "дванаест војника", "12 12 12 soldiers"),
    CountForm("sr", "najmanje 12 vojnika", "12 12 - soldiers"),
    CountForm("sr", "između 10 i 12 vojnika", "10 10 12 soldiers"),
    CountForm("sr", "nekoliko stotina demonstranata", "200 300 900 protesters"),
    CountForm("sr", "još pet vojnika", "5 5 5 soldiers further"),
    CountForm("sr", "bračni par", "2 2 2 civilians"),
    CountForm("sr", "niko nije povređen", "0 0 0 civilians"),
    CountForm("sr", "član 5"), CountForm("sr", "30 vozila"),
    CountForm("mk", "1.200 луѓе", "1200 1200 1200 civilians"),
    CountForm("mk", "најмалку 12 војници", "12 12 - soldiers"),
    CountForm("mk", "меѓу 10 и 12 војници", "10 10 12 soldiers"),
    CountForm("mk", "брачна двојка", "2 2 2 civilians"),
    CountForm("mk", "никој не е повреден", "0 0 0 civilians"),
    CountForm("tr", "1.200 kişi", "1200 1200 1200 civilians"),
    CountForm("tr", "on iki asker", "12 12 12 soldiers"),
    CountForm("tr", "en az 12 asker", "12 12 - soldiers"),
    CountForm("tr", "10 ila 12 asker", "10 10 12 soldiers"),
    CountForm("tr", "yüzlerce gösterici", "200 300 900 protesters"),
    CountForm("tr", "35 yaşındaki bir adam", "1 1 1 civilians"),
    CountForm("tr", "kimse yaralanmadı", "0 0 0 civilians"),
    CountForm("tr", "30 araç"),
  ])
  func `Albanian, Serbian, Macedonian and Turkish`(_ form: CountForm) throws {
    #expect(try counts(form) == form.counts)
  }

  @Test(arguments: [
    "1000000000000000000000000000000 people", "1,000,000,000,000,000,000,000 people",
    "999999999 thousand million people",
  ])
  func `numbers beyond all people are none, and end nothing`(_ text: String) throws {
    #expect(try counts(CountForm("en", text)).allSatisfy { !$0.hasPrefix("-") })
    #expect(try Reading.incidents("Clashes in Zvečan on Monday killed \(text).").count == 1)
  }
}
