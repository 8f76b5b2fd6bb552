internal import IncidentModel
internal import Toponymy

extension Lexicon {
  /// Takes an entry of `[organisations]` in: `KFOR, Kosovo Force = KFOR; external forces; XK`.
  ///
  /// Returns what is wrong with it.
  mutating func addOrganisation(_ entry: LexiconFile.Entry) -> String? {
    let parts = entry.value.split(separator: ";").map { String(trimmed($0)) }
    guard (2...3).contains(parts.count), parts.count < 3 || parts[2].utf8.count == 2 else {
      return "is not NAME; KIND or NAME; KIND; COUNTRY: \(entry.value)"
    }
    for text in entry.patterns {
      guard let pattern = LexicalPattern(text) else { return "no pattern: \(text)" }
      let (kind, type) = Self.kind(ofActor: parts[1])
      organisations.add(
        pattern,
        Organisation(
          name: parts[0], kind: kind, type: type, country: parts.count == 3 ? parts[2] : "",
          mustBeCapitals: Self.isAcronym(text)))
    }
    return nil
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
}
