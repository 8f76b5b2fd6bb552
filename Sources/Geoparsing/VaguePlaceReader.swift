internal import IncidentModel
internal import Toponymy

/// Gives the mentions of a text the areas that the words around them make of their places.
struct VaguePlaceReader {
  let lexicon: Lexicon
  let structure: TextStructure
  let maker: VagueAreaMaker
  private let expressions: VagueExpressionReader
  private let variants: NameVariants

  init(gazetteer: Gazetteer, lexicon: Lexicon, structure: TextStructure) {
    self.lexicon = lexicon
    self.structure = structure
    maker = VagueAreaMaker(gazetteer: gazetteer)
    variants = lexicon.nameVariants
    expressions = VagueExpressionReader(lexicon: lexicon, structure: structure)
  }

  /// The mentions with their areas; of two that one expression joins, the first bears the area and
  /// the second is marked as a part of it.
  func read(_ mentions: [Geoparser.LocatedMention]) -> [Geoparser.LocatedMention] {
    var read = mentions
    var index = 0
    while index < read.count {
      defer { index += 1 }
      guard read[index].mention.resolution.place != nil,
        let number = structure.sentence(holding: read[index].words.lowerBound),
        structure.sentences[number].exclusion == nil
      else { continue }
      let limits = structure.sentences[number].words
      if index + 1 < read.count, joins(&read, index, in: limits) {
        index += 1
        continue
      }
      setArea(of: &read, index, in: limits, neighbours: mentions)
    }
    dropWords(of: &read)
    return read
  }

  /// A word for a direction may be the name of a place as well: "im Norden von Mali".
  private func dropWords(of mentions: inout [Geoparser.LocatedMention]) {
    for area in mentions.indices where mentions[area].span != mentions[area].words {
      for index in max(0, area - 2)..<min(mentions.count, area + 3)
      where index != area && !mentions[index].isPartOfArea
        && mentions[area].span.contains(mentions[index].words.lowerBound)
      {
        drop(&mentions[index], "a word of “\(mentions[area].mention.area?.label ?? "")”")
      }
    }
  }

  private func drop(_ located: inout Geoparser.LocatedMention, _ reason: String) {
    located.mention.role = .dropped
    located.mention.roleReason = reason
    located.mention.resolution = .unresolved(reason: reason)
    located.mention.area = nil
    located.span = located.words
  }

  private func joins(
    _ mentions: inout [Geoparser.LocatedMention], _ index: Int, in limits: Range<Int>
  ) -> Bool {
    let (first, second) = (mentions[index], mentions[index + 1])
    guard let a = first.mention.resolution.place, let b = second.mention.resolution.place,
      let expression = expressions.expression(joining: first.words, second.words, in: limits),
      fits(expression, first), fits(expression, second),
      let area = maker.area(
        expression, of: [a, b], range: structure.byteRange(expression.words))
    else { return false }
    mentions[index].mention.area = area
    mentions[index].span = expression.words
    mentions[index + 1].isPartOfArea = true
    return true
  }

  private func setArea(
    of mentions: inout [Geoparser.LocatedMention], _ index: Int, in limits: Range<Int>,
    neighbours: [Geoparser.LocatedMention]
  ) {
    let located = mentions[index]
    guard let place = located.mention.resolution.place else { return }
    let compound = compound(located, of: place)
    if compound != nil, !Self.hasNamedParts(place) {
      drop(&mentions[index], "no place, but a word with a direction")
      return
    }
    let told = compound ?? expressions.expression(around: located.words, in: limits)
    if let expression = told, fits(expression, located) {
      let neighbour =
        expression.relation == .border ? self.neighbour(of: place, at: index, neighbours) : nil
      mentions[index].mention.area = maker.area(
        expression, of: [place], range: structure.byteRange(expression.words),
        neighbour: neighbour)
      guard mentions[index].mention.area != nil else { return }
      mentions[index].span = expression.words
      if expression.relation.isOfOnePlace, !located.mention.role.isLocative {
        mentions[index].mention.role = .location
        mentions[index].mention.roleReason = "a part of it, or a distance from it"
      }
    } else if located.isNear, located.mention.role.isLocative {
      mentions[index].mention.area = maker.near(place, range: located.mention.range)
    }
  }

  /// The part that a compound such as "Nordsyrien" means, where the place is not called so itself.
  private func compound(
    _ located: Geoparser.LocatedMention, of place: Place
  ) -> VagueExpression? {
    let text = structure.text
    guard located.words.count == 1,
      let part = variants.part(in: text.key(of: located.words))
    else { return nil }
    let prefix = text.key(of: located.words).dropLast(part.whole.count)
    let isItsName = ([place.name] + place.names.map(\.text)).contains { name in
      let folded = FoldedText(name)
      return folded.key(of: folded.words.indices).starts(with: prefix)
    }
    return isItsName
      ? nil : VagueExpression(relation: part.relation, distance: nil, words: located.words)
  }

  /// Whether people speak of such a place by parts: "Ostkreuz" is no part of a village called Kreuz.
  private static func hasNamedParts(_ place: Place) -> Bool {
    place.kind.isArea || place.kind == .city || place.kind == .capital
  }

  /// Whether a name used so can be part of an expression: a border may be told by an adjective, the
  /// rest by names of places only; words beside a name that stands for people tell nothing of where.
  private func fits(_ expression: VagueExpression, _ located: Geoparser.LocatedMention) -> Bool {
    switch located.mention.role {
    case .location, .container, .origin: true
    // No government has a northern part, a road or a distance.
    case .metonym: ![.near, .outside, .between, .along].contains(expression.relation)
    case .modifier:
      expression.relation == .border || expression.relation == .road
        || expression.relation.isOfOnePlace && !qualifiesNext(located.words)
    case .demonym: expression.relation == .border || expression.relation == .road
    case .dateline, .embedded, .dropped: false
    }
  }

  /// Whether a name right before people is theirs: "northern Kosovo police", "northern Mali's army".
  private func qualifiesNext(_ name: Range<Int>) -> Bool {
    let words = structure.text.words
    let next = name.upperBound
    guard next < words.count else { return false }
    return words[next].range.count == 1
      || lexicon.groups.longestMatch(in: structure.text, at: next, before: words.count) != nil
      || lexicon.titles.longestMatch(in: structure.text, at: next, before: words.count) != nil
  }

  /// The country, named nearest in the report, that a border with a country is likely shared with.
  private func neighbour(
    of place: Place, at index: Int, _ mentions: [Geoparser.LocatedMention]
  ) -> Place? {
    let others = mentions.indices.filter { other in
      guard let country = mentions[other].mention.resolution.place else { return false }
      return country.kind == .country && country.id != place.id
        && mentions[other].mention.role != .dropped
    }
    let nearest = others.min {
      (abs($0 - index), $0) < (abs($1 - index), $1)
    }
    return nearest.flatMap { mentions[$0].mention.resolution.place }
  }
}
