/// What an actor is: ACLED's types of actors.
public enum ActorType: String, Hashable, Sendable, Codable, CaseIterable {
  /// Governments, their armies and their police.
  case stateForces = "State forces"
  /// Who fights to replace a government or to part from it.
  case rebelGroup = "Rebel group"
  /// Who fights for a politician, a party or a gain, without wanting to govern.
  case politicalMilitia = "Political militia"
  /// Who fights for a community, a region or a faith.
  case identityMilitia = "Identity militia"
  /// Who demonstrates with violence.
  case rioters = "Rioters"
  /// Who demonstrates without.
  case protesters = "Protesters"
  /// Who does none of this.
  case civilians = "Civilians"
  /// Forces of other states and of international organisations.
  case externalForces = "External/other forces"
}

/// People that a text calls by what they are and not by a name of their own.
public enum ActorGroup: String, Hashable, Sendable, Codable, CaseIterable {
  /// Soldiers, armies, air forces.
  case military
  /// Police, gendarmes, border guards.
  case police
  /// Ministers, officials, authorities.
  case government
  /// Mayors, councillors, governors.
  case localGovernment = "local government"
  /// Gunmen, militants, fighters of no named group.
  case armedGroup = "armed group"
  /// Gangs and cartels without a name.
  case gang
  /// Demonstrators who do no violence.
  case protesters
  /// Demonstrators who do.
  case rioters
  /// Everybody else.
  case civilians

  /// What such people are.
  public var type: ActorType {
    switch self {
    case .military, .police, .government, .localGovernment: .stateForces
    case .armedGroup, .gang: .politicalMilitia
    case .protesters: .protesters
    case .rioters: .rioters
    case .civilians: .civilians
    }
  }

  /// Their name as ACLED gives it: "Police Forces of Kosovo", "Protesters (Kosovo)".
  ///
  /// - Parameter country: The country's name.
  /// - Returns: The name; without a country only that of the group.
  public func name(in country: String?) -> String {
    let (plain, joint) =
      switch self {
      case .military: ("Military Forces", " of ")
      case .police: ("Police Forces", " of ")
      case .government, .localGovernment: ("Government", " of ")
      case .armedGroup: ("Unidentified Armed Group", "(")
      case .gang: ("Unidentified Gang", "(")
      case .protesters: ("Protesters", "(")
      case .rioters: ("Rioters", "(")
      case .civilians: ("Civilians", "(")
      }
    guard let country else { return plain }
    return joint == "(" ? "\(plain) (\(country))" : "\(plain)\(joint)\(country)"
  }
}
