internal import Geoparsing
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Reads the events of one report: event words with their dates, places, people and evidence.
struct EventReader {
  let structure: TextStructure
  let lexicon: Lexicon
  let mentions: [Geoparser.LocatedMention]
  let lands: LandReader
  /// The words of the publication date, which tell of no event.
  let header: Range<Int>?
  /// The year of publication, where it is known.
  let year: Int?
  /// Which of two numbers comes first in dates, where the publisher's country says so.
  let order: Lexicon.DayOrder?
  /// Who the report names anywhere, in the lexicon's words.
  private let populations: Set<String>

  init(
    structure: TextStructure, lexicon: Lexicon, mentions: [Geoparser.LocatedMention],
    lands: LandReader, header: Range<Int>?, year: Int?, order: Lexicon.DayOrder?
  ) {
    self.structure = structure
    self.lexicon = lexicon
    self.mentions = mentions
    self.lands = lands
    self.header = header
    self.year = year
    self.order = order
    populations = Set(
      lexicon.groups.matches(in: structure.text, words: structure.text.words.indices).map(\.value))
  }

  /// What was read: the drafts of the report's events and what tells of none, in the order of the text.
  struct Reading {
    var drafts: [EventDraft] = []
    var dropped: [DroppedTrigger] = []
  }

  /// Reads the drafts of the report's events.
  ///
  /// - Parameter attributions: Who says what each sentence tells; who only says so takes no part.
  /// - Returns: Each event once, and the words that were left out.
  func reading(attributions: [[Attribution]]) -> Reading {
    let misspelt = MisspeltActors(structure: structure, lexicon: lexicon, mentions: mentions)
    var facts = structure.sentences.map { sentence in
      SentenceFacts(
        sentence, structure: structure, lexicon: lexicon, mentions: mentions, lands: lands,
        misspelt: misspelt, header: header, order: order)
    }
    let dates = DateAnchoring.anchored(facts.map(\.dates)) { facts[$0].sentence.exclusion == nil }
    for index in facts.indices { facts[index].dates = dates[index] }
    let assignment = Assignment(structure: structure, facts: facts)
    let finder = TriggerFinder(lexicon: lexicon, structure: structure)
    var drafts: [EventDraft] = []
    var dropped: [DroppedTrigger] = []
    for index in facts.indices {
      if let exclusion = facts[index].sentence.exclusion {
        if exclusion == TextStructure.inAnotherLanguage { continue }
        dropped += finder.excluded(in: facts[index], because: exclusion)
        continue
      }
      let told = finder.effects(in: facts[index], dropped: &dropped)
      let triggers = finder.triggers(in: facts[index], dropped: &dropped)
      let effects = EffectCounting(
        effects: told, facts: facts[index],
        events: triggers.filter(\.countsPatients).map(\.words)
      ).counted()
      var own = self.drafts(
        of: triggers, inSentence: index, facts: facts[index], assignment,
        taken: Set(effects.flatMap(\.counts).map(\.quantity.words)), dropped: &dropped)
      attach(
        effects, ofSentence: index, facts: facts[index], to: &own, earlier: &drafts, assignment)
      drafts += own
    }
    let acted = Self.withArrestsAtDemonstrations(caused(drafts)).map { draft in
      var draft = draft
      draft.actors = actors(of: draft, facts: facts, attributions: attributions)
      draft.takeKindFromActors()
      draft.isHeading = facts[draft.sentences[0]].sentence.isHeading
      return draft
    }
    let (told, titles) = withoutTitle(DraftMerging.merged(acted))
    return Reading(drafts: told, dropped: dropped + titles)
  }

  /// The drafts without those that only the report's title tells of, in other words than its text: it
  /// says in short what is told below of the same place.
  private func withoutTitle(
    _ drafts: [EventDraft]
  ) -> (told: [EventDraft], titles: [DroppedTrigger]) {
    let first = structure.sentences.firstIndex { $0.exclusion == nil }
    guard let title = first.flatMap({ structure.sentences[$0].isHeading ? $0 : nil }) else {
      return (drafts, [])
    }
    func isTitle(_ draft: EventDraft) -> Bool {
      draft.sentences.allSatisfy { $0 == title } && draft.date?.isOwn != true
    }
    let told = drafts.filter { !isTitle($0) }
    func isTold(_ draft: EventDraft) -> Bool {
      isTitle(draft) && told.contains { DraftMerging.isTitle(draft, of: $0, orInSamePlace: true) }
    }
    let titles = drafts.filter(isTold).map { draft in
      DroppedTrigger(
        words: draft.words, type: draft.type, subType: draft.subType,
        reason: "told by the title alone")
    }
    return (drafts.filter { !isTold($0) }, titles)
  }

