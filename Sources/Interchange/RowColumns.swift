public import IncidentModel

/// The columns of rows that are handed on field by field: some of the incidents' own, and those that
/// the caller adds before and after them.
public struct RowColumns: Sendable {
  /// The incidents' own, as indices in ``IncidentField/all``, ascending.
  public var fields: [Int]
  /// Columns before these, such as the number of a batch row.
  public var leading: [ColumnHeading]
  /// Columns after these, such as `distance_m`.
  public var trailing: [ColumnHeading]

  /// All of the incidents' own columns, as indices in ``IncidentField/all``.
  public static let allFields: [Int] = Array(IncidentField.all.indices)

  /// Puts columns together; without any argument, all of the incidents' own and no other.
  public init(
    fields: [Int] = allFields, leading: [ColumnHeading] = [], trailing: [ColumnHeading] = []
  ) {
    self.fields = fields
    self.leading = leading
    self.trailing = trailing
  }
}

/// What a column is called, and how its numbers are written.
public struct ColumnHeading: Hashable, Sendable {
  /// Its name, snake_case.
  public var name: String
  /// Its HXL tag, such as `#geo+distance`, where it has one.
  public var hxlTag: String?
  /// The type of its values, for formats that say it.
  public var type: FieldType
  /// The most decimals of its real numbers, 0 … 8.
  public var places: Int

  /// Names a column.
  public init(
    _ name: String, hxlTag: String? = nil, type: FieldType = .real, places: Int = 1
  ) {
    precondition((0...8).contains(places), "0 to 8 decimals")
    self.name = name
    self.hxlTag = hxlTag
    self.type = type
    self.places = places
  }

  /// The heading of one of the incidents' own columns.
  init(_ field: IncidentField) {
    self.init(
      field.name, hxlTag: HXL.tags[field.name], type: field.type,
      places: field.name == "uncertainty_m" ? 1 : 3)
  }
}

extension RowColumns {
  /// All columns in their order.
  var headings: [ColumnHeading] {
    leading + fields.map { ColumnHeading(IncidentField.all[$0]) } + trailing
  }

  /// The values to be added to each row.
  var addedCount: Int { leading.count + trailing.count }
}
