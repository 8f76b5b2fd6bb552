internal import ArgumentParser
internal import Foundation
internal import IncidentExtraction
internal import IncidentModel
internal import IncidentStore

/// `incidentmap review`.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Accept, reject and correct incidents, and take decisions back.",
    discussion: """
      A decision is kept apart from what was read and is never changed. Decisions are applied in \
      their order after every computing: they hold when reports are read again and when new ones \
      come.

      Example:
        incidentmap review set i-3f09c1d2a4b5 killed_best 3 --why "the hospital's list" --author Ana
      """,
    subcommands: [
      ReviewAcceptCommand.self, ReviewRejectCommand.self, ReviewSetCommand.self,
      ReviewMergeCommand.self, ReviewSplitCommand.self, ReviewUndoCommand.self,
      ReviewListCommand.self,
    ])
}

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Why, in a sentence that others will read.")
  var why: String?
  @Option(help: "Who decides; $USER, else $LOGNAME, by default.")
  var author: String?
  @OptionGroup var store: StoreOptions

  private var decider: String {
    let environment = ProcessInfo.processInfo.environment
    return [author, environment["USER"], environment["LOGNAME"]].compactMap(\.self)
      .first { !$0.isEmpty } ?? "unknown"
  }

  /// Records a decision, computes the incidents with it, and says what came of it.
  func decide(
    about identifier: String, _ decision: (IncidentStore) throws -> Review.Decision
  ) async throws {
    try await reportingErrors {
      let store = try store.open(for: .writing(creating: false))
      let review = try store.decide(
        try decision(store), about: identifier, by: decider, why: why, run: try run(store),
        try computing())
      try tell(review, in: store)
    }
  }

  /// Takes a decision back, and says what came of it.
  func undo(_ number: Int?) async throws {
    try await reportingErrors {
      let store = try store.open(for: .writing(creating: false))
      let review = try store.undo(
        number, by: decider, why: why, run: try run(store), try computing())
      try tell(review, in: store)
    }
  }

  private func computing() throws -> IncidentStore.Computing {
    let merger = IncidentMerger(timeZones: try DataFolder().timeZones())
    return { events, reports, reviews in
      merger.incidents(from: events, reports: reports, reviews: reviews)
    }
  }

  /// What the incidents were read with stays as it is; only their merging is today's.
  private func run(_ store: IncidentStore) throws -> RunRecord {
    let latest = try store.latestRun()
    return RunRecord(
      programVersion: IncidentMap.version, rules: IncidentMap.version,
      gazetteer: latest?.gazetteer ?? "", inputs: latest?.inputs ?? "",
      options: latest?.options ?? "")
  }

  private func tell(_ review: Review, in store: IncidentStore) throws {
    let states = try store.reviewStates()
    guard let state = states.first(where: { $0.review.number == review.number }) else { return }
    var lines = ["decision \(review.number): \(ReviewText.statement(of: state, among: states))"]
    for id in ReviewText.incidents(of: state, among: states) {
      guard let found = try store.incident(id) else { continue }
      lines.append(
        "  \(id) \(found.incident.reviewStatus.rawValue): \(found.incident.summary ?? "")")
    }
    try Console.write(lines.joined(separator: "\n") + "\n")
  }
}

/// `incidentmap review accept`.
struct ReviewAcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Say that an incident is right.",
    discussion: """
      Example:
        incidentmap review accept i-3f09c1d2a4b5 --why "two agencies agree"
      """)

  @Argument(help: "The incident's identifier, or the beginning of it.")
  var incident: String
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await options.decide(about: incident) { _ in .accept }
  }
}

/// `incidentmap review reject`.
struct ReviewRejectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Say that something is no incident; it is kept, and left out of answers and maps.",
    discussion: """
      A rejected incident is marked so and left out by near, inside, export and render unless \
      --status rejected asks for it. A GeoPackage is exported whole.

      Example:
        incidentmap review reject i-3f09c1d2a4b5 --why "a drill"
      """)

  @Argument(help: "The incident's identifier, or the beginning of it.")
  var incident: String
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await options.decide(about: incident) { _ in .reject }
  }
}

/// `incidentmap review merge`.
struct ReviewMergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that incidents are one.",
    discussion: """
      Their events stay together from then on; every identifier leads to the one incident.

      Example:
        incidentmap review merge i-3f09c1d2a4b5 i-7c0de1f2a3b4 --why "one clash, two names of a square"
      """)

  @Argument(help: "The incidents' identifiers, two or more, or the beginnings of them.")
  var incidents: [String]
  @OptionGroup var options: DecisionOptions

  func validate() throws {
    if incidents.count < 2 { throw ValidationError("two incidents or more are needed") }
  }

  func run() async throws {
    try await options.decide(about: incidents[0]) { _ in
      .merge(with: Array(incidents.dropFirst()))
    }
  }
}

/// `incidentmap review split`.
struct ReviewSplitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Say that some events of an incident are not of it.",
    discussion: """
      The events named stay apart from the others; both sides may still grow. show lists an \
      incident's events by the names that this takes.

      Example:
        incidentmap review split i-3f09c1d2a4b5 8c1f02:137 --why "another day"
      """)

  @Argument(help: "The incident's identifier, or the beginning of it.")
  var incident: String
  @Argument(
    help: """
      The events to split off, as show names them: the beginning of the report's SHA-256, and the \
      byte after a colon where the report tells of several.
      """)
  var events: [String]
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await options.decide(about: incident) { store in
      guard let found = try store.incident(incident) else {
        throw StoreError.unknownIncident(incident)
      }
      return .split(try events.flatMap { try keys($0, of: found.evidence.events) })
    }
  }

  private func keys(_ name: String, of events: [EventKey]) throws -> [EventKey] {
    let keys = events.filter { $0.isMeant(by: name) }
    let isReport = !name.contains(":") && Set(keys.map(\.report)).count == 1
    guard keys.count == 1 || isReport else {
      throw StoreError.undecidable(
        incident: incident,
        reason: "\(keys.isEmpty ? "none" : "more than one") of its events is called \(name); its "
          + "events are " + events.map(\.shortName).joined(separator: ", "))
    }
    return keys
  }
}

/// `incidentmap review undo`.
struct ReviewUndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a decision back: the latest that holds, or the one of a number.",
    discussion: """
      Taking back is a decision itself, with a number; taking that back makes the first hold again.

      Example:
        incidentmap review undo 12 --why "the list was of another day"
      """)

  @Argument(help: "The decision's number, as review list shows it.")
  var number: Int?
  @OptionGroup var options: DecisionOptions

  func run() async throws { try await options.undo(number) }
}
