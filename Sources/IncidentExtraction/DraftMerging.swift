internal import Geodesy
internal import Geoparsing
internal import IncidentModel
internal import SimpleFeatures
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
      if merged[same].subType == "Peaceful protest", draft.type == .protests,
        draft.subType != "Blockade"
      {
        merged[same].subType = draft.subType
      }
      merged[same].absorb(draft)
    }
    return merged
  }

  private static func areOne(_ a: EventDraft, _ b: EventDraft) -> Bool {
    guard areOfOneKind(a, b) else { return false }
    if a.isHeading != b.isHeading, isTitle(a.isHeading ? a : b, of: a.isHeading ? b : a) {
      return true
    }
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

  /// Whether a heading may say in short what the text tells: it has no other day, and its place, where it
  /// names one, holds that of the text.
  static func isTitle(
    _ heading: EventDraft, of draft: EventDraft, orInSamePlace: Bool = false
  ) -> Bool {
    if heading.date?.isOwn == true,
      heading.date?.mention.expression != draft.date?.mention.expression
    {
      return false
    }
    let named = heading.places.filter(\.isOwn).map(\.mention)
    if orInSamePlace, !named.isEmpty,
      named.contains(where: { name in
        draft.places.contains { $0.mention.placeKey == name.placeKey }
      })
    {
      return true
    }
    guard let area = named.first else { return true }
    guard named.count == 1, let extent = area.extent,
      let middle = area.mention.area?.position ?? area.mention.resolution.place?.position
    else { return false }
    return draft.places.contains { place in
      guard let own = place.mention.extent, own < extent,
        let position = place.mention.mention.area?.position
          ?? place.mention.mention.resolution.place?.position
      else { return false }
      return Geodesic.wgs84.distance(from: middle, to: position) <= extent
    }
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
