internal import ArgumentParser
internal import Geoparsing
internal import Toponymy

/// `incidentmap gazetteer add`.
struct GazetteerAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a place to your own gazetteer, which is searched first.",
    discussion: """
      The row has the columns of a gazetteer CSV; columns at the end may be left out. A row with the \
      same id is replaced.

      Example:
        incidentmap gazetteer add "my:base-3,Base Three,facility,43.0712,20.7511,300,XK"
      """)

  @Argument(help: "id,name,kind,latitude,longitude,uncertainty_m,country,…")
  var row: String

  func run() async throws {
    try await reportingErrors {
      let records = Array(CSVRecords(Array(row.utf8)))
      guard records.count == 1, let fields = records.first?.fields.map(\.text) else {
        throw ValidationError(
          "one row is needed, as in: my:base-3,Base Three,facility,43.0712,20.7511")
      }
      let missing = max(0, GazetteerSource.columns.count - fields.count)
      let own = UserGazetteer()
      try own.put(fields + Array(repeating: "", count: missing))
      Console.note("\(fields[0]) is in \(own.path)")
    }
  }
}

/// `incidentmap gazetteer pin`.
struct GazetteerPinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Decide that a name stands for one place, whatever the evidence says.",
    discussion: """
      Example:
        incidentmap gazetteer pin Kamenica xk:kamenica --why "the desk's area"
      """)

  @Argument(help: "The name, in any spelling.")
  var name: String
  @Argument(help: "The place: its id, or a name that stands for one place.")
  var place: String
  @Option(help: "Why, and who says so.")
  var why: String?
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    try await reportingErrors {
      let gazetteer = try knowledge.geoparser().gazetteer
      let query = try PlaceQuery(place, for: .point, resolver: NameResolver(gazetteer: gazetteer))
      guard let pinned = query.place, query.area == nil else {
        throw ValidationError(
          "a position or an area has no id to pin a name to; add a place there first")
      }
      try DecisionRow.put(kind: "pin", name: name, place: pinned.id.text, why: why)
      Console.note("\(name) stands for \(pinned.id) (\(pinned.name), \(pinned.kind.rawValue))")
    }
  }
}

/// `incidentmap gazetteer ban`.
struct GazetteerBanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ban",
    abstract: "Decide that a name stands for no place.",
    discussion: """
      Example:
        incidentmap gazetteer ban Sofia --why "a person in these reports"
      """)

  @Argument(help: "The name, in any spelling.")
  var name: String
  @Option(help: "Why, and who says so.")
  var why: String?

  func run() async throws {
    try await reportingErrors {
      try DecisionRow.put(kind: "ban", name: name, place: "", why: why)
      Console.note("\(name) stands for no place")
    }
  }
}

/// The row of a pin or a ban; a later decision about a name takes the place of an earlier one.
enum DecisionRow {
  static func put(kind: String, name: String, place: String, why: String?) throws {
    let folded = FoldedText(name)
    guard !folded.words.isEmpty else { throw ValidationError("\"\(name)\" has no letter") }
    let slug = folded.words.map(folded.foldedString).joined(separator: "-")
    var row = Array(repeating: "", count: GazetteerSource.columns.count)
    row[0] = "decision:\(slug)"
    row[1] = name
    row[2] = kind
    row[12] = place
    row[13] = why ?? ""
    try UserGazetteer().put(row)
  }
}
