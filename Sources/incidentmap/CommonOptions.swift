internal import ArgumentParser
internal import Foundation
internal import Geoparsing
internal import IncidentExtraction

/// The options of every command that knows places.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .customLong("gazetteer"),
    help: """
      A gazetteer CSV, or an index of one, searched before the shipped ones; an imported index is \
      searched after them. May be repeated.
      """)
  var gazetteers: [String] = []

  /// Loads the gazetteers and lexicons.
  func geoparser() throws -> Geoparser {
    let folder = try DataFolder()
    return Geoparser(
      gazetteer: try folder.gazetteer(own: gazetteerPaths), lexicons: try folder.lexicons())
  }

  /// Loads the gazetteers and lexicons to resolve what people type.
  func resolver() throws -> NameResolver {
    let geoparser = try geoparser()
    return NameResolver(gazetteer: geoparser.gazetteer, lexicons: geoparser.lexicons)
  }

  /// The user's own gazetteers: the options, else `$INCIDENTMAP_GAZETTEER`.
  var gazetteerPaths: [String] {
    if !gazetteers.isEmpty { return gazetteers }
    let variable = ProcessInfo.processInfo.environment["INCIDENTMAP_GAZETTEER"] ?? ""
    return variable.split(separator: ":").map(String.init)
  }
}

/// How many reports are read at once, and how much is said about it.
struct WorkOptions: ParsableArguments {
  @Option(help: "How many reports are read at once; as many as there are cores by default.")
  var jobs: Int?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  var jobCount: Int { max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount) }

  mutating func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on") }
  }
}
