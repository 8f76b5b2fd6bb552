internal import ArgumentParser

/// The program: each subcommand parses its arguments, calls the libraries, and prints.
@main
struct IncidentMap: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "incidentmap",
    abstract: "Turns reports about incidents into a map that can be trusted.",
    discussion: """
      Example:
        incidentmap ingest seeds && incidentmap near Leposaviq --within 20km
      """,
    version: version,
    subcommands: [
      IngestCommand.self, ExtractCommand.self, NearCommand.self, InsideCommand.self,
      ShowCommand.self, ExportCommand.self, RenderCommand.self, ResolveCommand.self,
      InfoCommand.self,
    ])
}
