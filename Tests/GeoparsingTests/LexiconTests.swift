import Foundation
import IncidentModel
import NamedSeeds
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Lexicons")
struct LexiconTests {
  private func faults(_ text: String) -> [String] {
    do throws(LexiconError) {
      _ = try Lexicon(text: text)
      return []
    } catch {
      #expect(error.description == error.faults.joined(separator: "\n"))
      return error.faults
    }
  }

  // MARK: - What is shipped

  @Test func `every shipped lexicon loads without a fault`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Shipped.folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "lexicon" }
    #expect(files.count >= 3)
    for file in files {
      let language = file.deletingPathExtension().lastPathComponent
      let lexicon = try Shipped.lexicon(language)
      #expect(lexicon.language == language)
      guard language != "und" else { continue }
      #expect(lexicon.functionWords.count > 20, "\(language)")
      #expect(Set(lexicon.months.allValues.map(\.number)) == Set(1...12), "\(language)")
      #expect(Set(lexicon.weekdays.allValues.map(\.number)) == Set(1...7), "\(language)")
      #expect(!lexicon.events.isEmpty && !lexicon.effects.isEmpty, "\(language)")
      #expect(!lexicon.suppressions.isEmpty && !lexicon.dates.isEmpty, "\(language)")
    }
  }

  // MARK: - Reading

  @Test func `sections, entries, values and comments are read`() throws {
    let lexicon = try Lexicon(
      text: """
        # A comment.
        [months]
        maj, maja = 5   # lower case
        Juni = 6
        [numbers]
        dvanaest = 12

        [vague numbers]
        nekoliko stotina = 200 300 900
        [organisations]
        KFOR = KFOR; external forces; XK
        [name endings]
        -ića, -iću = -ić
        -ut =
        [group of demonyms]
        people
        """)
    func hash(_ word: String) -> UInt64 { FoldedText(word).words[0].hash }
    #expect(lexicon.months[hash("maja")]?.number == 5)
    #expect(lexicon.months[hash("maja")]?.mustBeCapitalized == false)
    #expect(lexicon.months[hash("juni")]?.mustBeCapitalized == true)
    #expect(lexicon.numbers[hash("dvanaest")] == 12)
    let text = FoldedText("nekoliko stotina KFOR")
    #expect(
      lexicon.vagueNumbers.matches(in: text, words: 0..<3).map(\.value)
        == [Count(low: 200, best: 300, high: 900)])
    #expect(
      lexicon.organisations.matches(in: text, words: 0..<3).map(\.value)
        == [
          Lexicon.Organisation(
            name: "KFOR", kind: "international force", type: .externalForces, country: "XK",
            mustBeCapitals: false)
        ])
    #expect(lexicon.groupOfDemonyms == "people")
    #expect(
      lexicon.nameEndings.map { String(decoding: $0.ending, as: UTF8.self) } == [
        "ica", "icu", "ut",
      ])
    #expect(
      lexicon.nameEndings.map { String(decoding: $0.replacement, as: UTF8.self) }
        == ["ic", "ic", ""])
  }

  @Test func `heads give events, effects and suppressions their meaning`() throws {
    let lexicon = try Lexicon(
      text: """
        [events Explosions/Remote violence/Grenade]
        grenade*
        [events Strategic developments/Deployment | counts deployed | announced]
        deploy*
        [events Strategic developments/Election | near]
        election*
        [effects injured = Violence against civilians/Attack]
        injur*
        [not an event: negated | within 4]
        no, never
        [not an event: planned | within 6 | after 3]
        will be
        """)
    let text = FoldedText("grenades deployed elections injured never will be")
    let events = lexicon.events.matches(in: text, words: 0..<5).map(\.value)
    #expect(
      events.map(\.type) == [.explosions, .strategicDevelopments, .strategicDevelopments])
    #expect(events.map(\.subType) == ["Grenade", "Deployment", "Election"])
    #expect(events.map(\.countField) == [nil, .deployed, nil])
    #expect(events.map(\.countsWhenAnnounced) == [false, true, false])
    #expect(events.map(\.needsDateNearby) == [false, false, true])
    let effects = lexicon.effects.matches(in: text, words: 0..<5).map(\.value)
    #expect(effects.map(\.field) == [.injured])
    #expect(effects.map(\.type) == [.violenceAgainstCivilians])
    let suppressions = lexicon.suppressions.matches(in: text, words: 0..<7).map(\.value)
    #expect(
      suppressions == [
        Lexicon.Suppression(reason: "negated", reach: 4, reachBefore: 0),
        Lexicon.Suppression(reason: "planned", reach: 6, reachBefore: 3),
      ])
  }

  @Test(
    arguments: [
      ("calendar", .calendar), ("weekday -1", .weekday(1)), ("days 7 0", .days(7, 0)),
      ("ago 7", .ago(7)), ("week -1", .week(-1)), ("weekend 0", .weekend), ("month 0", .month(0)),
      ("year -1", .year(-1)),
    ] as [(String, Lexicon.DateRule)])
  func `rules of dates are read`(_ value: String, _ rule: Lexicon.DateRule) throws {
    let lexicon = try Lexicon(text: "[dates]\nthen = \(value)")
    #expect(
      lexicon.dates.matches(in: FoldedText("then"), words: 0..<1).map(\.value) == [rule])
  }

  // MARK: - Faults

  @Test func `every faulty line is named at once`() {
    #expect(
      faults(
        """
        first = 1
        [months]
        May = 13
        June
        [colours]
        [numbers]
        one = uno
        — = 1
        [place nouns after]
        tower = minaret
        [vague numbers]
        some = 1 2
        [organisations]
        KFOR = KFOR
        [dates]
        soon = someday
        {moon} = calendar
        [name endings]
        ut = x
        [titles]
        mr, {sir}
        """) == [
          "xx.lexicon:1: an entry before the first [section]",
          "xx.lexicon:5: unknown section [colours]",
          "xx.lexicon:3: [months] lacks a number from 1 to 12",
          "xx.lexicon:4: [months] lacks a number from 1 to 12",
          "xx.lexicon:7: [numbers] lacks a number",
          "xx.lexicon:8: [numbers] no word: —",
          "xx.lexicon:10: [place nouns after] cannot be read: minaret",
          "xx.lexicon:12: [vague numbers] cannot be read: 1 2",
          "xx.lexicon:14: [organisations] cannot be read: KFOR",
          "xx.lexicon:16: [dates] cannot be read: someday",
          "xx.lexicon:17: [dates] no pattern: {moon}",
          "xx.lexicon:19: [name endings] no ending: ut",
          "xx.lexicon:21: [titles] no pattern: {sir}",
        ])
  }

  @Test(arguments: [
    "[events Weather/Rain]\nrain*", "[events Riots]\nriot*",
    "[events Riots/Mob violence | counts sheep]\nmob", "[effects healed = Riots/Mob violence]\nx",
    "[effects injured]\nx", "[not an event: negated]\nno", "[not an event: negated | within x]\nno",
  ])
  func `a head that means nothing makes its entries faults`(_ text: String) {
    #expect(faults(text).count == 1)
  }

  @Test(arguments: ["[months", "[]", "[ | x]", "[monthsabc]"])
  func `a head that names no section is a fault`(_ head: String) {
    #expect(faults(head) == ["xx.lexicon:1: unknown section \(head)"])
  }

  @Test(arguments: ["=", "= 5", ",", " , = 3", "=="])
  func `an entry without words is a fault`(_ entry: String) {
    #expect(faults("[numbers]\n\(entry)").count == 1)
  }

  @Test(arguments: Seed.allCases)
  func `a damaged lexicon is read or named, never more`(_ seed: Seed) throws {
    var generator = seed.generator
    let sound = Array(
      """
      [months]
      May, Maj = 5
      [events Riots/Mob violence | counts participants]
      riot* ... on|in, {number} the? mob
      [not an event: negated | within 4]
      no, never
      """.utf8)
    for _ in 0..<100 {
      var bytes = sound
      for _ in 0..<4 {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = Array("[]=,|{}*?.# \n\u{FF}".utf8).randomElement(using: &generator) ?? 0
      }
      do throws(LexiconError) {
        _ = try Lexicon(bytes, path: "f", language: "xx")
      } catch {
        #expect(!error.faults.isEmpty && error.faults.allSatisfy { $0.hasPrefix("f:") })
      }
    }
  }

  // MARK: - Languages

  private func lexicons() throws -> Lexicons {
    Lexicons([
      try Shipped.english.get(), try Shipped.common.get(),
      try Lexicon(text: "[function words]\ndhe, në, të, e, i, për, me, një, u", language: "sq"),
      try Lexicon(text: "[function words]\ni, u, je, su, na, da, se, od, za", language: "sr"),
    ])
  }

  @Test(arguments: [
    ("The police were deployed in the north of the country.", "en"),
    ("Policia u vendos në veri të vendit për një javë.", "sq"),
    ("Policija je na severu i u Zvečanu od ponedeljka.", "sr-Latn"),
    ("Полиција је на северу и у Звечану од понедељка, да би се смирила ситуација.", "sr-Cyrl"),
    ("Xyzzy plugh 42.", "und"), ("", "und"), ("   \n", "und"),
  ])
  func `a text is of the language whose words it has`(_ text: String, _ language: String) throws {
    #expect(try lexicons().language(of: text) == language)
  }

  @Test func `a tag finds its lexicon, that of its language, or what holds in all`() throws {
    let lexicons = try lexicons()
    #expect(lexicons.languages == ["en", "sq", "sr"])
    #expect(lexicons.lexicon(for: "en").language == "en")
    #expect(lexicons.lexicon(for: "en-GB").language == "en")
    #expect(lexicons.lexicon(for: "sr-Cyrl").language == "sr")
    #expect(lexicons.lexicon(for: "xx").language == "und")
  }

  @Test func `organisations of every language are known in each`() throws {
    let albanian = try lexicons().lexicon(for: "sq")
    let found = albanian.organisations.matches(in: FoldedText("KFOR"), words: 0..<1)
    #expect(found.map(\.value.kind) == ["international force"])
  }
}
