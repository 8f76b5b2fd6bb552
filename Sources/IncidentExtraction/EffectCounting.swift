internal import Geoparsing
internal import IncidentModel

/// An effect on people, and how many it is said of.
struct CountedEffect {
  let effect: Effect
  let counts: [EventDraft.AssignedCount]
}

/// Finds of how many people the effects of a sentence are said.
///
/// The numbers before the word in its clause, joined by "and", or else the ones after it; a number
/// that stands nearer to another effect is that one's.
struct EffectCounting {
  let effects: [Effect]
  let facts: SentenceFacts

  private static let longestDistance = 14
  private static let longestJoint = 4

  /// The effects that say of how many people; others tell nothing that could be counted.
  func counted() -> [CountedEffect] {
    effects.compactMap { effect in
      let counts = quantities(for: effect).map {
        EventDraft.AssignedCount(effect.rule.field, $0, beside: effect.words)
      }
      return counts.isEmpty ? nil : CountedEffect(effect: effect, counts: counts)
    }
  }

  private func quantities(for effect: Effect) -> [Quantity] {
    let before = facts.quantities.filter { $0.words.upperBound <= effect.words.lowerBound }
    let after = facts.quantities.filter { $0.words.lowerBound >= effect.words.upperBound }
    let nearBefore = before.last.map { facts.distance($0.words, effect.words) } ?? Int.max
    let nearAfter = after.first.map { facts.distance($0.words, effect.words) } ?? Int.max
    var chain = facts.quantities.filter { $0.words.overlaps(effect.words) }
    for quantity in nearBefore <= nearAfter ? before.reversed() : after
    where isFree(quantity, for: effect) {
      if let last = chain.last, !areJoined(last, quantity) { break }
      chain.append(quantity)
    }
    if chain.isEmpty {
      return [facts.quantityReader.bareQuantity(beside: effect.words, in: facts.sentence.words)]
        .compactMap { $0 }
    }
    return chain.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private func isFree(_ quantity: Quantity, for effect: Effect) -> Bool {
    let own = facts.distance(quantity.words, effect.words)
    return own <= Self.longestDistance
      && !effects.contains { other in
        other.words != effect.words && facts.distance(quantity.words, other.words) < own
      }
  }

  /// Whether two numbers belong together: close by, and no word for an effect between them.
  private func areJoined(_ a: Quantity, _ b: Quantity) -> Bool {
    facts.distance(a.words, b.words) <= Self.longestJoint
      && !effects.contains { effect in
        min(a.words.upperBound, b.words.upperBound) <= effect.words.lowerBound
          && effect.words.upperBound <= max(a.words.lowerBound, b.words.lowerBound)
      }
  }
}
