public import Toponymy

/// A span of a report's text recognised as a toponym, its role, and the place it was resolved to.
public struct Mention: Hashable, Sendable {
  /// The span in UTF-8 bytes of the report's text, half open.
  public var range: Range<Int>
  /// The text of the span.
  public var surface: String
  /// How the name is used.
  public var role: MentionRole
  /// Why it was dropped, or why its role is not a location.
  public var roleReason: String
  /// The place it stands for.
  public var resolution: Resolution
  /// The area that the words around the name make of the place; `nil` where they mean the place.
  public var area: VagueArea?

  /// Makes a mention.
  public init(
    range: Range<Int>, surface: String, role: MentionRole, roleReason: String,
    resolution: Resolution, area: VagueArea? = nil
  ) {
    self.range = range
    self.surface = surface
    self.role = role
    self.roleReason = roleReason
    self.resolution = resolution
    self.area = area
  }
}

/// What a name was resolved to: an outcome, never an error.
public enum Resolution: Hashable, Sendable {
  /// One candidate stands out; the others follow in order of their score.
  case resolved(Candidate, alternatives: [Candidate])
  /// Several candidates are about equally good, best first.
  case ambiguous([Candidate])
  /// There is none, for this reason.
  case unresolved(reason: String)

  /// The place, where there is one beyond doubt.
  public var place: Place? {
    if case .resolved(let candidate, _) = self { candidate.place } else { nil }
  }

  /// All candidates, best first.
  public var candidates: [Candidate] {
    switch self {
    case .resolved(let best, let alternatives): [best] + alternatives
    case .ambiguous(let candidates): candidates
    case .unresolved: []
    }
  }
}
