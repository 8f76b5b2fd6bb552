internal import Geoparsing
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Reads the events of one report: event words with their dates, places, people and evidence.
struct EventReader {
  let structure: TextStructure
  let lexicon: Lexicon
  let mentions: [Geoparser.LocatedMention]
  /// The words of the publication date, which tell of no event.
  let header: Range<Int>?
  /// The year of publication, where it is known.
  let year: Int?
  /// Who the report names anywhere, in the lexicon's words.
  private let populations: Set<String>

  init(
    structure: TextStructure, lexicon: Lexicon, mentions: [Geoparser.LocatedMention],
    header: Range<Int>?, year: Int?
  ) {
    self.structure = structure
    self.lexicon = lexicon
    self.mentions = mentions
    self.header = header
    self.year = year
    populations = Set(
      lexicon.groups.matches(in: structure.text, words: structure.text.words.indices).map(\.value))
  }

  /// The drafts of the report's events, in the order of the text.
  func drafts() -> [EventDraft] {
    let facts = structure.sentences.map { sentence in
      SentenceFacts(
        sentence, structure: structure, lexicon: lexicon, mentions: mentions, header: header)
    }
    let assignment = Assignment(structure: structure, facts: facts, mentions: mentions)
    let finder = TriggerFinder(lexicon: lexicon, structure: structure)
    var drafts: [EventDraft] = []
    for index in facts.indices where facts[index].sentence.exclusion == nil {
      let effects = countedEffects(finder.effects(in: facts[index]), in: facts[index])
      var own = self.drafts(
        ofSentence: index, facts: facts[index], finder, assignment,
        taken: Set(effects.flatMap(\.counts).map(\.quantity.words)))
      attachEffects(
        effects, ofSentence: index, facts: facts[index], to: &own, earlier: &drafts, assignment)
      drafts += own
    }
    return merged(drafts)
  }

  // MARK: - Events of a sentence

  private func drafts(
    ofSentence index: Int, facts: SentenceFacts, _ finder: TriggerFinder,
    _ assignment: Assignment, taken: Set<Range<Int>>
  ) -> [EventDraft] {
    var drafts: [EventDraft] = []
    var taken = taken
    let triggers = finder.triggers(in: facts)
    for trigger in triggers where !isHistory(trigger.words, in: facts) {
      let (type, subType) = kind(of: trigger, in: facts)
      let date = assignment.date(
        for: trigger.words, inSentence: index, nearbyOnly: trigger.rule.needsDateNearby,
        otherEvents: triggers.map(\.words))
      // A second word for the same, unless it has a date of its own.
      let isTold = drafts.contains { draft in
        draft.type == type && draft.subType == subType
          && (date?.isOwn != true || draft.date?.mention.expression == date?.mention.expression)
      }
      if isTold { continue }
      var draft = EventDraft(
        type: type, subType: subType, rule: trigger.rule, words: trigger.words, sentences: [index],
        date: date,
        places: assignment.places(for: trigger.words, inSentence: index))
      draft.site = facts.sites.min {
        facts.distance($0.words, trigger.words) < facts.distance($1.words, trigger.words)
      }
      draft.actors = Array(facts.actors.prefix(2))
      if let field = trigger.rule.countField,
        let quantity = quantity(for: trigger.words, field: field, in: facts, taken: &taken)
      {
        draft.counts.append(count(field, quantity, trigger.words))
      }
      drafts.append(draft)
    }
    return drafts
  }

  /// Whether the clause names a year well before the report and no other date: "the 1999 earthquake".
  private func isHistory(_ words: Range<Int>, in facts: SentenceFacts) -> Bool {
    guard let year else { return false }
    let years = facts.years.filter { facts.areInOneClause($0.word..<$0.word + 1, words) }
    return !years.isEmpty && years.allSatisfy { $0.year < year - 1 }
  }

