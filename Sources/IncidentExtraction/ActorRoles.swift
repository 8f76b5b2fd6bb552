internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Says who did what to whom: the actors of an event in ACLED's order.
///
/// Who is counted among the victims, stands in a passive clause or comes after the event word suffers
/// it; who stands after "by", or before the word in an active clause, does it. Protests have their
/// protesters first, battles both sides, disasters and accidents nobody.
struct ActorRoles {
  let facts: SentenceFacts
  let lexicon: Lexicon
  let structure: TextStructure
  let lands: LandReader
  /// The words that name who says so, who takes no part.
  let sources: [Range<Int>]

  private enum Role { case agent, patient, unclear }

  /// The first and the second actor of an event, as far as the sentence tells.
  ///
  /// - Parameters:
  ///   - type: The event's class.
  ///   - subType: Its sub-class.
  ///   - words: The event word.
  ///   - victims: The words of the counts of people to whom it happened.
  ///   - sent: The words of the counts of those who were sent.
  /// - Returns: Both sides; either may be missing.
  func actors(
    of type: EventType, _ subType: String, at words: Range<Int>, victims: [Range<Int>],
    sent: [Range<Int>]
  ) -> EventActors {
    guard type != .disasters, type != .accidents else { return EventActors() }
    let near = facts.actors.compactMap { actor -> ActorMention? in
      let isVictim = victims.contains { $0.overlaps(actor.words) }
      guard isVictim || facts.distance(actor.words, words) <= Self.reach,
        !sources.contains(where: { $0.overlaps(actor.words) })
      else { return nil }
      guard case .land(let land) = actor.identity else { return actor }
      var people = actor
      people.identity = .group(.civilians, country: land)
      return isVictim ? people : nil
    }
    let roles = near.map { role(of: $0, among: near, at: words, victims: victims) }
    // Who acts is somebody told of; to whom it is done may be anybody.
    func nearest(_ fits: (ActorMention, Role) -> Bool) -> ActorMention? {
      zip(near, roles).filter { fits($0, $1) }.map(\.0).min {
        facts.distance($0.words, words) < facts.distance($1.words, words)
      }
    }
    switch type {
    case .protests, .riots:
      let crowd = nearest { actor, _ in actor.isCrowd } ?? nearest { actor, _ in actor.isCivilian }
      let group = type == .riots ? ActorGroup.rioters : .protesters
      let first = AssignedActor(
        mention: ActorMention(
          words: crowd?.words ?? words, identity: .group(group, country: nil),
          population: "protesters", isTelling: true),
        rule: crowd == nil ? "the event word tells of a crowd" : "who demonstrates",
        isImplied: crowd == nil)
      let isOneSided = subType == "Peaceful protest" || subType == "Blockade"
      let force = isOneSided ? nil : nearest { actor, _ in actor.isForce }
      return EventActors(
        first: first,
        second: force.map { AssignedActor(mention: $0, rule: "who stands against them") })
    case .battles:
      let sides = zip(near, roles).filter { $0.0.isArmed && $0.0.isTelling }
      let first = sides.first { $0.1 == .agent } ?? sides.first
      let second = sides.first { side in first.map { !areOne(side.0, $0.0) } ?? false }
      return EventActors(
        first: first.map { AssignedActor(mention: $0.0, rule: "a side of the fight") },
        second: second.map { AssignedActor(mention: $0.0, rule: "the other side") })
    case .explosions, .violenceAgainstCivilians:
      let agent = nearest { actor, role in
        role == .agent && actor.isTelling && !actor.isCivilian
      }
      let author =
        agent ?? author(of: words)
        ?? nearest { actor, role in role == .unclear && actor.isArmed && actor.isTelling }
      let patient = nearest { actor, role in role == .patient && !isSame(actor, author) }
      return Self.sides(author, patient)
    case .strategicDevelopments:
      func isSent(_ actor: ActorMention) -> Bool { sent.contains { $0.overlaps(actor.words) } }
      let agent =
        nearest { actor, role in
          role == .agent && actor.isTelling && !actor.isCivilian && !isSent(actor)
        }
        ?? nearest { actor, _ in isSent(actor) }
      let patient = nearest { actor, _ in
        !isSame(actor, agent) && victims.contains { $0.overlaps(actor.words) }
      }
      return Self.sides(agent, patient)
    case .disasters, .accidents: return EventActors()
    }
  }

