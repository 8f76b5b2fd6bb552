extension EventType {
  /// The sub-classes of the class: ACLED's, and those that the lexicons add to them.
  public var subTypes: [String] {
    switch self {
    case .battles:
      [
        "Armed clash", "Government regains territory", "Non-state actor overtakes territory",
      ]
    case .protests:
      [
        "Blockade", "Excessive force against protesters", "Peaceful protest",
        "Protest with intervention",
      ]
    case .riots: ["Mob violence", "Violent demonstration"]
    case .explosions:
      [
        "Air or drone strike", "Chemical weapon", "Grenade", "Remote explosive or landmine",
        "Shelling, artillery or missile attack", "Suicide bomb",
      ]
    case .violenceAgainstCivilians:
      ["Abduction/forced disappearance", "Attack", "Sexual violence"]
    case .strategicDevelopments:
      [
        "Agreement", "Arrests", "Border closure", "Change to group/activity", "Cordon",
        "Curfew or state of emergency", "Deployment", "Displacement", "Disrupted weapons use",
        "Election", "Guarding of site", "Headquarters or base established", "Inauguration",
        "Looting/property destruction", "Non-violent transfer of territory",
        "Occupation of building", "Other", "Release of detainees", "Removal of barriers",
        "Search or raid", "Weapons seizure",
      ]
    case .disasters:
      [
        "Avalanche", "Drought", "Earthquake", "Flood", "Landslide", "Storm", "Volcanic eruption",
        "Wildfire",
      ]
    case .accidents:
      ["Fire", "Industrial accident", "Structural collapse", "Traffic accident"]
    }
  }
}
