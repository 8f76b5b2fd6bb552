/// What a person decided about a name, against whatever the evidence says: a row of a gazetteer CSV
/// whose kind is `pin` or `ban`.
public struct NameDecision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: Hashable, Sendable {
    /// The name stands for this place and no other.
    case pin(PlaceID)
    /// The name stands for no place.
    case ban
  }

  /// The name, in any spelling.
  public var name: String
  /// What was decided about it.
  public var verdict: Verdict
  /// Why, and who says so; may be empty.
  public var why: String

  /// Makes a decision.
  public init(name: String, verdict: Verdict, why: String = "") {
    self.name = name
    self.verdict = verdict
    self.why = why
  }

  /// What reasons say of it.
  public var reason: String {
    let verdict =
      switch verdict {
      case .pin: "pinned to it by hand"
      case .ban: "banned by hand"
      }
    return why.isEmpty ? verdict : "\(verdict): \(why)"
  }
}

/// The decisions about names, found like the names of an index.
struct NameDecisions: Sendable {
  private var byKey: [[UInt8]: NameDecision] = [:]
  private var beginnings: Set<UInt64> = []

  /// Takes decisions; the first about a name counts.
  init(_ decisions: [NameDecision]) {
    for decision in decisions {
      let folded = FoldedText(decision.name)
      guard let first = folded.words.first else { continue }
      let key = folded.key(of: folded.words.indices)
      if byKey[key] == nil { byKey[key] = decision }
      var hash = first.hash
      beginnings.insert(hash)
      for word in folded.words.dropFirst() {
        hash = WordHash.joining(hash, word.hash)
        beginnings.insert(hash)
      }
    }
  }

  /// Whether a name that was decided about begins with words of this hash, or is them.
  func mayBegin(_ hash: UInt64) -> Bool { !beginnings.isEmpty && beginnings.contains(hash) }

  /// The decision about a folded name.
  func decision(on key: [UInt8]) -> NameDecision? { byKey.isEmpty ? nil : byKey[key] }
}
