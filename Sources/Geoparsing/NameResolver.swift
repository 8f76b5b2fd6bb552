internal import Geodesy
public import IncidentModel
public import SimpleFeatures
public import Toponymy

/// Resolves names given one by one, as a person types them: `resolve` and place arguments.
public struct NameResolver: Sendable {
  /// The places known.
  public let gazetteer: Gazetteer

  /// What a person adds to a name.
  public struct Hints: Sendable {
    /// A position to prefer places by.
    public var near: Position?
    /// The country, ISO 3166-1 alpha-2, that the place lies in.
    public var country: String?
    /// What the place is.
    public var kind: PlaceKind?

    /// Makes hints; what is left out does not count.
    public init(near: Position? = nil, country: String? = nil, kind: PlaceKind? = nil) {
      self.near = near
      self.country = country
      self.kind = kind
    }
  }

  /// Makes a resolver.
  public init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// What a name stands for: `Leposaviq`, `Лепосавић`, `Mitrovica, Kosovo`, `Zvečan (Mitrovica)`.
  ///
  /// - Parameters:
  ///   - name: The name in any spelling or script; after a comma or in brackets, what holds it. An
  ///     identifier stands for its place.
  ///   - hints: What is known besides.
  /// - Returns: Candidates with reasons; ambiguous where the best are about equally good.
  public func resolve(_ name: String, hints: Hints = Hints()) -> Resolution {
    if let place = gazetteer.place(PlaceID(name)) {
      let candidate = Candidate(place: place, score: 1, reasons: ["its identifier"])
      return .resolved(candidate, alternatives: [])
    }
    if let decision = gazetteer.decision(on: name), decision.verdict == .ban {
      return .unresolved(reason: decision.reason)
    }
    var candidates = gazetteer.candidates(for: name)
    if candidates.isEmpty, let (inner, outer) = Self.split(name) {
      candidates = within(gazetteer.candidates(for: outer), outer, gazetteer.candidates(for: inner))
    }
    candidates = candidates.filter { candidate in
      (hints.country.map { candidate.place.country == $0 } ?? true)
        && (hints.kind.map { candidate.place.kind == $0 } ?? true)
    }
    if let near = hints.near { candidates = candidates.map { Self.drawn($0, to: near) } }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id }
    return PlaceResolver.decide(candidates, sense: nil)
  }

  /// Splits "Mitrovica, Kosovo" and "Mitrovica (Kosovo)".
  private static func split(_ name: String) -> (inner: String, outer: String)? {
    let marks: [Character] = [",", "("]
    guard let mark = name.lastIndex(where: marks.contains) else { return nil }
    let outer = name[name.index(after: mark)...].filter { $0 != ")" }
    let inner = String(trimmed(name[..<mark]))
    return inner.isEmpty || outer.allSatisfy(\.isWhitespace)
      ? nil : (inner, String(trimmed(outer[...])))
  }

  private func within(
    _ containers: [Candidate], _ outer: String, _ candidates: [Candidate]
  ) -> [Candidate] {
    candidates.compactMap { candidate in
      let holder = containers.first { PlaceResolver.holds($0.place, candidate.place) }
      guard holder != nil || candidate.place.country == outer.uppercased() else { return nil }
      var held = candidate
      held.score += 0.3
      held.reasons.append("in \(holder?.place.name ?? candidate.place.country), as asked")
      return held
    }
  }

  private static func drawn(_ candidate: Candidate, to position: Position) -> Candidate {
    let distance = Geodesic.wgs84.distance(from: position, to: candidate.place.position)
    let kilometers = Int((distance.value / 1000).rounded())
    var drawn = candidate
    drawn.score += 0.4 / (1 + distance.value / 50_000)
    drawn.reasons.append("\(kilometers) km from the position asked about")
    return drawn
  }
}