  /// A clash with protesters or unarmed people is a riot; ACLED's battles are between armed groups.
  ///
  /// Where the sentence does not say who clashed, the report does: one that names protesters and no
  /// armed group tells of riots.
  private func kind(of trigger: Trigger, in facts: SentenceFacts) -> (EventType, String) {
    guard trigger.rule.type == .battles else { return (trigger.rule.type, trigger.rule.subType) }
    let here = Set(facts.actors.map(\.population))
    let isUnarmed =
      here.contains("protesters") || here.contains("civilians")
      || populations.contains("protesters")
    return isUnarmed && !here.contains("armed group") && !populations.contains("armed group")
      ? (.riots, "Violent demonstration") : (trigger.rule.type, trigger.rule.subType)
  }

  private func count(
    _ field: ClaimField, _ quantity: Quantity, _ words: Range<Int>
  ) -> EventDraft.AssignedCount {
    let start = min(quantity.words.lowerBound, words.lowerBound)
    let end = max(quantity.words.upperBound, words.upperBound)
    return EventDraft.AssignedCount(field: field, quantity: quantity, words: start..<end)
  }

  /// The people that an event word counts: the nearest number in its clause, of a fitting kind.
  private func quantity(
    for words: Range<Int>, field: ClaimField, in facts: SentenceFacts,
    taken: inout Set<Range<Int>>
  ) -> Quantity? {
    let fitting = facts.quantities.filter { quantity in
      guard !taken.contains(quantity.words), facts.distance(quantity.words, words) <= 12,
        field == .detained || field == .abducted || quantity.count.high != 1
      else { return false }
      switch field {
      case .deployed: return ["soldiers", "police", "officials"].contains(quantity.population)
      case .participants: return ["protesters", "civilians"].contains(quantity.population)
      default: return true
      }
    }
    let nearest = fitting.min {
      facts.distance($0.words, words) < facts.distance($1.words, words)
    }
    if let nearest { taken.insert(nearest.words) }
    return nearest
  }

  // MARK: - Effects

  /// An effect on people, and how many it is said of.
  private struct CountedEffect {
    let effect: Effect
    let counts: [EventDraft.AssignedCount]
  }

  /// The effects that say of how many people: others tell nothing that could be counted.
  private func countedEffects(_ effects: [Effect], in facts: SentenceFacts) -> [CountedEffect] {
    effects.compactMap { effect in
      let counts = quantities(for: effect, among: effects, in: facts)
        .map { count(effect.rule.field, $0, effect.words) }
      return counts.isEmpty ? nil : CountedEffect(effect: effect, counts: counts)
    }
  }

  private func attachEffects(
    _ counted: [CountedEffect], ofSentence index: Int, facts: SentenceFacts,
    to own: inout [EventDraft],
    earlier: inout [EventDraft], _ assignment: Assignment
  ) {
    for counted in counted where !isHistory(counted.effect.words, in: facts) {
      let (effect, counts) = (counted.effect, counted.counts)
      if let target = own.indices.filter({ own[$0].isViolent }).min(by: {
        facts.distance(own[$0].words, effect.words) < facts.distance(own[$1].words, effect.words)
      }) {
        own[target].counts += counts
      } else if let target = earlier.indices.last(where: { isContinued($0, in: earlier, by: index) }
      ) {
        earlier[target].counts += counts
        earlier[target].sentences.append(index)
      } else {
        var draft = EventDraft(
          type: effect.rule.type, subType: effect.rule.subType, rule: nil, words: effect.words,
          sentences: [index],
          date: assignment.date(
            for: effect.words, inSentence: index, nearbyOnly: false, otherEvents: []),
          places: assignment.places(for: effect.words, inSentence: index))
        draft.counts = counts
        draft.actors = Array(facts.actors.prefix(2))
        own.append(draft)
      }
    }
  }

