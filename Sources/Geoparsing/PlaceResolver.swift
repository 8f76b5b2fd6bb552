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
  /// The country of the publisher's address, where that is known.
  let publishedIn: String?

  /// Candidates closer in score than this are not told apart.
  static let decisiveMargin = 0.03
  /// Below this nothing is decided at all.
  static let leastScore = 0.2

  /// The resolution of every name, in order.
  func resolutions() -> [Resolution] {
    let base = names.map(candidates)
    let keys = names.indices.map(foldedKey)
    let containers = names.indices.map { containerCandidates(of: $0, base: base) }
    // What is said of a name once holds for it wherever the report says nothing else.
    var shared: [String: [Candidate]] = [:]
    for index in names.indices where !containers[index].isEmpty {
      shared[keys[index]] = shared[keys[index]] ?? containers[index]
    }
    let holders = names.indices.map { index in
      containers[index].isEmpty ? shared[keys[index]] ?? [] : containers[index]
    }
    let told = names.indices.map { index in
      base[index].map { evident($0, at: index, containers: holders[index], base: base) }
    }
    var context = ReportContext(
      names.indices.filter { roles[$0].role != .dropped && roles[$0].role != .embedded }
        .map { (keys[$0], told[$0]) })
    let ranked = names.indices.map {
      rank(
        told[$0], named: keys[$0], holders: names[$0].isPinned ? [] : holders[$0],
        context: &context)
    }
    return decide(
      ranked, keys: keys, hasContainer: containers.map { !$0.isEmpty },
      hasRefused: names.indices.map { ranked[$0].count < told[$0].count })
  }

  /// The places that a name may stand for, those of its shorter form after its own.
  private func candidates(_ name: RecognizedName) -> [Candidate] {
    var found = name.candidates
    if name.isMisspelt {
      for index in found.indices {
        found[index].score -= 0.05
        found[index].reasons[0] = "one letter off a name of the place"
      }
    }
    guard name.dropReason == nil, let shorter = name.shorter else {
      return name.isMisspelt ? Self.ranked(found) : found
    }
    for var candidate in gazetteer.candidates(
      shorter.named, surface: shorter.surface, isInflected: false)
    where !found.contains(where: { $0.place.id == candidate.place.id }) {
      candidate.score -= 0.15
      candidate.reasons.append("with a word for its kind after the name")
      found.append(candidate)
    }
    return Self.ranked(found)
  }

  private static func ranked(_ candidates: [Candidate]) -> [Candidate] {
    candidates.sorted { $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id }
  }

  /// One sense per name, taken from the mention that says most: one with a container, else the first.
  private func decide(
    _ ranked: [[Candidate]], keys: [String], hasContainer: [Bool], hasRefused: [Bool]
  ) -> [Resolution] {
    var senses: [String: (place: PlaceID, index: Int)] = [:]
    for isTold in [true, false] {
      for index in names.indices where hasContainer[index] == isTold {
        let sense = senseKey(index, keys)
        guard roles[index].role != .dropped, senses[sense] == nil,
          let place = Self.decide(ranked[index], sense: nil, joinsTwins: true).place
        else { continue }
        senses[sense] = (place.id, index)
      }
    }
    return names.indices.map { index in
      if roles[index].role == .dropped { return .unresolved(reason: roles[index].reason) }
      if ranked[index].isEmpty, hasRefused[index] {
        return .unresolved(reason: "no place of that name where the text puts it")
      }
      guard let sense = senses[senseKey(index, keys)], sense.index != index, !hasContainer[index]
      else { return Self.decide(ranked[index], sense: nil, joinsTwins: true) }
      let when = sense.index < index ? "earlier" : "later"
      return Self.decide(
        ranked[index], sense: sense.place, reason: "the same as \(when) in the report")
    }
  }

  private func senseKey(_ index: Int, _ keys: [String]) -> String {
    (roles[index].kindCue?.rawValue ?? "") + "|" + keys[index]
  }

  private func foldedKey(_ index: Int) -> String {
    String(decoding: structure.text.key(of: names[index].words), as: UTF8.self)
  }

  // MARK: - Evidence

  /// Adds what the words beside a name say: its kind, what holds it, what it holds.
  private func evident(
    _ candidate: Candidate, at index: Int, containers: [Candidate], base: [[Candidate]]
  ) -> Candidate {
    var candidate = candidate
    let place = candidate.place
    if let cue = roles[index].kindCue, Self.fits(place.kind, cue) {
      candidate.score += 0.3
      candidate.reasons.append("the text calls it a \(cue.rawValue)")
    }
    if let holder = containers.first(where: { Self.holds($0.place, place) }) {
      candidate.score += 0.3
      candidate.reasons.append("the text puts it in \(holder.place.name)")
    }
    if index > 0, roles[index].role == .container,
      base[index - 1].contains(where: { Self.holds(place, $0.place) })
    {
      candidate.score += 0.2
      candidate.reasons.append("a place of the name before it lies in it")
    }
    return candidate
  }

  /// Adds what the other names of the report say, and sorts.
  ///
  /// A place that lies elsewhere than the text puts it is meant only where it is well known (the text
  /// may be a list), or near others of the report (the text may be wrong).
  private func rank(
    _ candidates: [Candidate], named key: String, holders: [Candidate], context: inout ReportContext
  ) -> [Candidate] {
    let isHeld = candidates.contains { candidate in
      holders.contains { Self.holds($0.place, candidate.place) }
    }
    var ranked: [Candidate] = candidates.compactMap { candidate in
      var candidate = candidate
      let support = context.support(for: candidate.place, named: key)
      if !holders.isEmpty, !isHeld, !Self.isWellKnown(candidate.place), support.nearness < 0.3,
        holders.allSatisfy({ Self.excludes($0.place, candidate.place) })
      {
        return nil
      }
      if let publishedIn, publishedIn == candidate.place.country, candidate.place.kind != .country {
        candidate.score += 0.1
        candidate.reasons.append("in the country of the publisher's address")
      }
      if support.isElsewhere, !Self.isWellKnown(candidate.place) {
        candidate.score -= 0.2
        candidate.reasons.append("in a country that little else in the report names")
        return candidate
      }
      // Being near other places of a country says nothing for a town against the country of its name.
      let isNamesake = Self.isNamesakeOfCountry(candidate.place, among: candidates)
      for (part, weight, reason) in [
        (support.country, 0.25, "in a country that the report names"),
        (isNamesake ? 0 : support.division, 0.2, "in a division with other places of the report"),
        (isNamesake ? 0 : support.nearness, 0.2, "near other places of the report"),
      ] {
        candidate.score += weight * part
        if part > 0.1 { candidate.reasons.append(reason) }
      }
      return candidate
    }
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id }
    return ranked
  }

  /// Whether a settlement has the name of the country that it lies in, such as Djibouti.
  private static func isNamesakeOfCountry(_ place: Place, among candidates: [Candidate]) -> Bool {
    place.kind.isSettlement
      && candidates.contains { $0.place.kind == .country && $0.place.country == place.country }
  }

  /// Whether a place is meant even in reports about another country.
  private static func isWellKnown(_ place: Place) -> Bool {
    place.kind.isPolity || place.kind.isArea && place.kind != .municipality
      || place.population ?? 0 >= 100_000
  }

  /// The places that the names right after this one may stand for, where they are containers.
  private func containerCandidates(of index: Int, base: [[Candidate]]) -> [Candidate] {
    var found: [Candidate] = []
    var next = index + 1
    while next < names.count, roles[next].role == .container {
      found += base[next]
      next += 1
    }
    return found
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

  /// Whether one place, a country or a first-level division, certainly does not hold another.
  private static func excludes(_ container: Place, _ place: Place) -> Bool {
    guard !container.country.isEmpty, !place.country.isEmpty else { return false }
    switch container.kind {
    case .country: return place.country != container.country
    case .admin1:
      return place.country != container.country
        || !place.admin1.isEmpty && place.admin1 != container.name
          && place.admin1 != container.admin1
    default: return false
    }
  }

  /// Makes an outcome of ranked candidates.
  ///
  /// - Parameters:
  ///   - ranked: The candidates, best first.
  ///   - sense: The place that the name stands for elsewhere in the report.
  ///   - reason: Why it stands for that place here too.
  ///   - joinsTwins: Whether settlements of one name close to each other are one vague place, as in a
  ///     text; where a person can be asked which is meant, they are several.
  /// - Returns: A place, several that are about equally good, or none with the reason.
  static func decide(
    _ ranked: [Candidate], sense: PlaceID?, reason: String = "", joinsTwins: Bool = false
  ) -> Resolution {
    if let sense, let index = ranked.firstIndex(where: { $0.place.id == sense }) {
      var others = ranked
      var chosen = others.remove(at: index)
      chosen.reasons.append(reason)
      return .resolved(chosen, alternatives: others)
    }
    guard let best = ranked.first else { return .unresolved(reason: "no place of that name") }
    guard best.score >= leastScore else {
      return .unresolved(reason: "too little speaks for any place of that name")
    }
    let rivals = ranked.dropFirst().filter {
      $0.score > best.score - decisiveMargin && !areOneArea($0.place, best.place)
    }
    guard rivals.allSatisfy({ joinsTwins && areTwins($0.place, best.place) }) else {
      return .ambiguous(ranked)
    }
    var chosen = best
    for rival in rivals {
      let distance = Geodesic.wgs84.distance(from: rival.place.position, to: best.place.position)
      chosen.place.uncertainty = max(chosen.place.uncertainty, distance)
      chosen.reasons.append("vague enough to hold another of that name close by")
    }
    return .resolved(chosen, alternatives: Array(ranked.dropFirst()))
  }

  /// Whether two settlements of one name lie so close that an area holds both: often one, listed twice.
  private static func areTwins(_ other: Place, _ best: Place) -> Bool {
    other.kind.isSettlement && best.kind.isSettlement && other.country == best.country
      && Geodesic.wgs84.distance(from: other.position, to: best.position) < .kilometers(35)
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
