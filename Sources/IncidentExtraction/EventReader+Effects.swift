internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Gives what happened to people to the event it happened in.
extension EventReader {
  /// Adds the counts of effects to the nearest violent event of their sentence, else to one that the
  /// sentence goes on telling; else makes events of them.
  func attach(
    _ effects: [CountedEffect], ofSentence index: Int, facts: SentenceFacts,
    to own: inout [EventDraft], earlier: inout [EventDraft], _ assignment: Assignment
  ) {
    for counted in effects where !isHistory(counted.effect.words, in: facts) {
      let words = counted.effect.words
      let isNobody = counted.effect.isNegated
      let nearest = own.indices.filter {
        own[$0].isViolent || isNobody && own[$0].type == .protests
      }.min {
        facts.distance(own[$0].words, words) < facts.distance(own[$1].words, words)
      }
      if let nearest {
        own[nearest].counts += counted.counts
        own[nearest].triggers.append((index, words))
      } else if let target = earlier.indices.last(where: {
        goesOn(earlier[$0], with: index, facts)
      }) ?? (isNobody ? peaceful(earlier, goingOnWith: index, facts) : nil) {
        earlier[target].counts += counted.counts
        earlier[target].triggers.append((index, words))
        earlier[target].sentences.append(index)
      } else if !isNobody {
        own.append(draft(of: counted, ofSentence: index, facts: facts, assignment))
      }
    }
  }

  /// The peaceful protest that a sentence goes on telling of, where nobody came to harm.
  private func peaceful(
    _ earlier: [EventDraft], goingOnWith index: Int, _ facts: SentenceFacts
  ) -> Int? {
    earlier.indices.last {
      earlier[$0].type == .protests && goesOn(earlier[$0], with: index, facts, evenIfPeaceful: true)
    }
  }

  private func draft(
    of counted: CountedEffect, ofSentence index: Int, facts: SentenceFacts,
    _ assignment: Assignment
  ) -> EventDraft {
    let rule = counted.effect.rule
    let words = counted.effect.words
    var draft = EventDraft(
      type: rule.type, subType: rule.subType, rule: nil, words: words, sentences: [index],
      date: assignment.date(for: words, inSentence: index, nearbyOnly: false, otherEvents: []),
      places: assignment.places(for: words, inSentence: index, otherEvents: []))
    draft.counts = counted.counts
    draft.triggers = [(index, words)]
    return draft
  }

  /// Whether a sentence may go on telling of an event that an earlier one began: it follows soon, and
  /// names no other place and no other date.
  private func goesOn(
    _ draft: EventDraft, with sentence: Int, _ facts: SentenceFacts, evenIfPeaceful: Bool = false
  ) -> Bool {
    guard draft.isViolent || evenIfPeaceful, let last = draft.sentences.last, sentence - last <= 2,
      structure.sentences[sentence].paragraph - structure.sentences[last].paragraph <= 1
    else { return false }
    let places = draft.places.compactMap(\.mention.mention.resolution.place?.id)
    let isElsewhere =
      !places.isEmpty
      && facts.places.contains { mention in
        guard let place = mention.mention.resolution.place else { return false }
        return place.kind.isSettlement && !places.contains(place.id)
      }
    let isAnotherDay =
      draft.date != nil
      && facts.dates.contains { $0.expression != draft.date?.mention.expression }
    return !isElsewhere && !isAnotherDay
  }
}
