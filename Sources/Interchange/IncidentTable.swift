public import IncidentModel
internal import SimpleFeatures

/// Incidents as rows to be written: their own columns, and those the caller adds.
public struct IncidentTable: Sendable {
  /// The rows, in the order in which they are written.
  public var incidents: [Incident]
  /// Columns before the incidents' own, such as the number of a batch row.
  public var leading: [AddedColumn]
  /// Columns after the incidents' own, such as `distance_m`.
  public var trailing: [AddedColumn]

  /// Makes a table; every added column has a value for each incident.
  public init(
    _ incidents: [Incident], leading: [AddedColumn] = [], trailing: [AddedColumn] = []
  ) {
    for column in leading + trailing {
      precondition(column.values.count == incidents.count, "a value for each incident")
    }
    self.incidents = incidents
    self.leading = leading
    self.trailing = trailing
  }
}

/// A column that stands beside the incidents' own.
public struct AddedColumn: Sendable {
  /// Its name, snake_case.
  public var name: String
  /// Its HXL tag, such as `#geo+distance`, where it has one.
  public var hxlTag: String?
  /// The decimals of its real numbers.
  public var places: Int
  /// Its values, one an incident, all of one type or null.
  public var values: [FieldValue]

  /// Makes a column from its values.
  public init(_ name: String, hxlTag: String? = nil, places: Int = 1, values: [FieldValue]) {
    self.name = name
    self.hxlTag = hxlTag
    self.places = places
    self.values = values
  }
}

// MARK: - Columns

extension IncidentTable {
  /// A column as it is written.
  struct Column {
    let name: String
    let hxlTag: String
    /// The value of a row.
    let value: (Int) -> FieldValue
    /// The decimals of a row's real number.
    let places: (Int) -> Int
  }

  /// All columns, in their order.
  var columns: [Column] {
    let own = IncidentField.all.map { field in
      Column(
        name: field.name, hxlTag: HXL.tags[field.name] ?? "",
        value: { row in field.value(incidents[row]) },
        places: { row in IncidentTable.places(of: field.name, in: incidents[row]) })
    }
    return leading.map(\.column) + own + trailing.map(\.column)
  }

  /// The columns in which at least one row has a value.
  var columnsWithValues: [Column] {
    columns.filter { column in incidents.indices.contains { column.value($0) != .null } }
  }

  private static func places(of field: String, in incident: Incident) -> Int {
    switch field {
    case "latitude", "longitude": CoordinatePlaces.forUncertainty(incident.uncertainty)
    case "uncertainty_m": 1
    default: 3
    }
  }
}

extension AddedColumn {
  fileprivate var column: IncidentTable.Column {
    .init(name: name, hxlTag: hxlTag ?? "", value: { values[$0] }, places: { _ in places })
  }
}
