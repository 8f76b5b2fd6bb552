internal import IncidentModel
internal import IncidentStore

/// Decisions as people read them.
enum ReviewText {
  /// "accepted i-3f09c1d2a4b5", "set killed_best of i-3f09c1d2a4b5 from 2 to 3", and why it does not
  /// apply, where it does not.
  static func statement(of state: ReviewState, among states: [ReviewState]) -> String {
    let review = state.review
    var text = action(review, among: states)
    if state.incidents != [review.target], !state.incidents.isEmpty {
      text += ", now \(state.incidents.joined(separator: " and "))"
    }
    return text + (objection(to: state).map { " – \($0)" } ?? "")
  }

  private static func action(_ review: Review, among states: [ReviewState]) -> String {
    let id = review.target
    switch review.decision {
    case .accept: return "accepted \(id)"
    case .reject: return "rejected \(id)"
    case .set(let field, let value):
      let (old, new) = (worded(review.previous, field), worded(value, field))
      return "set \(field) of \(id) from \(old) to \(new)"
    case .merge(let others): return "merged \(id) with \(others.joined(separator: ", "))"
    case .split(let events):
      return "split \(events.map(\.shortName).joined(separator: ", ")) off \(id)"
    case .undo(let number):
      let undone = states.first { $0.review.number == number }
      return "took back \(number)" + (undone.map { ": \(action($0.review, among: []))" } ?? "")
    }
  }

  /// A value as people read it: a place by its name.
  private static func worded(_ value: String?, _ field: String) -> String {
    guard let value else { return "not stated" }
    return field == "place" ? PlaceCorrection(value)?.label ?? value : value
  }

  /// The decision as one word.
  static func verb(of decision: Review.Decision) -> String {
    switch decision {
    case .accept: "accept"
    case .reject: "reject"
    case .set: "set"
    case .merge: "merge"
    case .split: "split"
    case .undo: "undo"
    }
  }

  /// Whether it has its effect today.
  static func applies(_ state: ReviewState) -> Bool {
    if case .applies = state.outcome { true } else { false }
  }

  /// Why it has none; `nil` where it has.
  static func objection(to state: ReviewState) -> String? {
    switch state.outcome {
    case .applies: return nil
    case .undone(let number): return "taken back by \(number)"
    case .gone: return "does not apply: no report tells of its events any more"
    case .outgrown:
      return switch state.review.decision {
      case .reject: "does not apply: most of what the incident has become was never rejected"
      case .merge: "does not apply: some of these events were told apart since"
      default: "does not apply: these events were taken for one since"
      }
    }
  }

  /// The incidents that a decision is about today; those of what it takes back.
  static func incidents(of state: ReviewState, among states: [ReviewState]) -> [String] {
    guard case .undo = state.review.decision else { return state.incidents }
    return [state.review.target]
  }
}
