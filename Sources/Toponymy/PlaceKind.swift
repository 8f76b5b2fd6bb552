public import SimpleFeatures

/// What a place is: the closed list of the gazetteer's `kind` column.
public enum PlaceKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// A continent.
  case continent
  /// A country.
  case country
  /// A first-level division of a country.
  case admin1
  /// An informal or historical region, such as North Kosovo.
  case region
  /// A municipality or district: the second level.
  case municipality
  /// The capital of a country.
  case capital
  /// A settlement of 100,000 people or more.
  case city
  /// The seat of a municipality, or a settlement of 5,000 people or more.
  case town
  /// Any other populated place.
  case village
  /// A part of a settlement.
  case neighbourhood
  /// A river.
  case river
  /// A lake.
  case lake
  /// A mountain or range.
  case mountain
  /// A bridge.
  case bridge
  /// A crossing of a border or administrative line.
  case crossing
  /// A monastery.
  case monastery
  /// A seat of government that reports name for those in it, such as the White House.
  case institution
  /// Any other built thing: a camp, an airport, a mine.
  case facility

  /// The radius that holds a place of this kind where its row says nothing.
  public var defaultUncertainty: Meters {
    switch self {
    case .continent: .kilometers(3000)
    case .country: .kilometers(250)
    case .admin1: .kilometers(50)
    case .region: .kilometers(35)
    case .municipality: .kilometers(10)
    case .capital, .city: .kilometers(8)
    case .town: .kilometers(3)
    case .village: .kilometers(2)
    case .neighbourhood: .kilometers(1)
    case .river: .kilometers(30)
    case .lake: .kilometers(5)
    case .mountain: .kilometers(10)
    case .bridge: Meters(100)
    case .crossing: Meters(300)
    case .monastery: Meters(300)
    case .institution, .facility: Meters(500)
    }
  }

  /// Whether people live there as one settlement or a part of one: what `near` takes for a name.
  public var isSettlement: Bool {
    switch self {
    case .capital, .city, .town, .village, .neighbourhood: true
    default: false
    }
  }

  /// Whether its name may stand for a government: "Pristina must de-escalate".
  public var isPolity: Bool {
    switch self {
    case .country, .capital, .institution: true
    default: false
    }
  }

  /// Whether it is an area that holds settlements: what `inside` takes for a name.
  public var isArea: Bool {
    switch self {
    case .continent, .country, .admin1, .region, .municipality: true
    default: false
    }
  }
}
