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
  /// The words of events that count people of their own: "arrested", "evacuated".
  var events: [Range<Int>] = []

  private static let longestDistance = 14
  private static let longestJoint = 4

  /// The effects that say of how many people; others tell nothing that could be counted.
  func counted() -> [CountedEffect] {
    effects.compactMap { effect in
      var effect = effect
      effect.isNegated = effect.isNegated || isOfNobody(effect)
      let counts = sums(of: quantities(for: effect)).map {
        EventDraft.AssignedCount(effect.rule.field, $0, beside: effect.words)
      }
      return counts.isEmpty ? nil : CountedEffect(effect: effect, counts: counts)
    }
  }

  /// Whether "no one" stands right beside an effect: "no one was killed or injured".
  private func isOfNobody(_ effect: Effect) -> Bool {
    facts.quantities.contains {
      $0.count.high == 0 && facts.distance($0.words, effect.words) <= Self.reachOfNobody
    }
  }

  private static let reachOfNobody = 3

  private func quantities(for effect: Effect) -> [Quantity] {
    if let part = facts.quantityReader.part(of: effect.words, in: facts.sentence.words) {
      return [part]
    }
    let free = facts.quantities.filter {
      ($0.count.high == 0) == effect.isNegated && isFree($0, for: effect)
        && !facts.quantityReader.isSpeaker($0, in: facts.sentence.words)
    }
    let before = free.filter { $0.words.upperBound <= effect.words.lowerBound }
    let after = free.filter { $0.words.lowerBound >= effect.words.upperBound }
    let nearBefore = before.last.map { facts.distance($0.words, effect.words) } ?? Int.max
    let nearAfter = after.first.map { facts.distance($0.words, effect.words) } ?? Int.max
    var chain = free.filter { $0.words.overlaps(effect.words) }
    for quantity in nearBefore <= nearAfter ? before.reversed() : after {
      if let last = chain.last, !areJoined(last, quantity) { break }
      chain.append(quantity)
    }
    if chain.isEmpty, !effect.isNegated {
      return [facts.bareQuantity(beside: effect.words)].compactMap { $0 }
    }
    return chain.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// The numbers with those of the same people added up that an "and" or a comma joins: "a man and two
  /// children".
  private func sums(of quantities: [Quantity]) -> [Quantity] {
    var sums: [Quantity] = []
    for quantity in quantities {
      guard let last = sums.last, last.population == quantity.population, last.role == nil,
        quantity.role == nil, facts.areListed(last.words, quantity.words)
      else {
        sums.append(quantity)
        continue
      }
      sums[sums.count - 1] = Quantity(
        count: last.count + quantity.count, qualifier: last.qualifier ?? quantity.qualifier,
        population: last.population, words: last.words.lowerBound..<quantity.words.upperBound)
    }
    return sums
  }

  private func isFree(_ quantity: Quantity, for effect: Effect) -> Bool {
    let own = facts.distance(quantity.words, effect.words)
    return own <= Self.longestDistance
      && !events.contains {
        !$0.overlaps(effect.words) && facts.distance(quantity.words, $0) < own
      }
      && !effects.contains { other in
        guard other.words != effect.words else { return false }
        let distance = facts.distance(quantity.words, other.words)
        // In "one was shot dead and 14 were injured" the number is of what it stands before.
        return distance < own
          || distance == own && effect.words.upperBound <= quantity.words.lowerBound
            && quantity.words.upperBound <= other.words.lowerBound && hasNumberBefore(effect)
      }
  }

  private func hasNumberBefore(_ effect: Effect) -> Bool {
    facts.quantities.contains {
      $0.words.upperBound <= effect.words.lowerBound
        && facts.distance($0.words, effect.words) <= Self.longestDistance
    }
  }

  /// Whether two numbers belong together: close by, and no word for an effect between them.
  private func areJoined(_ a: Quantity, _ b: Quantity) -> Bool {
    let (left, right) = a.words.lowerBound <= b.words.lowerBound ? (a, b) : (b, a)
    // "21 officers, three of them seriously, and 44 protesters": a part in between says nothing.
    let part = facts.quantities.first {
      $0.role == .part && left.words.upperBound <= $0.words.lowerBound
        && $0.words.upperBound <= right.words.lowerBound
    }
    let distance =
      part.map {
        min(
          facts.distance(left.words, $0.words), facts.distance($0.words, right.words))
      } ?? facts.distance(left.words, right.words)
    return distance <= Self.longestJoint
      && !effects.contains { effect in
        min(a.words.upperBound, b.words.upperBound) <= effect.words.lowerBound
          && effect.words.upperBound <= max(a.words.lowerBound, b.words.lowerBound)
      }
  }
}