  /// Both sides of an event: those of its first sentence, filled up from the others.
  private func actors(
    of draft: EventDraft, facts: [SentenceFacts], attributions: [[Attribution]]
  ) -> EventActors {
    draft.triggers.reduce(into: EventActors()) { actors, trigger in
      let roles = ActorRoles(
        facts: facts[trigger.sentence], lexicon: lexicon, structure: structure, lands: lands,
        sources: attributions[trigger.sentence].map(\.words))
      actors.fill(
        from: roles.actors(
          of: draft.type, draft.subType, at: trigger.words, victims: draft.victims,
          sent: draft.counts.filter { $0.field == .deployed }.map(\.quantity.words)))
    }
  }

  // MARK: - Events of a sentence

  private func drafts(
    of triggers: [Trigger], inSentence index: Int, facts: SentenceFacts,
    _ assignment: Assignment, taken: Set<Range<Int>>, dropped: inout [DroppedTrigger]
  ) -> [EventDraft] {
    var drafts: [EventDraft] = []
    var taken = taken
    for trigger in triggers {
      if isHistory(trigger.words, in: facts) {
        dropped.append(
          DroppedTrigger(
            words: trigger.words, type: trigger.rule.type, subType: trigger.rule.subType,
            reason: "history"))
        continue
      }
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
        places: assignment.places(
          for: trigger.words, inSentence: index, otherEvents: triggers.map(\.words)))
      draft.site = facts.sites.min {
        facts.distance($0.words, trigger.words) < facts.distance($1.words, trigger.words)
      }
      draft.triggers = [(index, trigger.words)]
      if let field = trigger.rule.countField,
        let quantity = quantity(
          for: trigger.words, field: field, in: facts,
          others: triggers.filter { $0.rule.countField != nil }.map(\.words), taken: &taken)
      {
        draft.counts.append(EventDraft.AssignedCount(field, quantity, beside: trigger.words))
      }
      drafts.append(draft)
    }
    return drafts
  }

  /// Whether all that a clause, or a sentence, says of time is a year well before the report: "the 1999
  /// earthquake".
  func isHistory(_ words: Range<Int>, in facts: SentenceFacts) -> Bool {
    guard let year else { return false }
    func areHistoric(_ years: [(word: Int, year: Int)]) -> Bool {
      !years.isEmpty && years.allSatisfy { $0.year < year - 1 }
    }
    let own = facts.years.filter { facts.areInOneClause($0.word..<$0.word + 1, words) }
    if areHistoric(own) { return true }
    let otherDates = facts.dates.filter { date in
      !facts.years.contains { date.words.contains($0.word) }
    }
    return areHistoric(facts.years) && otherDates.isEmpty
  }

  /// A clash with protesters or unarmed people is a riot; ACLED's battles are between armed groups.
  ///
  /// Where the sentence does not say who clashed, the report does: one that names protesters and no
  /// armed group tells of riots.
  private func kind(of trigger: Trigger, in facts: SentenceFacts) -> (EventType, String) {
    guard trigger.rule.type == .battles else { return (trigger.rule.type, trigger.rule.subType) }
    let here = Set(facts.actors.filter(\.isTelling).map(\.population))
    let isUnarmed =
      here.contains("protesters") || here.contains("civilians")
      || populations.contains("protesters")
    return isUnarmed && !here.contains("armed group") && !populations.contains("armed group")
      ? (.riots, "Violent demonstration") : (trigger.rule.type, trigger.rule.subType)
  }

  /// The people that an event word counts: the nearest number in its clause, of a fitting kind, that
  /// stands no nearer to another word that counts people; of those who take part, "thousands" too.
  private func quantity(
    for words: Range<Int>, field: ClaimField, in facts: SentenceFacts, others: [Range<Int>],
    taken: inout Set<Range<Int>>
  ) -> Quantity? {
    let fitting = facts.quantities.filter { quantity in
      let distance = facts.distance(quantity.words, words)
      guard !taken.contains(quantity.words), distance <= 12, quantity.count.high != 0,
        field == .detained || field == .abducted || quantity.count.high != 1,
        !others.contains(where: { facts.distance(quantity.words, $0) < distance })
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
    if nearest == nil, field == .participants {
      return facts.bareQuantity(beside: words).flatMap { $0.qualifier == nil ? nil : $0 }
    }
    return nearest
  }
}
