internal import ArgumentParser
internal import Foundation
internal import IncidentModel
internal import IncidentStore

/// Where the incidents are kept.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: "The incident store, a GeoPackage; $INCIDENTMAP_STORE, else incidents.gpkg here.")
  var path: String?

  var resolvedPath: String {
    path ?? ProcessInfo.processInfo.environment["INCIDENTMAP_STORE"] ?? "incidents.gpkg"
  }

  func open(for access: IncidentStore.Access) throws -> IncidentStore {
    let store = try IncidentStore.open(at: resolvedPath, for: access)
    if let backup = store.backup {
      Console.note(
        "\(store.path) was made by an older program and is brought up to date; as it was, it is kept "
          + "as \(backup)")
    }
    return store
  }
}

/// Which incidents are meant.
struct FilterOptions: ParsableArguments {
  @Option(help: "Only incidents on or after this date (2023-05-29, 2023-05, 2023).")
  var since: DateArgument?

  @Option(help: "Only incidents on or before this date.")
  var until: DateArgument?

  @Flag(
    help: """
      Leave out incidents that may as well have happened on other days, such as one known to the month.
      """)
  var certainly = false

  @Option(help: "Only incidents of this type (Riots, Protests …); may be repeated.")
  var type: [EventType] = []

  @Option(help: "Only incidents of this review status; all but rejected ones by default.")
  var status: [ReviewStatus] = []

  func validate() throws {
    if let since, let until, until.last < since.first {
      throw ValidationError("--until lies before --since")
    }
    if certainly, since == nil, until == nil {
      throw ValidationError("--certainly goes with --since or --until")
    }
  }

  /// Whether any incident is left out on request.
  var isSet: Bool { since != nil || until != nil || !type.isEmpty || !status.isEmpty }

  var filter: IncidentFilter {
    var filter = IncidentFilter(
      since: since?.first, until: until?.last, types: type.isEmpty ? nil : Set(type),
      statuses: status.isEmpty ? IncidentFilter.unrejected : Set(status))
    filter.isCertain = certainly
    return filter
  }
}
