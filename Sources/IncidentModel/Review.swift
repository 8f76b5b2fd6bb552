/// A decision that a person made about an incident: a row of the store that is only ever added.
public struct Review: Hashable, Sendable {
  /// Its number: 1 for the first decision of a store.
  public var number: Int
  /// The incident's identifier when the decision was made.
  public var target: String
  /// What was decided.
  public var decision: Decision
  /// What the field held before, where one was set.
  public var previous: String?
  /// The events that the decision was made on, in the order of their keys; empty for an incident that
  /// was made by hand.
  public var events: [EventKey]
  /// Who decided.
  public var author: String
  /// When.
  public var at: Instant
  /// Why, in the person's words.
  public var why: String?

  /// Makes a decision.
  public init(
    number: Int, target: String, decision: Decision, previous: String? = nil,
    events: [EventKey] = [], author: String, at: Instant, why: String? = nil
  ) {
    self.number = number
    self.target = target
    self.decision = decision
    self.previous = previous
    self.events = events
    self.author = author
    self.at = at
    self.why = why
  }
}

extension Review {
  /// What can be decided.
  public enum Decision: Hashable, Sendable {
    /// The incident is right.
    case accept
    /// It is no incident.
    case reject
    /// A field has another value; `nil` is "not stated".
    case set(field: String, value: String?)
    /// It is one with other incidents.
    case merge(with: [String])
    /// Some of its events are not of it.
    case split([EventKey])
    /// An earlier decision, called by its number, no longer holds.
    case undo(Int)
  }
}

extension Review.Decision {
  /// The decision as the two columns `field` and `value`.
  public var columns: (field: String, value: String?) {
    switch self {
    case .accept: ("review_status", ReviewStatus.accepted.rawValue)
    case .reject: ("review_status", ReviewStatus.rejected.rawValue)
    case .set(let field, let value): (field, value)
    case .merge(let others): ("merge", others.joined(separator: " "))
    case .split(let events): ("split", events.map(\.description).joined(separator: " "))
    case .undo(let number): ("undo", String(number))
    }
  }

  /// Reads the form of ``columns``; `nil` where it is none.
  public init?(field: String, value: String?) {
    let words = (value ?? "").split(separator: " ").map(String.init)
    switch field {
    case "review_status":
      switch value {
      case ReviewStatus.accepted.rawValue: self = .accept
      case ReviewStatus.rejected.rawValue: self = .reject
      default: return nil
      }
    case "merge":
      guard !words.isEmpty else { return nil }
      self = .merge(with: words)
    case "split":
      let keys = words.compactMap { EventKey($0) }
      guard !keys.isEmpty, keys.count == words.count else { return nil }
      self = .split(keys)
    case "undo":
      guard let number = Int(value ?? "") else { return nil }
      self = .undo(number)
    default:
      guard CorrectableField.named(field) != nil else { return nil }
      self = .set(field: field, value: value)
    }
  }
}
