internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// The columns that tell how far an incident is from a place.
enum DistanceColumns {
  /// All of them; metres to the millimetre, degrees clockwise from true north.
  static let headings = [
    ColumnHeading("distance_m", places: 3), ColumnHeading("azimuth_deg", places: 3),
    ColumnHeading("distance_min_m", places: 3), ColumnHeading("distance_max_m", places: 3),
    PeriodColumn.heading,
  ]

  /// Those of an answer; the last only where days were asked for.
  static func headings(hasPeriod: Bool) -> [ColumnHeading] {
    hasPeriod ? headings : headings.dropLast()
  }

  static func values(_ distance: IncidentDistance, hasPeriod: Bool) -> [FieldValue] {
    let values: [FieldValue] = [
      .real(distance.distance.value), .real(distance.azimuth),
      .real(distance.minDistance.value), .real(distance.maxDistance.value),
    ]
    return hasPeriod ? values + [PeriodColumn.value(distance.isCertainlyInPeriod)] : values
  }
}

/// The column that tells whether an incident certainly happened in the days asked for.
enum PeriodColumn {
  static let heading = ColumnHeading("in_period")

  static func value(_ isCertain: Bool) -> FieldValue { .text(isCertain ? "certain" : "possible") }
}
