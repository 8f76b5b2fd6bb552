/// The class of an incident: ACLED's event types, with disasters and accidents.
public enum EventType: String, Hashable, Sendable, Codable, CaseIterable {
  /// Armed clashes between organised groups.
  case battles = "Battles"
  /// Peaceful demonstrations, with or without intervention.
  case protests = "Protests"
  /// Violent demonstrations and mob violence.
  case riots = "Riots"
  /// Bombs, shelling, air strikes, mines.
  case explosions = "Explosions/Remote violence"
  /// Attacks on people who do not fight.
  case violenceAgainstCivilians = "Violence against civilians"
  /// What changes the situation without violence: deployments, arrests, occupations, elections.
  case strategicDevelopments = "Strategic developments"
  /// Floods, earthquakes, storms, landslides, fires.
  case disasters = "Disasters"
  /// Accidents of traffic, work and industry.
  case accidents = "Accidents"
}

/// How well a place is known; UCDP GED's `where_prec`.
public enum WherePrecision: Int, Hashable, Sendable, Codable, CaseIterable {
  /// The exact settlement or site.
  case exact = 1
  /// Near a known place.
  case near = 2
  /// A municipality.
  case municipality = 3
  /// A district or region.
  case region = 4
  /// Somewhere vague, or along a line.
  case vague = 5
  /// A country.
  case country = 6
  /// At sea or in the air.
  case seaOrAir = 7

  /// Whether all that is known is an area that has an outline.
  public var isArea: Bool { self == .municipality || self == .region || self == .country }
}

/// What a person has decided about an incident.
public enum ReviewStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Computed from reports, not yet reviewed.
  case derived
  /// Confirmed as computed.
  case accepted
  /// Confirmed after changes.
  case corrected
  /// Not an incident.
  case rejected
  /// Entered by hand.
  case manual
}

/// How a mention of a place is used in its sentence.
public enum MentionRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// Where something is or happens.
  case location
  /// What holds the location named beside it: "in Zvečan municipality", "Mitrovica, Kosovo".
  case container
  /// The place at the head of a report.
  case dateline
  /// Where something comes from.
  case origin
  /// A government or institution spoken of by its place: "Pristina must de-escalate".
  case metonym
  /// A name that qualifies a noun: "Kosovo police".
  case modifier
  /// People or things by their land: "Serbs", "Italian unit".
  case demonym
  /// A part of another name: "Kosovo Online".
  case embedded
  /// Not a place after all, with the reason.
  case dropped

  /// Whether the mention stands for a place on the ground.
  public var isLocative: Bool {
    switch self {
    case .location, .container, .dateline, .origin: true
    case .metonym, .modifier, .demonym, .embedded, .dropped: false
    }
  }
}
