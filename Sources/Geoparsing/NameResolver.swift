internal import Geodesy
public import IncidentModel
public import SimpleFeatures
public import Toponymy

/// Resolves names given one by one, as a person types them: `resolve` and place arguments.
///
/// Names are tried as they are first, then by other spellings of their words, then without endings;
/// only then as words that make an area of a place, without the small words before them, and last, where
/// that is wanted, as names that differ by a letter or two. What is found says how.
public struct NameResolver: Sendable {
  /// The places known.
  public let gazetteer: Gazetteer
  let lexicons: [Lexicon]
  let variants: NameVariants

  /// A name longer than this, in bytes, names nothing; the longest of the gazetteers have about 120.
  static let longestName = 400
  /// A name of more words than this names nothing.
  static let mostWords = 16

  /// What a person adds to a name.
  public struct Hints: Sendable {
    /// A position to prefer places by.
    public var near: Position?
    /// The country, ISO 3166-1 alpha-2, that the place lies in.
    public var country: String?
    /// What the place is.
    public var kind: PlaceKind?
    /// By how many letters the name may differ from one that is known.
    public var tolerance: Tolerance

    /// Makes hints; what is left out does not count.
    public init(
      near: Position? = nil, country: String? = nil, kind: PlaceKind? = nil,
      tolerance: Tolerance = .none
    ) {
      self.near = near
      self.country = country
      self.kind = kind
      self.tolerance = tolerance
    }
  }

  /// By how many letters a name that no place has may differ from one that is known.
  public enum Tolerance: Hashable, Sendable {
    /// By none.
    case none
    /// By one in six letters: a shorter name by none.
    case oneInSix
    /// By so many, 2 at most.
    case edits(Int)

    /// The letters by which a name may differ.
    func edits(for name: String) -> Int {
      switch self {
      case .none: 0
      case .oneInSix: min(2, name.count(where: \.isLetter) / 6)
      case .edits(let edits): min(2, max(0, edits))
      }
    }
  }

  /// What words that a person typed stand for.
  public struct Reading: Hashable, Sendable {
    /// The place that they name.
    public var resolution: Resolution
    /// The area that they make of it: "10 km north of Leposavić"; `nil` where they mean the place.
    public var area: VagueArea?
  }

  /// Makes a resolver; without lexicons it knows no endings, no short forms and no words for where.
  public init(gazetteer: Gazetteer, lexicons: Lexicons = Lexicons([])) {
    self.gazetteer = gazetteer
    self.lexicons = lexicons.all
    variants = NameVariants(lexicons.all.map(\.nameRules))
  }

  /// What a name stands for: `Leposaviq`, `Лепосавић`, `u Leposaviću`, `Mitrovica, Kosovo`.
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
    guard name.utf8.count <= Self.longestName else {
      return .unresolved(reason: "no name is as long as that")
    }
    switch gazetteer.decision(on: name)?.verdict {
    case .ban: return .unresolved(reason: gazetteer.decision(on: name)?.reason ?? "")
    case .pin(let id) where gazetteer.place(id) == nil:
      return .unresolved(reason: "pinned by hand to \(id), which no gazetteer has")
    case .pin, nil: break
    }
    return outcome(
      of: named(name) ?? named(withoutSmallWords: name) ?? similar(to: name, hints.tolerance), hints
    )
  }

  /// The places of the names closest to one that is not known.
  private func similar(to name: String, _ tolerance: Tolerance) -> Found? {
    let edits = tolerance.edits(for: name)
    let candidates = edits > 0 ? gazetteer.candidates(within: edits, of: name) : []
    return candidates.isEmpty ? nil : Found(candidates: candidates)
  }

  /// What typed words stand for: a name, as in ``resolve(_:hints:)``, or an area told by names.
  ///
  /// - Returns: For an area, the resolution is that of the place it is told by; the area is `nil`
  ///   where that is not resolved.
  public func read(_ text: String, hints: Hints = Hints()) -> Reading {
    if gazetteer.place(PlaceID(text)) == nil, text.utf8.count <= Self.longestName,
      named(text) == nil, let reading = area(in: text, hints)
    {
      return reading
    }
    return Reading(resolution: resolve(text, hints: hints), area: nil)
  }

  /// Decides among the places found, hints considered.
  func outcome(of found: Found?, _ hints: Hints) -> Resolution {
    guard let found else { return .unresolved(reason: "no place of that name") }
    var candidates = found.candidates.filter { candidate in
      let place = candidate.place
      return place.country == hints.country ?? place.country
        && place.kind == hints.kind ?? place.kind
    }
    if let near = hints.near { candidates = candidates.map { Self.drawn($0, to: near) } }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id }
    let resolution = PlaceResolver.decide(candidates, sense: nil)
    guard let place = resolution.place, found.isAmbiguous(place, among: candidates) else {
      return resolution
    }
    return .ambiguous(candidates)
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
