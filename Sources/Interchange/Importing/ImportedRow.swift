public import IncidentModel

/// What a row of a spreadsheet or a feature of a GeoJSON file tells: an incident whose place may have
/// to be looked up, or the reasons why there is none.
///
/// Not yet part of a store: nothing is resolved and nothing merged.
public struct ImportedRow: Sendable {
  /// The line on which the row or the feature begins, from 1.
  public var line: Int
  /// Its number among the rows or features, from 1; the header is none.
  public var number: Int
  /// The incident; `nil` where the row gives none, with the reasons among ``problems``.
  ///
  /// It has no position where the row gives none: then ``place`` says what to look up.
  public var incident: Incident?
  /// What to look up in a gazetteer; `nil` where the row has a position or names no place.
  public var place: PlaceNames?
  /// The row's identifier in its own source, such as ACLED's `event_id_cnty`.
  public var sourceID: String?
  /// What is wrong or doubtful, each with line and column.
  public var problems: [RowProblem]

  /// Makes a row.
  public init(
    line: Int, number: Int, incident: Incident? = nil, place: PlaceNames? = nil,
    sourceID: String? = nil, problems: [RowProblem] = []
  ) {
    self.line = line
    self.number = number
    self.incident = incident
    self.place = place
    self.sourceID = sourceID
    self.problems = problems
  }
}

/// The name of a place and of what contains it, as a row spells them, for a gazetteer to resolve.
public struct PlaceNames: Hashable, Sendable {
  /// The place's name: that of the smallest area named, where the row has no other.
  public var name: String
  /// The third-level division.
  public var admin3: String?
  /// The municipality or district.
  public var admin2: String?
  /// The first-level division.
  public var admin1: String?
  /// The ISO 3166-1 alpha-2 code of the country.
  public var country: String?
  /// The country's name, where the row has a name and its code is not known.
  public var countryName: String?

  /// Makes names to resolve.
  public init(
    name: String, admin3: String? = nil, admin2: String? = nil, admin1: String? = nil,
    country: String? = nil, countryName: String? = nil
  ) {
    self.name = name
    self.admin3 = admin3
    self.admin2 = admin2
    self.admin1 = admin1
    self.country = country
    self.countryName = countryName
  }
}

/// Something wrong or doubtful in a row.
public struct RowProblem: Hashable, Sendable {
  /// What follows from it.
  public enum Consequence: Hashable, Sendable {
    /// The row gives no incident.
    case refused
    /// The value is not taken, the rest of the row is.
    case valueDropped
    /// The value is taken and may be wrong.
    case doubtful
  }

  /// What follows from it.
  public var consequence: Consequence
  /// Where it is, what is wrong and what to do.
  public var problem: FileProblem

  /// Makes a problem.
  public init(_ consequence: Consequence, _ problem: FileProblem) {
    self.consequence = consequence
    self.problem = problem
  }
}
