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
      var own = self.drafts(ofSentence: index, facts: facts[index], finder, assignment)
      attachEffects(
        finder.effects(in: facts[index]), ofSentence: index, facts: facts[index], to: &own,
        earlier: &drafts, assignment)
      drafts += own
    }
    return merged(drafts)
  }

  // MARK: - Events of a sentence

  private func drafts(
    ofSentence index: Int, facts: SentenceFacts, _ finder: TriggerFinder, _ assignment: Assignment
  ) -> [EventDraft] {
    var drafts: [EventDraft] = []
    var usedQuantities: Set<Int> = []
    for trigger in finder.triggers(in: facts) {
      let (type, subType) = kind(of: trigger, in: facts)
      if drafts.contains(where: { $0.type == type && $0.subType == subType }) { continue }
      var draft = EventDraft(
        type: type, subType: subType, rule: trigger.rule, words: trigger.words, sentences: [index],
        date: assignment.date(
          for: trigger.words, inSentence: index, nearbyOnly: trigger.rule.needsDateNearby),
        places: assignment.places(for: trigger.words, inSentence: index))
      draft.site = facts.sites.min {
        facts.distance($0.words, trigger.words) < facts.distance($1.words, trigger.words)
      }
      draft.actors = Array(facts.actors.prefix(2))
      if let field = trigger.rule.countField,
        let quantity = quantity(for: trigger.words, field: field, in: facts, used: &usedQuantities)
      {
        draft.counts.append(count(field, quantity, trigger.words))
      }
      drafts.append(draft)
    }
    return drafts
  }

  /// A clash with protesters or unarmed people is a riot; ACLED's battles are between armed groups.
  private func kind(of trigger: Trigger, in facts: SentenceFacts) -> (EventType, String) {
    guard trigger.rule.type == .battles else { return (trigger.rule.type, trigger.rule.subType) }
    let populations = Set(facts.actors.map(\.population))
    let isUnarmed = populations.contains("protesters") || populations.contains("civilians")
    return isUnarmed && !populations.contains("armed group")
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
    for words: Range<Int>, field: ClaimField, in facts: SentenceFacts, used: inout Set<Int>
  ) -> Quantity? {
    let fitting = facts.quantities.indices.filter { index in
      let population = facts.quantities[index].population
      guard !used.contains(index), facts.distance(facts.quantities[index].words, words) <= 12
      else { return false }
      return field != .deployed || ["soldiers", "police", "officials"].contains(population)
    }
    guard
      let nearest = fitting.min(by: {
        facts.distance(facts.quantities[$0].words, words)
          < facts.distance(facts.quantities[$1].words, words)
      })
    else { return nil }
    used.insert(nearest)
    return facts.quantities[nearest]
  }

  // MARK: - Effects

  private func attachEffects(
    _ effects: [Effect], ofSentence index: Int, facts: SentenceFacts, to own: inout [EventDraft],
    earlier: inout [EventDraft], _ assignment: Assignment
  ) {
    var counted: [(effect: Effect, counts: [EventDraft.AssignedCount])] = []
    for effect in effects {
      let counts = quantities(for: effect, among: effects, in: facts)
        .map { count(effect.rule.field, $0, effect.words) }
      if !counts.isEmpty { counted.append((effect, counts)) }
    }
    for (effect, counts) in counted {
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
          date: assignment.date(for: effect.words, inSentence: index, nearbyOnly: false),
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
      if let last = chain.last, facts.distance(last.words, quantity.words) > 4 { break }
      chain.append(quantity)
    }
    return chain.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  // MARK: - One event, several sentences

  /// Joins drafts of one kind, place and date: later sentences that tell of the same event.
  private func merged(_ drafts: [EventDraft]) -> [EventDraft] {
    var merged: [EventDraft] = []
    for draft in drafts {
      if let same = merged.firstIndex(where: { isSame($0, draft) }) {
        merged[same].absorb(draft)
      } else {
        merged.append(draft)
      }
    }
    return merged
  }

  private func isSame(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard a.type == b.type, a.subType == b.subType || a.type != .strategicDevelopments else {
      return false
    }
    let placesA = Set(a.places.compactMap { $0.mention.mention.resolution.place?.id })
    let placesB = Set(b.places.compactMap { $0.mention.mention.resolution.place?.id })
    let isSamePlace =
      placesA.isEmpty || placesB.isEmpty || !placesA.isDisjoint(with: placesB)
      || !(a.places.first?.isOwn ?? false) || !(b.places.first?.isOwn ?? false)
    guard isSamePlace else { return false }
    guard let first = a.date, let second = b.date else { return true }
    return first.mention.expression == second.mention.expression
      || (!first.isOwn && !second.isOwn)
  }
}
