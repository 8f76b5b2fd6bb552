internal import IncidentModel
internal import Toponymy

/// Areas told by names, as people type them: "10 km north of Leposavić", "northern Mali".
extension NameResolver {
  /// The area that a text as a whole tells of in some language; `nil` where it tells of none.
  func area(in text: String, _ hints: Hints) -> Reading? {
    let bytes = Array(text.utf8)
    if let reading = compound(FoldedText(bytes), hints) { return reading }
    var undecided: Reading?
    for lexicon in lexicons {
      let typed = TypedWords(lexicon: lexicon, bytes: bytes)
      guard (2...Self.mostWords).contains(typed.count) else { return nil }
      for (expression, names) in typed.expressions() {
        guard let reading = reading(of: expression, names, in: typed, hints) else { continue }
        if reading.resolution.place != nil { return reading }
        undecided = undecided ?? reading
      }
    }
    return undecided
  }

  /// "Nordsyrien": one word, part of which is a direction.
  private func compound(_ text: FoldedText, _ hints: Hints) -> Reading? {
    guard text.words.count == 1, let word = text.words.first,
      let part = variants.part(in: Array(text.folded(word))),
      let found = named(String(decoding: part.whole, as: UTF8.self))
    else { return nil }
    let resolution = outcome(of: found, hints)
    guard let place = resolution.place, place.kind.isArea,
      let area = VagueAreaMaker(gazetteer: gazetteer).area(
        VagueExpression(relation: part.relation, distance: nil, words: 0..<1), of: [place],
        range: word.range)
    else { return nil }
    return reading(of: area, toldBy: resolution)
  }

  private func reading(
    of expression: VagueExpression, _ names: [Range<Int>], in typed: TypedWords, _ hints: Hints
  ) -> Reading? {
    var anchors: [Place] = []
    var first: Resolution?
    for words in names {
      let name = typed.structure.quote(words)
      let found = named(name)
      let isID = gazetteer.place(PlaceID(name)) != nil
      guard isID || found != nil else { return nil }
      let resolution = isID ? resolve(name) : outcome(of: found, hints)
      guard let place = Self.anchor(resolution, expression) else {
        return Reading(resolution: resolution, area: nil)
      }
      anchors.append(place)
      first = first ?? resolution
    }
    guard let first,
      let area = VagueAreaMaker(gazetteer: gazetteer).area(
        expression, of: anchors, range: typed.structure.byteRange(expression.words))
    else { return nil }
    return reading(of: area, toldBy: first)
  }

  /// Of an area that the gazetteer has itself, it is just another way to call that place.
  private func reading(of area: VagueArea, toldBy resolution: Resolution) -> Reading {
    guard let place = area.place else { return Reading(resolution: resolution, area: area) }
    let candidate = Candidate(
      place: place, score: resolution.candidates.first?.score ?? 0, reasons: [area.reason])
    return Reading(resolution: .resolved(candidate, alternatives: []), area: nil)
  }

  /// Of a town and its municipality, distances are told from the town, and parts are of the larger.
  private static func anchor(_ resolution: Resolution, _ expression: VagueExpression) -> Place? {
    guard let place = resolution.place else { return nil }
    guard place.kind == .municipality, expression.relation.isMeasured else { return place }
    return resolution.candidates.map(\.place).first {
      $0.kind.isSettlement && $0.country == place.country && $0.admin2 == place.admin2
    } ?? place
  }

  /// A text as one language reads it, all of it one sentence.
  private struct TypedWords {
    let structure: TextStructure
    private let lexicon: Lexicon
    private let reader: VagueExpressionReader

    init(lexicon: Lexicon, bytes: [UInt8]) {
      self.lexicon = lexicon
      structure = TextStructure(bytes, lexicon: lexicon)
      reader = VagueExpressionReader(lexicon: lexicon, structure: structure)
    }

    var count: Int { structure.text.words.count }

    /// The expressions that take up the whole text, and the words of the names in each.
    func expressions() -> [(VagueExpression, names: [Range<Int>])] {
      let all = 0..<count
      var found: [(VagueExpression, names: [Range<Int>])] = []
      func add(_ expression: VagueExpression?, _ names: [Range<Int>]) {
        if let expression, isWhole(expression.words) { found.append((expression, names)) }
      }
      for start in 1..<count {
        for end in start + 1..<count {
          for joint in end..<min(end + 4, count) {
            let pair = [start..<end, joint..<count]
            add(reader.expression(joining: pair[0], pair[1], in: all), pair)
          }
        }
      }
      for start in 0..<count where isWhole(start..<count) {
        for end in start + 1..<count {
          for joint in end..<min(end + 4, count) {
            for last in joint + 1..<max(joint + 1, count) {
              let pair = [start..<end, joint..<last]
              add(reader.expression(joining: pair[0], pair[1], in: all), pair)
            }
          }
        }
      }
      for start in 1..<count {
        add(reader.expression(around: start..<count, in: all), [start..<count])
      }
      for end in 1..<count {
        add(reader.expression(around: 0..<end, in: all), [0..<end])
      }
      return found
    }

    /// Whether nothing but small words stands before an expression, and nothing after it.
    private func isWhole(_ words: Range<Int>) -> Bool {
      words.upperBound == count
        && (0..<words.lowerBound).allSatisfy {
          lexicon.functionWords.contains(structure.text.words[$0].hash)
        }
    }
  }
}
