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
  struct Column: Sendable {
    let name: String
    let hxlTag: String
    private let source: Source
    private let precision: Precision

    private enum Source: Sendable {
      case field(@Sendable (Incident) -> FieldValue)
      case added([FieldValue])
    }

    private enum Precision: Sendable {
      case places(Int)
      case ofPosition
    }

    init(_ field: IncidentField) {
      name = field.name
      hxlTag = HXL.tags[field.name] ?? ""
      source = .field(field.value)
      precision =
        switch field.name {
        case "latitude", "longitude": .ofPosition
        case "uncertainty_m": .places(1)
        default: .places(3)
        }
    }

    init(_ added: AddedColumn) {
      name = added.name
      hxlTag = added.hxlTag ?? ""
      source = .added(added.values)
      precision = .places(added.places)
    }

    /// The value for the incident of a row.
    func value(for incident: Incident, row: Int) -> FieldValue {
      switch source {
      case .field(let value): value(incident)
      case .added(let values): values[row]
      }
    }

    /// The decimals of the incident's value, where that is a real number.
    func places(for incident: Incident) -> Int {
      switch precision {
      case .places(let places): places
      case .ofPosition: CoordinatePlaces.forUncertainty(incident.uncertainty)
      }
    }
  }

  /// All columns, in their order.
  var columns: [Column] {
    leading.map(Column.init) + Self.ownColumns + trailing.map(Column.init)
  }

  /// The incidents' own columns.
  static let ownColumns = IncidentField.all.map(Column.init)

  /// The columns in which at least one row has a value.
  var columnsWithValues: [Column] {
    let columns = columns
    var empty = Array(columns.indices)
    for (row, incident) in incidents.enumerated() where !empty.isEmpty {
      empty.removeAll { columns[$0].value(for: incident, row: row) != .null }
    }
    return columns.indices.filter { !empty.contains($0) }.map { columns[$0] }
  }
}
