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
    guard
      a.places.isEmpty || b.places.isEmpty
        || a.places.contains(where: { place in b.places.contains { areOne(place, $0) } })
    else { return false }
    guard let first = a.date, let second = b.date else { return true }
    return first.mention.expression == second.mention.expression
      || (!first.isOwn && !second.isOwn)
  }

  /// One place, or a country and a part of it: a report that tells of the part means it by the whole.
  private static func areOne(
    _ a: EventDraft.AssignedPlace, _ b: EventDraft.AssignedPlace
  ) -> Bool {
    guard let first = a.mention.placeKey, let second = b.mention.placeKey else { return false }
    return first == second || a.mention.wholeKey == second || b.mention.wholeKey == first
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
