internal import Geoparsing
internal import IncidentModel

/// Someone whom a sentence names: an organisation, or people called by what they are.
struct ActorMention: Hashable {
  /// Who is meant.
  enum Identity: Hashable {
    /// An organisation by its usual name.
    case named(String, ActorType)
    /// People called by what they are, and the country they are said to be of.
    case group(ActorGroup, country: String?)
    /// People or things by their land alone: "Russian shelling", "Serbs".
    case land(String)
  }

  /// The name with what qualifies it: "Kosovo police".
  var words: Range<Int>
  var identity: Identity
  /// Of whom a count with them is, in the lexicon's words.
  var population: String
  /// Whether it is told who they are, not only that there are people.
  var isTelling: Bool
  /// Why the name is taken for another one; `nil` where it is written so.
  var reason: String?

  /// What they are; `nil` where only their land is told.
  var type: ActorType? {
    switch identity {
    case .named(_, let type): type
    case .group(let group, _): group.type
    case .land: nil
    }
  }

  /// Whether they bear arms: forces, police and armed groups.
  var isArmed: Bool {
    switch identity {
    case .named: true
    case .group(let group, _): group.type != .civilians && !isCrowd && !Self.unarmed.contains(group)
    case .land: false
    }
  }

  /// Whether they are police, soldiers or an international force.
  var isForce: Bool {
    if case .group(let group, _) = identity, Self.unarmed.contains(group) { return false }
    return type == .stateForces || type == .externalForces
  }

  private static let unarmed: Set<ActorGroup> = [.government, .localGovernment]

  /// Whether they are soldiers of whom the text does not say whose.
  var isAnyoneSoldiers: Bool { identity == .group(.military, country: nil) }

  /// Whether they are people who demonstrate.
  var isCrowd: Bool {
    switch identity {
    case .group(.protesters, _), .group(.rioters, _): true
    default: false
    }
  }

  /// Whether they are people who do not fight.
  var isCivilian: Bool {
    if case .group(.civilians, _) = identity { true } else { false }
  }

  /// Their canonical name.
  ///
  /// - Parameter country: The name of the country in which the event happened.
  /// - Returns: A name as ACLED would give it.
  func name(in country: String?) -> String {
    switch identity {
    case .named(let name, _): name
    case .group(let group, let own):
      // Forces go by whom they serve, all others by where they act: "Albanian mayors" serve no other
      // country.
      switch group {
      case .military, .police, .government: group.name(in: own ?? country)
      case .protesters, .rioters, .armedGroup, .gang, .civilians, .localGovernment:
        group.name(in: country ?? own)
      }
    case .land(let land): ActorGroup.military.name(in: land)
    }
  }
}

/// An actor in the place that it has in an event.
struct AssignedActor: Hashable {
  var mention: ActorMention
  /// What made it this side.
  var rule: String
  /// Whether it is not named, but follows from the event word.
  var isImplied = false
}

/// Both sides of an event, as far as they are told.
struct EventActors: Hashable {
  /// Who did it, or one side.
  var first: AssignedActor?
  /// To whom, or the other side.
  var second: AssignedActor?

  /// Takes over from another sentence what this one does not tell.
  mutating func fill(from other: EventActors) {
    let isOpen = first == nil || first?.isImplied == true && other.first?.isImplied == false
    if isOpen, other.first?.mention.identity != second?.mention.identity {
      first = other.first
    }
    if second == nil, other.second?.mention.identity != first?.mention.identity {
      second = other.second
    }
  }
}
