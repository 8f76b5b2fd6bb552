package import IncidentModel

/// What the entries of a lexicon say.
extension Lexicon {
  /// An organisation by its usual name, and what it is.
  package struct Organisation: Hashable, Sendable {
    package let name: String
    package let kind: String
    /// What it is as an actor; `nil` for what acts in no incident, such as a union of states.
    package let type: ActorType?
    /// The ISO 3166-1 alpha-2 code of the country it is known to act in, or empty.
    package let country: String
    /// Whether a text means it only in capitals, so that `SAF` is not "saf".
    package let mustBeCapitals: Bool
  }

  /// An organisation's name of four or more capitals.
  package struct Acronym: Hashable, Sendable {
    /// Its letters, folded.
    package let letters: [UInt8]
    package let organisation: Organisation
  }

  /// An ending that inflection puts on names, and what stands in its place in the basic form.
  package struct NameEnding: Hashable, Sendable {
    package let ending: [UInt8]
    package let replacement: [UInt8]
  }

  /// Words that stand for one another in names, each folded, and what they all mean.
  package struct EqualWords: Hashable, Sendable {
    /// What people are told they mean: `Saint`, or a wind of the compass.
    package let meaning: String
    /// Each form's words: `severna`, or `e veriut`.
    package let forms: [[[UInt8]]]
  }

  /// The beginning of a word that makes a part of the place that the rest of it names.
  package struct CompassPrefix: Hashable, Sendable {
    package let prefix: [UInt8]
    package let relation: VagueRelation
  }

  /// A number that a word stands for, and whether the word must be capitalised to do so.
  package struct CapitalizedNumber: Hashable, Sendable {
    package let number: Int
    package let mustBeCapitalized: Bool
  }

  /// What an event word makes.
  package struct EventRule: Hashable, Sendable {
    package let type: EventType
    package let subType: String
    /// The field that the number of people in it goes to.
    package let countField: ClaimField?
    /// Whether the announcement by who decides it counts.
    package let countsWhenAnnounced: Bool
    /// Whether only a date close by is the event's.
    package let needsDateNearby: Bool
  }

  /// What a word for an effect on people makes.
  package struct EffectRule: Hashable, Sendable {
    package let field: ClaimField
    /// The event that an effect told alone is.
    package let type: EventType
    package let subType: String
  }

  /// Why an event word beside a pattern is no current event, and up to how many words away.
  package struct Suppression: Hashable, Sendable {
    package let reason: String
    /// How many words the event word may come after the pattern.
    package let reach: Int
    /// How many words it may come before the pattern.
    package let reachBefore: Int
  }
}