  private static let reach = 16

  private static func sides(_ agent: ActorMention?, _ patient: ActorMention?) -> EventActors {
    EventActors(
      first: agent.map { AssignedActor(mention: $0, rule: "who does it") },
      second: patient.map { AssignedActor(mention: $0, rule: "to whom it is done") })
  }

  /// "Russian shelling", "bombardement russe": the army of the land that qualifies the event word.
  private func author(of words: Range<Int>) -> ActorMention? {
    for (word, gap) in [
      (words.lowerBound - 1, words.lowerBound - 1), (words.upperBound, words.upperBound - 1),
    ] where facts.sentence.words.contains(word) && structure.isBlank(after: gap) {
      if let land = lands.land(at: word) {
        return ActorMention(
          words: word..<word + 1, identity: .land(land), population: "soldiers", isTelling: true)
      }
    }
    return nil
  }

  private func isSame(_ a: ActorMention, _ b: ActorMention?) -> Bool {
    b.map { areOne(a, $0) } ?? false
  }

  private func areOne(_ a: ActorMention, _ b: ActorMention) -> Bool {
    a.words == b.words || a.identity == b.identity
  }

  // MARK: - Who does it, and to whom

  private func role(
    of actor: ActorMention, among others: [ActorMention], at words: Range<Int>,
    victims: [Range<Int>]
  ) -> Role {
    if isAgentMarked(actor.words) { return .agent }
    if victims.contains(where: { $0.overlaps(actor.words) }) { return .patient }
    if actor.words.overlaps(words) { return .unclear }
    guard facts.areInOneClause(actor.words, words) else {
      return actor.words.lowerBound < words.lowerBound ? .agent : .unclear
    }
    if isPassive(words) { return .patient }
    if actor.words.lowerBound >= words.upperBound { return .patient }
    // Where both stand before the word, it comes last: who does it stands first.
    let before = others.filter {
      $0.words.upperBound <= words.lowerBound && facts.areInOneClause($0.words, words)
        && !victims.contains { $0.overlaps(actor.words) }
    }
    return before.count > 1 && before.last?.words == actor.words ? .patient : .agent
  }

  /// Whether a word such as "by" stands before the actor, or one such as "tarafından" after it.
  private func isAgentMarked(_ actor: Range<Int>) -> Bool {
    let sentence = facts.sentence.words
    for end in [actor.lowerBound, actor.lowerBound - 1] where end > sentence.lowerBound {
      if end < actor.lowerBound,
        !lexicon.functionWords.contains(structure.text.words[end].hash)
      {
        break
      }
      if lexicon.agentsBefore.match(
        endingBefore: end, in: structure.text, reaching: 3, notBefore: sentence.lowerBound) != nil
      {
        return true
      }
    }
    guard actor.upperBound < sentence.upperBound else { return false }
    return lexicon.agentsAfter.longestMatch(
      in: structure.text, at: actor.upperBound, before: sentence.upperBound) != nil
  }

  /// Whether the event word is passive: a word that says so overlaps it or stands up to three before it.
  private func isPassive(_ words: Range<Int>) -> Bool {
    let start = max(facts.sentence.words.lowerBound, words.lowerBound - 3)
    let end = min(facts.sentence.words.upperBound, words.upperBound + 2)
    return lexicon.passive.matches(in: structure.text, words: start..<end).contains { found in
      facts.areInOneClause(found.match.words, words)
    }
  }
}
