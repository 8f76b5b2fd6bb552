internal import IncidentModel

/// An event with the days it is taken to mean, its own report's date or other reports brought in.
struct DatedEvent {
  var event: Event
  /// The days; `nil` where nothing says when.
  var span: DateSpan?

  /// The class of events that may be one: reports call the same unrest a protest, a riot or a clash,
  /// but an arrest is no deployment.
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
