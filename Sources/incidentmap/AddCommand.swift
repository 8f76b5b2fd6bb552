internal import ArgumentParser
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap add`.
struct AddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an incident by hand.",
    discussion: """
      What was added by hand stays as it is, whatever is read later; review changes it. The same \
      entry twice is one incident.

      Example:
        incidentmap add Zvečan --type Riots --date 2023-05-29 --injured 30 --source "own notes"
      """)

  /// What the store calls an import of one incident by hand.
  static let form = "by hand"

  @Argument(help: "Where: a name, words such as \"10 km north of Leposavić\", an id or a position.")
  var place: String
  @Option(help: "What it was: Battles, Protests, Riots …")
  var type: EventType
  @Option(help: "When: 2023-05-29, 2023-05, 2023, or 2023-05-26/2023-06-05.")
  var date: DateArgument?
  @Option(help: "The sub-type.")
  var subtype: String?
  @Option(help: "The building or site.")
  var site: String?
  @Option(help: "Who did it, or one side.")
  var actor1: String?
  @Option(help: "To whom, or the other side.")
  var actor2: String?
  @Option(help: "People killed.")
  var killed: Int?
  @Option(help: "People injured.")
  var injured: Int?
  @Option(help: "People detained.")
  var detained: Int?
  @Option(help: "People who took part.")
  var participants: Int?
  @Option(help: "Who says so.")
  var source: String?
  @Option(help: "Its address.")
  var url: String?
  @Option(help: "One sentence about it.")
  var summary: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if [killed, injured, detained, participants].contains(where: { $0 ?? 0 < 0 }) {
      throw ValidationError("a number of people is not below zero")
    }
  }

  func run() async throws {
    try await reportingErrors {
      let query = try PlaceReader(knowledge).place(place, for: .point)
      var incident = incident()
      locate(&incident, at: query)
      incident.id = "i-\(Report.sha256(of: Array(entry(incident).utf8)).prefix(12))"
      let store = try store.open(for: .writing(creating: true))
      let record = ImportRecord(
        path: nil, sha256: nil, form: Self.form, columns: "", programVersion: IncidentMap.version)
      var next: Incident? = incident
      let summary = try store.importIncidents(record) {
        defer { next = nil }
        return next
      }
      let what = summary.added > 0 ? "added" : "is there already"
      try Console.write("\(incident.id) \(what)\n")
    }
  }

  private func incident() -> Incident {
    var incident = Incident(id: "", eventType: type)
    incident.subEventType = subtype
    if let date {
      let days = date.last - date.first
      let precision: DatePrecision =
        switch days {
        case 0: .day
        case ..<7: .severalDays
        case ..<28: .week
        case ..<32: .month
        default: .year
        }
      incident.date = DateSpan(
        start: date.first, end: date.last, precision: precision, basis: .explicit)
      incident.occurredAt = Instant(midnightOf: date.first)
      incident.occurredUntil = Instant(midnightOf: date.last)
    }
    incident.site = site
    (incident.actor1, incident.actor2) = (actor1, actor2)
    for (number, field) in [
      (killed, \Incident.killed), (injured, \.injured), (detained, \.detained),
    ] {
      if let number { incident[keyPath: field] = Count(low: number, best: number, high: number) }
    }
    incident.participants = participants
    (incident.source, incident.sourceURL, incident.summary) = (source, url, summary)
    incident.confidence = 1
    incident.reviewStatus = .manual
    return incident
  }

  private func locate(_ incident: inout Incident, at query: PlaceQuery) {
    if let place = query.area?.anchors.first ?? query.place {
      let told =
        query.area.map { EventPlace($0, of: place, reported: self.place) }
        ?? EventPlace(
          place, reported: self.place, precision: WherePrecision(placeOf: place.kind))
      PlaceCorrection(told).apply(to: &incident)
      incident.locationReported = [self.place]
    } else {
      incident.position = query.position
      incident.wherePrecision = .exact
    }
  }

  /// Everything that was given, as one text.
  private func entry(_ incident: Incident) -> String {
    IncidentField.all.map { "\($0.name)=\($0.value(incident))" }.joined(separator: "\n")
  }
}
