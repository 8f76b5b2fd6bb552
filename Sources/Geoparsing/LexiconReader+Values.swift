internal import IncidentModel

/// What the right sides of entries and the heads of sections mean.
extension LexiconReader {
  /// `KFOR; external forces; XK`: the usual name, the kind, and the country where it is known to act.
  static func organisation(_ text: String, named pattern: String) -> Lexicon.Organisation? {
    let parts = text.split(separator: ";").map { String(trimmed($0)) }
    guard (2...3).contains(parts.count), parts.count < 3 || parts[2].utf8.count == 2 else {
      return nil
    }
    let (kind, type) = kind(ofActor: parts[1])
    return Lexicon.Organisation(
      name: parts[0], kind: kind, type: type, country: parts.count == 3 ? parts[2] : "",
      mustBeCapitals: isAcronym(pattern))
  }

  /// Short words in capitals are letters of a name, and as words often mean something else.
  private static func isAcronym(_ text: String) -> Bool {
    text.count <= 3 && text == text.uppercased() && text.contains(where: \.isLetter)
  }

  /// The population that counts of it go to, and its type where it acts in incidents.
  private static func kind(ofActor word: String) -> (kind: String, type: ActorType?) {
    switch word {
    case "state forces": ("state forces", .stateForces)
    case "external forces": ("international force", .externalForces)
    case "rebel group": ("armed group", .rebelGroup)
    case "political militia": ("armed group", .politicalMilitia)
    case "identity militia": ("armed group", .identityMilitia)
    default: (word, nil)
    }
  }

  static func eventRule(_ section: LexiconFile.Section) -> Lexicon.EventRule? {
    guard let (type, subType) = kind(section.argument) else { return nil }
    let countField = section.options["counts"].flatMap(ClaimField.init)
    if section.options["counts"] != nil, countField == nil { return nil }
    return Lexicon.EventRule(
      type: type, subType: subType, countField: countField,
      countsWhenAnnounced: section.options["announced"] != nil,
      needsDateNearby: section.options["near"] != nil)
  }

  static func effectRule(_ section: LexiconFile.Section) -> Lexicon.EffectRule? {
    let sides = section.argument.split(separator: "=").map { String(trimmed($0)) }
    guard sides.count == 2, let field = ClaimField(rawValue: sides[0]),
      let (type, subType) = kind(sides[1])
    else { return nil }
    return Lexicon.EffectRule(field: field, type: type, subType: subType)
  }

  static func suppression(_ section: LexiconFile.Section) -> Lexicon.Suppression? {
    guard !section.argument.isEmpty, let reach = section.options["within"].flatMap({ Int($0) })
    else { return nil }
    return Lexicon.Suppression(
      reason: section.argument, reach: reach,
      reachBefore: section.options["after"].flatMap { Int($0) } ?? 0)
  }

  /// Splits `Explosions/Remote violence/Grenade` into the type and the sub-type.
  private static func kind(_ text: String) -> (EventType, String)? {
    for type in EventType.allCases where text.hasPrefix(type.rawValue + "/") {
      return (type, String(text.dropFirst(type.rawValue.count + 1)))
    }
    return nil
  }
}
