internal import Geoparsing
internal import IncidentModel

/// Finds what harmed the people of whom a sentence only tells that they came to harm.
extension EventReader {
  /// The drafts, those of an effect alone as what the report tells as its cause: "30 injured in Mossuril"
  /// in a report about a flood tells of the flood.
  ///
  /// A disaster or an accident is the cause wherever it struck: the last one told before, else the first
  /// after. Other violence is it only in the same place.
  func caused(_ drafts: [EventDraft]) -> [EventDraft] {
    drafts.enumerated().map { index, draft in
      guard draft.rule == nil, let cause = cause(of: draft, at: index, in: drafts) else {
        return draft
      }
      var draft = draft
      (draft.type, draft.subType) = (cause.type, cause.subType)
      return draft
    }
  }

  private func cause(
    of draft: EventDraft, at index: Int, in drafts: [EventDraft]
  ) -> EventDraft? {
    func harms(_ other: EventDraft) -> Bool { other.rule != nil && other.isViolent }
    let candidate =
      drafts[..<index].last(where: harms) ?? drafts[(index + 1)...].first(where: harms)
    guard let candidate, areOfOneTime(draft, candidate) else { return nil }
    if candidate.type == .disasters || candidate.type == .accidents { return candidate }
    let own = Set(draft.places.compactMap(\.mention.placeKey))
    let theirs = Set(candidate.places.compactMap(\.mention.placeKey))
    let isHere = own.isEmpty || !own.isDisjoint(with: theirs)
    return isHere && candidate.type != .violenceAgainstCivilians ? candidate : nil
  }

  private func areOfOneTime(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard let first = a.date, let second = b.date, first.isOwn else { return true }
    return first.mention.expression == second.mention.expression
  }
}
