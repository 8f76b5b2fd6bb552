internal import Geoparsing
internal import IncidentModel

/// Gives arrests at a demonstration to the demonstration.
extension EventReader {
  /// The drafts, without the arrests that were made at a protest or riot told in the same sentence.
  ///
  /// "Police used tear gas; 18 people were arrested": their number is the riot's. Arrests of another day,
  /// or in a place of their own, are events of their own, and so are those that a later sentence tells.
  static func withArrestsAtDemonstrations(_ drafts: [EventDraft]) -> [EventDraft] {
    var told: [EventDraft] = []
    for draft in drafts {
      guard draft.type == .strategicDevelopments, draft.subType == arrests,
        let target = told.indices.last(where: { isAt(told[$0], draft) })
      else {
        told.append(draft)
        continue
      }
      told[target].counts += draft.counts
      told[target].triggers += draft.triggers
      told[target].sentences += draft.sentences.filter { !told[target].sentences.contains($0) }
    }
    return told
  }

  private static let arrests = "Arrests"

  private static func isAt(_ event: EventDraft, _ arrests: EventDraft) -> Bool {
    let isDemonstration =
      event.type == .riots || event.type == .protests && event.subType != "Blockade"
    guard isDemonstration, let last = event.sentences.last, let own = arrests.sentences.first,
      own == last
    else { return false }
    let places = Set(event.places.compactMap(\.mention.placeKey))
    let isElsewhere = arrests.places.contains { place in
      place.isOwn && !places.contains(place.mention.placeKey ?? "")
    }
    let isAnotherDay =
      arrests.date?.isOwn == true && event.date != nil
      && arrests.date?.mention.expression != event.date?.mention.expression
    return !isElsewhere && !isAnotherDay
  }
}
