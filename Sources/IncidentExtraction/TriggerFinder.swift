internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// A word or phrase that tells of an event.
struct Trigger {
  var words: Range<Int>
  var rule: Lexicon.EventRule

  /// Whether the people it counts are those to whom it happens: "arrested", "evacuated".
  var countsPatients: Bool {
    switch rule.countField {
    case .detained, .abducted, .released, .displaced: true
    default: false
    }
  }
}

/// A word or phrase that tells what happened to people.
struct Effect {
  var words: Range<Int>
  var rule: Lexicon.EffectRule
  /// Whether it is denied: then only "no one" can be said of it.
  var isNegated = false
}

/// A word or phrase that tells of no current event, and why.
struct DroppedTrigger {
  var words: Range<Int>
  var type: EventType
  var subType: String
  var reason: String
  /// The words that say so.
  var cue: Range<Int>?
}

/// Finds the words of a sentence that tell of current events.
///
/// What is negated, planned, threatened, past or a figure of speech is left out, and so is a noun for
/// people: "protesters" tells of no protest.
struct TriggerFinder {
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }

  /// The triggers of a sentence, in its order; what tells of no current event goes to `dropped`.
  func triggers(in facts: SentenceFacts, dropped: inout [DroppedTrigger]) -> [Trigger] {
    lexicon.events.matches(in: text, words: facts.sentence.words).compactMap { match, rule in
      guard !isPeople(match.words, in: facts) else { return nil }
      var drop = isInScareQuotes(match.words) ? Drop(reason: "in quotation marks", cue: nil) : nil
      drop = drop ?? suppression(of: match.words, in: facts)
      let isOnlySaid =
        drop?.reason == Self.planned && rule.countsWhenAnnounced
        || drop?.reason == Self.sport && tellsOfViolence(facts)
      if let drop, !isOnlySaid {
        dropped.append(
          DroppedTrigger(
            words: match.words, type: rule.type, subType: rule.subType, reason: drop.reason,
            cue: drop.cue))
        return nil
      }
      return Trigger(words: match.words, rule: rule)
    }
  }

  /// The effects on people that a sentence tells, in its order; likewise.
  func effects(in facts: SentenceFacts, dropped: inout [DroppedTrigger]) -> [Effect] {
    lexicon.effects.matches(in: text, words: facts.sentence.words).compactMap { match, rule in
      guard let drop = suppression(of: match.words, in: facts) else {
        return Effect(words: match.words, rule: rule)
      }
      if drop.reason == Self.negated {
        return Effect(words: match.words, rule: rule, isNegated: true)
      }
      dropped.append(
        DroppedTrigger(
          words: match.words, type: rule.type, subType: rule.subType, reason: drop.reason,
          cue: drop.cue))
      return nil
    }
  }

  /// What might have been triggers in a sentence that the report does not tell itself.
  func excluded(in facts: SentenceFacts, because reason: String) -> [DroppedTrigger] {
    lexicon.events.matches(in: text, words: facts.sentence.words)
      .filter { !isPeople($0.match.words, in: facts) }
      .map { match, rule in
        DroppedTrigger(words: match.words, type: rule.type, subType: rule.subType, reason: reason)
      }
  }

  /// Why words tell of no current event.
  private struct Drop {
    var reason: String
    var cue: Range<Int>?
  }

  static let negated = "negated"
  private static let planned = "possible or planned"
  private static let sport = "sport"

  /// Whether forces, gunmen or victims are told of: fans who clash with police play no match.
  private func tellsOfViolence(_ facts: SentenceFacts) -> Bool {
    facts.actors.contains { $0.isForce || $0.isArmed }
      || !lexicon.effects.matches(in: text, words: facts.sentence.words).isEmpty
  }

  private func isPeople(_ words: Range<Int>, in facts: SentenceFacts) -> Bool {
    guard words.count == 1,
      let group = lexicon.groups.longestMatch(
        in: text, at: words.lowerBound, before: words.upperBound)?.value
    else { return false }
    // In many languages "arrested" is a noun too: beside a number it still tells of arrests.
    return group != Self.detainees
      || !facts.quantities.contains { facts.distance($0.words, words) <= 3 }
  }

  private static let detainees = "detainees"

  /// A single word in quotation marks is someone's word for something told beside it.
  private func isInScareQuotes(_ words: Range<Int>) -> Bool {
    guard words.count == 1, words.lowerBound > 0 else { return false }
    let before = String(decoding: structure.gap(after: words.lowerBound - 1), as: UTF8.self)
    let after = String(decoding: structure.gap(after: words.lowerBound), as: UTF8.self)
    return before.last.map { "“„\"«‘'»".contains($0) } ?? false
      && after.first.map { "”“\"»’'«".contains($0) } ?? false
  }

  /// Whether an effect stands between a negation and a word: "no one was injured in the protest" denies
  /// the injuries.
  private func isEffectDenied(_ between: Range<Int>) -> Bool {
    !between.isEmpty && !lexicon.effects.matches(in: text, words: between).isEmpty
  }

  /// Why the event word is not a current event; `nil` where nothing says so.
  private func suppression(of words: Range<Int>, in facts: SentenceFacts) -> Drop? {
    let clause = facts.clauseStart(before: words.lowerBound, reaching: Self.longestReach)
    for word in facts.sentence.words.lowerBound..<words.lowerBound {
      guard
        let (match, suppression) = lexicon.suppressions.longestMatch(
          in: text, at: word, before: words.lowerBound)
      else { continue }
      // "May" may be a month, and "Nišu", of Niš, is spelled like "are not" but for its mark.
      guard !facts.wordsOfDates.contains(where: { $0.overlaps(match.words) }),
        !facts.isPlace(match.words)
      else { continue }
      // What is said of the whole sentence reaches over clauses.
      guard word >= clause || suppression.reach >= Self.longestReach else { continue }
      if suppression.reason == Self.negated,
        isEffectDenied(match.words.upperBound..<words.lowerBound)
      {
        continue
      }
      if words.lowerBound - match.words.upperBound < suppression.reach {
        return Drop(reason: suppression.reason, cue: match.words)
      }
    }
    for word in words.upperBound..<min(facts.sentence.words.upperBound, words.upperBound + 8) {
      guard
        let (match, suppression) = lexicon.suppressions.longestMatch(
          in: text, at: word, before: facts.sentence.words.upperBound),
        match.words.lowerBound - words.upperBound < suppression.reachBefore,
        !(words.upperBound - 1..<match.words.lowerBound).contains(where: {
          structure.gap(after: $0, holds: ",;:()")
        })
      else { continue }
      return Drop(reason: suppression.reason, cue: match.words)
    }
    return nil
  }

  private static let longestReach = 30
}
