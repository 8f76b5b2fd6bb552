internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Decides which place each name of a report stands for, by evidence that adds up and can be printed.
///
/// One name has one sense per report, a cue for a kind of place apart. Where the best candidates are
/// about equally good the outcome is "ambiguous"; nothing is picked silently.
struct PlaceResolver {
  let gazetteer: Gazetteer
  let structure: TextStructure
  let names: [RecognizedName]
  let roles: [RoleClassifier.Classification]

  /// Candidates closer in score than this are not told apart.
  static let decisiveMargin = 0.03
  /// Below this nothing is decided at all.
  static let leastScore = 0.2

  /// The resolution of every name, in order.
  func resolutions() -> [Resolution] {
    let base = names.map { name in
      gazetteer.candidates(
        name.named.filter { $0.isDemonym == name.isDemonym }, surface: name.surface,
        isInflected: name.isInflected)
    }
    let context = Context(base: base, roles: roles)
    var senses: [String: PlaceID] = [:]
    return names.indices.map { index in
      if case .dropped = roles[index].role {
        return .unresolved(reason: roles[index].reason)
      }
      let cue = roles[index].kindCue
      let ranked = rank(base[index], at: index, base: base, context: context)
      let key = (cue?.rawValue ?? "") + "|" + foldedKey(index)
      let resolution = Self.decide(ranked, sense: senses[key])
      if let place = resolution.place { senses[key] = place.id }
      return resolution
    }
  }

  private func foldedKey(_ index: Int) -> String {
    String(decoding: structure.text.key(of: names[index].words), as: UTF8.self)
  }

  /// What the report as a whole says about where it is.
  private struct Context {
    /// The share of each country among the names that leave no doubt.
    var countries: [String: Double] = [:]
    /// The settlements that leave no doubt, and how often the report names each.
    var anchors: [PlaceID: (position: Position, count: Int)] = [:]

    init(base: [[Candidate]], roles: [RoleClassifier.Classification]) {
      var total = 0.0
      for (index, candidates) in base.enumerated() where roles[index].role != .dropped {
        guard let best = candidates.first, !best.place.country.isEmpty else { continue }
        let rivals = candidates.dropFirst().filter {
          $0.place.country != best.place.country && $0.score > best.score - 0.1
        }
        guard rivals.isEmpty else { continue }
        let weight = best.place.kind == .country ? 1.0 : 0.7
        countries[best.place.country, default: 0] += weight
        total += weight
        if best.place.kind.isSettlement || best.place.kind == .municipality,
          candidates.count == 1 || best.score > candidates[1].score + 0.1
        {
          let count = anchors[best.place.id]?.count ?? 0
          anchors[best.place.id] = (best.place.position, count + 1)
        }
      }
      for country in countries.keys { countries[country, default: 0] /= max(total, 1) }
    }

    /// The metres from a place to the nearest other one that the report names; 0 where it names this
    /// one again.
    func nearestAnchor(to place: Place) -> Double? {
      if let own = anchors[place.id], own.count > 1 { return 0 }
      return anchors.filter { $0.key != place.id }
        .map { Geodesic.wgs84.distance(from: $0.value.position, to: place.position).value }.min()
    }
  }

  private func rank(
    _ candidates: [Candidate], at index: Int, base: [[Candidate]], context: Context
  ) -> [Candidate] {
    let container = containerCandidates(of: index, base: base)
    var ranked = candidates.map { candidate in
      var candidate = candidate
      addEvidence(to: &candidate, at: index, container: container, context: context)
      return candidate
    }
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id }
    return ranked
  }

  private func addEvidence(
    to candidate: inout Candidate, at index: Int, container: [Candidate], context: Context
  ) {
    let place = candidate.place
    if let cue = roles[index].kindCue, Self.fits(place.kind, cue) {
      candidate.score += 0.3
      candidate.reasons.append("the text calls it a \(cue.rawValue)")
    }
    if let holder = container.first(where: { Self.holds($0.place, place) }) {
      candidate.score += 0.3
      candidate.reasons.append("the text puts it in \(holder.place.name)")
    }
    if let share = context.countries[place.country], share > 0 {
      candidate.score += 0.25 * share
      candidate.reasons.append("in a country that the report names")
    }
    // Countries are where they are; nearness tells settlements of one name apart.
    if !place.kind.isPolity || place.kind == .capital {
      let nearest = context.nearestAnchor(to: place)
      if let nearest, nearest < 300_000 {
        candidate.score += nearest < 60_000 ? 0.15 : 0.07
        candidate.reasons.append("near other places of the report")
      }
    }
  }

  /// The places that the name right after this one may stand for, where it is a container.
  private func containerCandidates(of index: Int, base: [[Candidate]]) -> [Candidate] {
    index + 1 < names.count && roles[index + 1].role == .container ? base[index + 1] : []
  }

  /// Whether a kind is what a word such as "town" asks for.
  static func fits(_ kind: PlaceKind, _ cue: PlaceKind) -> Bool {
    switch cue {
    case .village, .town, .city: kind.isSettlement && kind != .neighbourhood
    case .admin1: kind == .admin1 || kind == .municipality
    case .crossing: kind == .crossing
    default: kind == cue
    }
  }

  /// Whether one place lies in another, as far as the gazetteer says.
  static func holds(_ container: Place, _ place: Place) -> Bool {
    guard container.id != place.id, container.country == place.country else { return false }
    switch container.kind {
    case .country: return true
    case .admin1: return place.admin1 == container.name || place.admin1 == container.admin1
    case .municipality: return place.admin2 == container.name
    case .region:
      return Geodesic.wgs84.distance(from: container.position, to: place.position)
        <= container.uncertainty
    default: return false
    }
  }

  /// Makes an outcome of ranked candidates.
  static func decide(_ ranked: [Candidate], sense: PlaceID?) -> Resolution {
    if let sense, let index = ranked.firstIndex(where: { $0.place.id == sense }) {
      var others = ranked
      var chosen = others.remove(at: index)
      chosen.reasons.append("the same as earlier in the report")
      return .resolved(chosen, alternatives: others)
    }
    guard let best = ranked.first else { return .unresolved(reason: "no place of that name") }
    guard best.score >= leastScore else {
      return .unresolved(reason: "too little speaks for any place of that name")
    }
    let rivals = ranked.dropFirst().filter {
      $0.score > best.score - decisiveMargin && !areOneArea($0.place, best.place)
    }
    return rivals.isEmpty
      ? .resolved(best, alternatives: Array(ranked.dropFirst())) : .ambiguous(ranked)
  }

  /// Whether it makes little difference which of two places is meant: a town and its municipality, a
  /// city and its part, or a much smaller namesake close by.
  private static func areOneArea(_ other: Place, _ best: Place) -> Bool {
    if other.kind == .municipality && holds(other, best) { return true }
    if best.kind == .municipality && holds(best, other) { return true }
    let distance = Geodesic.wgs84.distance(from: other.position, to: best.position).value
    if distance <= max(other.uncertainty.value, best.uncertainty.value) + 1000 { return true }
    guard let small = other.population, let large = best.population else { return false }
    return distance < 50_000 && other.country == best.country && large >= 5 * small
  }
}
