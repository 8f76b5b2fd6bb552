internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Joins drafts of one kind, place and date: later sentences of a report that tell of the same event.
enum DraftMerging {
  /// The drafts, each event once, in the order of the text.
  static func merged(_ drafts: [EventDraft]) -> [EventDraft] {
    var merged: [EventDraft] = []
    for draft in drafts {
      guard let same = merged.firstIndex(where: { areOne($0, draft) }) else {
        merged.append(draft)
        continue
      }
      if isGeneric(merged[same]), !isGeneric(draft) {
        (merged[same].type, merged[same].subType) = (draft.type, draft.subType)
      }
      merged[same].absorb(draft)
    }
    return merged
  }

  private static func areOne(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard areOfOneKind(a, b) else { return false }
    let placesA = Set(a.places.compactMap(\.mention.mention.resolution.place?.id))
    let placesB = Set(b.places.compactMap(\.mention.mention.resolution.place?.id))
    guard placesA.isEmpty || placesB.isEmpty || !placesA.isDisjoint(with: placesB) else {
      return false
    }
    guard let first = a.date, let second = b.date else { return true }
    return first.mention.expression == second.mention.expression
      || (!first.isOwn && !second.isOwn)
  }

  private static func areOfOneKind(_ a: EventDraft, _ b: EventDraft) -> Bool {
    if a.type == b.type {
      return a.subType == b.subType
        || (a.type != .strategicDevelopments && a.type != .violenceAgainstCivilians)
    }
    let violent: [EventType] = [.explosions, .battles, .violenceAgainstCivilians]
    return isGeneric(a) && violent.contains(b.type) || isGeneric(b) && violent.contains(a.type)
  }

  /// Whether a draft is of the kind that any violence may be called: an attack.
  private static func isGeneric(_ draft: EventDraft) -> Bool {
    draft.type == .violenceAgainstCivilians && draft.subType == "Attack"
  }
}
