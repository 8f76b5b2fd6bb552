internal import IncidentModel

/// From what files call a kind of incident to our classes.
enum EventTypeWords {
  /// A class and, where the word says it, the sub-class.
  struct Meaning: Hashable {
    var type: EventType
    var subType: String?
  }

  /// The class whose name in the incident table, ACLED's, the bytes are.
  static func exact(_ bytes: Span<UInt8>) -> EventType? {
    for (name, type) in names where name.count == bytes.count {
      var index = 0
      while index < name.count, name[index] == bytes[index] { index += 1 }
      if index == name.count { return type }
    }
    return nil
  }

  private static let names = EventType.allCases.map { (Array($0.rawValue.utf8), $0) }

  /// The class that a text names: one of ours and ACLED's, one of their sub-classes, or a word of a
  /// closed table; `nil` for any other.
  static func meaning(of text: String) -> Meaning? { meanings[ColumnWords.key(text)] }

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for type in EventType.allCases {
      meanings[ColumnWords.key(type.rawValue)] = Meaning(type: type)
      for subType in type.subTypes where subType != "Other" {
        meanings[ColumnWords.key(subType)] = Meaning(type: type, subType: subType)
      }
    }
    for (type, words) in table {
      for word in words.split(separator: ",") {
        let key = ColumnWords.key(String(word))
        if meanings[key] == nil { meanings[key] = Meaning(type: type) }
      }
    }
    return meanings
  }()

  private static let table: [(EventType, String)] = [
    (
      .battles,
      "battle, clash, clashes, armed conflict, fighting, firefight, shootout, state based violence, non state violence, ambush"
    ),
    (
      .protests,
      "protest, demonstration, demonstrations, rally, march, strike, sit in, blockade, roadblock, protesta, protest i qytetarëve, demonstracije, miting, Demonstration, Protest, manifestation, manifestación, manifestazione"
    ),
    (
      .riots,
      "riot, unrest, civil unrest, violent protest, mob, mob violence, nemiri, trazira, Ausschreitungen, émeute, disturbio, sommossa"
    ),
    (
      .explosions,
      "explosion, explosions, remote violence, bombing, bomb, ied, shelling, airstrike, air strike, drone strike, missile, missile strike, mine, landmine, uxo, artillery, shpërthim, eksplozija, Explosion, Anschlag, bombardement, explosión, esplosione"
    ),
    (
      .violenceAgainstCivilians,
      "attack, attacks, assault, killing, murder, shooting, kidnapping, abduction, one sided violence, terrorism, terrorist attack, sulm, vrasje, napad, ubistvo, Angriff, Überfall, attaque, ataque, attacco"
    ),
    (
      .strategicDevelopments,
      "strategic development, arrest, detention, raid, deployment, agreement, election, other"
    ),
    (
      .disasters,
      "disaster, natural disaster, natural hazard, flooding, floods, storms, fire forest, forest fire, bushfire, hurricane, cyclone, tornado, tsunami, epidemic, tërmet, zemljotres, potres, përmbytje, poplava, Erdbeben, Hochwasser, Überschwemmung, inondation, séisme, terremoto, inundación, alluvione"
    ),
    (
      .accidents,
      "accident, road accident, traffic, crash, aksident, nesreća, Unfall, incendio, yangın, fire, kaza, incidente stradale"
    ),
  ]
}
