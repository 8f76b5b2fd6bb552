internal import IncidentModel

/// Lets both sides say what kind of event it was, as ACLED does.
extension EventDraft {
  /// Makes an attack a battle where both sides are armed, and a riot where a crowd makes it; makes force
  /// against protesters of an attack on them.
  mutating func takeKindFromActors() {
    if subType == "Search or raid", let first = actors.first?.mention, first.isArmed, !first.isForce
    {
      (type, subType) = (.violenceAgainstCivilians, "Attack")
    }
    guard let first = actors.first?.mention, let second = actors.second?.mention else { return }
    let isAttack = type == .violenceAgainstCivilians && subType == "Attack"
    if isAttack, first.isCrowd {
      (type, subType) = (.riots, second.isCivilian ? "Mob violence" : "Violent demonstration")
      actors.first?.mention.identity = .group(.rioters, country: nil)
    } else if isAttack, second.isCrowd, first.isForce {
      (type, subType) = (.protests, forceKind)
      (actors.first, actors.second) = (actors.second, actors.first)
    } else if isAttack, first.isArmed, second.isArmed {
      (type, subType) = (.battles, "Armed clash")
    } else if subType == "Protest with intervention", second.isForce {
      subType = forceKind
    }
  }

  /// Force that kills protesters is excessive by the codebook; any other is an intervention.
  private var forceKind: String {
    counts.contains { $0.field == .killed && $0.quantity.population == "protesters" }
      ? "Excessive force against protesters" : "Protest with intervention"
  }
}
