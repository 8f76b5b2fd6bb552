internal import IncidentModel
internal import IncidentStore
internal import Interchange

/// Makes incidents of the rows of a file: each gets its identifier and its place.
struct ImportedRows {
  /// How many problems are told one by one.
  private static let told = 100

  let file: String
  let dataset: String
  /// Whether the rows were exported from a store, with the identifiers that they have there.
  private let hasOurIdentifiers: Bool
  /// What became of the names of places.
  private(set) var places: ImportedPlaces
  /// How many rows gave no incident.
  private(set) var refused = 0
  private var problems = 0

  init(file: String, dataset: String, knowledge: KnowledgeOptions, hasOurIdentifiers: Bool) {
    self.hasOurIdentifiers = hasOurIdentifiers
    self.file = file
    self.dataset = dataset
    places = ImportedPlaces(knowledge)
  }

  /// The incident of a row; `nil` where it gives none.
  mutating func incident(
    of row: ImportedRow, _ convention: ColumnMapping.Convention
  ) throws -> Incident? {
    for problem in row.problems { tell(problem) }
    guard var incident = row.incident else {
      refused += 1
      return nil
    }
    if let id = row.sourceID { incident.id = identifier(id, convention, own: incident.id) }
    if incident.source == nil { incident.source = dataset }
    if let place = row.place { try places.locate(&incident, at: place, row: row.number) }
    return incident
  }

  /// The identifier of an incident by the one of its row: ACLED's are the only ones of their kind, all
  /// others are headed by what they are of.
  private func identifier(
    _ id: String, _ convention: ColumnMapping.Convention, own: String
  ) -> String {
    guard id.utf8.count <= 100 else { return own }
    if hasOurIdentifiers { return id }
    let id =
      id.utf8.contains(where: { $0 <= 0x20 }) ? String(id.map { $0.isWhitespace ? "_" : $0 }) : id
    return switch convention {
    case .incidentmap, .acled: id
    case .ged: "ucdp:\(id)"
    case .hxl, .words: "\(dataset):\(id)"
    }
  }

  private mutating func tell(_ problem: RowProblem) {
    problems += 1
    if problems <= Self.told {
      Console.warn(problem.problem.description(in: file))
    } else if problems == Self.told + 1 {
      Console.warn("\(file): and more like these")
    }
  }
}
