internal import IncidentModel

/// What a symbol's area is proportional to.
public enum SizeMeasure: String, Hashable, Sendable, CaseIterable {
  /// Every incident counts once.
  case incidents
  /// People killed, best figure.
  case killed
  /// People injured, best figure.
  case injured
  /// People detained, best figure.
  case detained
  /// People who took part.
  case participants

  /// The incident's value; `nil` where it is not stated.
  func value(of incident: Incident) -> Int? {
    switch self {
    case .incidents: 1
    case .killed: incident.killed.best
    case .injured: incident.injured.best
    case .detained: incident.detained.best
    case .participants: incident.participants
    }
  }

  /// The column of the incident table that holds it; `nil` where every incident counts once.
  public var field: String? {
    switch self {
    case .incidents: nil
    case .killed: "killed_best"
    case .injured: "injured_best"
    case .detained: "detained_best"
    case .participants: "participants"
    }
  }

  /// What the legend calls it.
  var title: String {
    switch self {
    case .incidents: "Incidents"
    case .killed: "People killed"
    case .injured: "People injured"
    case .detained: "People detained"
    case .participants: "Participants"
    }
  }
}
