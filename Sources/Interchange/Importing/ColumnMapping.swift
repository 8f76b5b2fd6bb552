internal import IncidentModel

/// Which column of a file became which field of an incident, and how that is known.
public struct ColumnMapping: Hashable, Sendable {
  /// Whose columns they are.
  public enum Convention: String, Hashable, Sendable {
    /// Our own export.
    case incidentmap
    /// The Armed Conflict Location & Event Data project.
    case acled = "ACLED"
    /// The Uppsala Conflict Data Program's Georeferenced Event Dataset.
    case ged = "UCDP GED"
    /// Tags of the Humanitarian Exchange Language.
    case hxl = "HXL"
    /// Headers in plain words.
    case words = "plain words"
  }

  /// A column of the file.
  public struct Column: Hashable, Sendable {
    /// Its header, as the file spells it.
    public var header: String
    /// Its number, from 1.
    public var number: Int
    /// The field it became, one of ``ColumnMapping/fieldNames``; `nil` where it is ignored.
    public var field: String? = nil
  }

  /// Whose columns they are.
  public internal(set) var convention: Convention
  /// The columns, in the file's order.
  public internal(set) var columns: [Column]

  /// The columns that became fields.
  public var mapped: [Column] { columns.filter { $0.field != nil } }
  /// The columns that were ignored and have a header.
  public var ignored: [Column] { columns.filter { $0.field == nil && !$0.header.isEmpty } }

  /// Every field that a column can become: the names of the incident table, then those that only an
  /// import has.
  public static let fieldNames: [String] = ImportField.allCases.map(\.rawValue)
}
