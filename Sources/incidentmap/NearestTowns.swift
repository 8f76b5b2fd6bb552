internal import Geodesy
internal import IncidentModel
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// The towns that the gazetteers know, to name the one nearest to a point.
struct NearestTowns {
  /// The columns that tell of the nearest town: its name, its id, and how far it is in metres.
  static let headings = [
    ColumnHeading("nearest_town"), ColumnHeading("nearest_town_id"),
    ColumnHeading("nearest_town_m", places: 1),
  ]

  private let towns: [Place]
  private let index: GeodesicIndex

  /// Takes the towns and cities of the gazetteers, but no villages.
  ///
  /// - Complexity: Looks at every place.
  init(_ gazetteer: Gazetteer) {
    let kinds: Set<PlaceKind> = [.town, .city]
    towns = gazetteer.places.filter { kinds.contains($0.kind) }
    index = GeodesicIndex(towns.map(\.position))
  }

  /// The values of the columns for a point.
  func values(_ position: Position?) -> [FieldValue] {
    guard let position, let nearest = index.nearest(1, to: position).first else {
      return [.null, .null, .null]
    }
    let town = towns[nearest.index]
    return [.text(town.name), .text(town.id.text), .real(nearest.distance.value)]
  }
}
