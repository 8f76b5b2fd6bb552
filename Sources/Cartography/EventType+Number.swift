internal import IncidentModel

extension EventType {
  /// Its place in ``EventType/allCases``, for tables.
  var number: Int {
    switch self {
    case .battles: 0
    case .protests: 1
    case .riots: 2
    case .explosions: 3
    case .violenceAgainstCivilians: 4
    case .strategicDevelopments: 5
    case .disasters: 6
    case .accidents: 7
    }
  }
}