  /// Whether a sentence may go on telling of an event that an earlier one began.
  private func isContinued(_ draft: Int, in drafts: [EventDraft], by sentence: Int) -> Bool {
    guard drafts[draft].isViolent, let last = drafts[draft].sentences.last else { return false }
    let paragraph = structure.sentences[sentence].paragraph
    return sentence - last <= 2
      && paragraph - structure.sentences[last].paragraph <= 1
  }

  /// The numbers of people that an effect is said of: those before it in its clause, joined by "and",
  /// or else the ones after it.
  private func quantities(
    for effect: Effect, among effects: [Effect], in facts: SentenceFacts
  ) -> [Quantity] {
    func isFree(_ quantity: Quantity) -> Bool {
      // Nearer to another effect: it is that one's.
      let own = facts.distance(quantity.words, effect.words)
      return own <= 14
        && !effects.contains { other in
          other.words != effect.words && facts.distance(quantity.words, other.words) < own
        }
    }
    let before = facts.quantities.filter { $0.words.upperBound <= effect.words.lowerBound }
    let after = facts.quantities.filter { $0.words.lowerBound >= effect.words.upperBound }
    let nearBefore = before.last.map { facts.distance($0.words, effect.words) } ?? Int.max
    let nearAfter = after.first.map { facts.distance($0.words, effect.words) } ?? Int.max
    let inside = facts.quantities.filter { $0.words.overlaps(effect.words) }
    let side = nearBefore <= nearAfter ? before.reversed() : after
    var chain: [Quantity] = inside
    for quantity in side where isFree(quantity) {
      if let last = chain.last,
        facts.distance(last.words, quantity.words) > 4
          || effects.contains(where: { Self.lies($0.words, between: last.words, quantity.words) })
      {
        break
      }
      chain.append(quantity)
    }
    if chain.isEmpty,
      let bare = facts.quantityReader.bareQuantity(beside: effect.words, in: facts.sentence.words)
    {
      return [bare]
    }
    return chain.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static func lies(_ words: Range<Int>, between a: Range<Int>, _ b: Range<Int>) -> Bool {
    min(a.upperBound, b.upperBound) <= words.lowerBound
      && words.upperBound <= max(a.lowerBound, b.lowerBound)
  }

  // MARK: - One event, several sentences

  /// Joins drafts of one kind, place and date: later sentences that tell of the same event.
  private func merged(_ drafts: [EventDraft]) -> [EventDraft] {
    var merged: [EventDraft] = []
    for draft in drafts {
      if let same = merged.firstIndex(where: { isSame($0, draft) }) {
        if isGeneric(merged[same]), !isGeneric(draft) {
          (merged[same].type, merged[same].subType) = (draft.type, draft.subType)
        }
        merged[same].absorb(draft)
      } else {
        merged.append(draft)
      }
    }
    return merged
  }

  /// Whether a draft is of the kind that any violence may be called: an attack.
  private func isGeneric(_ draft: EventDraft) -> Bool {
    draft.type == .violenceAgainstCivilians && draft.subType == "Attack"
  }

  private func areOfOneKind(_ a: EventDraft, _ b: EventDraft) -> Bool {
    if a.type == b.type {
      return a.subType == b.subType
        || (a.type != .strategicDevelopments && a.type != .violenceAgainstCivilians)
    }
    let violent: [EventType] = [.explosions, .battles, .violenceAgainstCivilians]
    return isGeneric(a) && violent.contains(b.type) || isGeneric(b) && violent.contains(a.type)
  }

  private func isSame(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard areOfOneKind(a, b) else { return false }
    let placesA = Set(a.places.compactMap { $0.mention.mention.resolution.place?.id })
    let placesB = Set(b.places.compactMap { $0.mention.mention.resolution.place?.id })
    guard placesA.isEmpty || placesB.isEmpty || !placesA.isDisjoint(with: placesB) else {
      return false
    }
    guard let first = a.date, let second = b.date else { return true }
    return first.mention.expression == second.mention.expression
      || (!first.isOwn && !second.isOwn)
  }
}
