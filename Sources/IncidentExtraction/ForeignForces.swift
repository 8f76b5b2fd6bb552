internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// The foreign forces that a report names: whose "soldiers" are in a country where they serve.
struct ForeignForces {
  /// The force named most in the report for each country, by its code.
  private let byCountry: [String: String]

  init(structure: TextStructure, lexicon: Lexicon) {
    let text = structure.text
    var counts: [String: [String: Int]] = [:]
    for (_, organisation) in lexicon.organisations(in: text, words: text.words.indices)
    where organisation.type == .externalForces && !organisation.country.isEmpty {
      counts[organisation.country, default: [:]][organisation.name, default: 0] += 1
    }
    byCountry = counts.compactMapValues { names in
      names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// The actors of an event in a country; soldiers of whom it is not said whose are the foreign force's
  /// that the report names there.
  func resolved(_ actors: EventActors, in country: String?) -> EventActors {
    guard let country, let force = byCountry[country] else { return actors }
    var actors = actors
    for side in [\EventActors.first, \.second] {
      guard var actor = actors[keyPath: side], actor.mention.isAnyoneSoldiers else { continue }
      actor.mention.identity = .named(force, .externalForces)
      actor.mention.reason = "the foreign soldiers that the report names"
      actors[keyPath: side] = actor
    }
    // Of one force twice nothing is said.
    if actors.first?.mention.identity == actors.second?.mention.identity { actors.second = nil }
    return actors
  }
}
