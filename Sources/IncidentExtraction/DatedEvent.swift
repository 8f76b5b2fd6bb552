internal import IncidentModel

/// An event with the days it is taken to mean, its own report's date or other reports brought in.
struct DatedEvent {
  var event: Event
  /// The days; `nil` where nothing says when.
  var span: DateSpan?

  /// The days it may have been, when compared with other events: a date taken over from an earlier
  /// sentence may be up to a week late.
  var possibleSpan: DateSpan? {
    guard var possible = span, event.when?.isInherited == true else { return span }
    possible.start = possible.start - 7
    return possible
  }

  /// The class of events that may be one: reports call the same violence a riot or a clash, but an
  /// arrest is no deployment.
  var family: String {
    switch event.type {
    case .riots, .battles: "clash"
    case .protests: event.subType == "Blockade" ? "blockade" : "protest"
    case .violenceAgainstCivilians, .explosions: event.type.rawValue
    case .strategicDevelopments, .disasters, .accidents:
      "\(event.type.rawValue)/\(event.subType ?? "")"
    }
  }

  /// The wider class by which undated reports are dated: all unrest is one.
  var unrest: String {
    switch event.type {
    case .riots, .battles, .protests, .violenceAgainstCivilians, .explosions: "unrest"
    default: family
    }
  }
}
