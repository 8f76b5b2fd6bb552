internal import ArgumentParser

/// The program: each subcommand parses its arguments, calls the libraries, and prints.
@main
struct IncidentMap: AsyncParsableCommand {
  static let version = "0.1.0"

  /// Runs the program; a coordinate west of Greenwich or south of the equator is no option.
  static func main() async {
    await main(
      CommandLine.arguments.dropFirst().map { argument in
        argument.first == "-" && argument.dropFirst().first?.isNumber == true
          ? " \(argument)" : argument
      })
  }

  static let configuration = CommandConfiguration(
    commandName: "incidentmap",
    abstract: "Turns reports about incidents into a map that can be trusted.",
    discussion: """
      Example:
        incidentmap ingest seeds && incidentmap near Leposaviq --within 20km
      """,
    version: version,
    subcommands: [
      IngestCommand.self, ExtractCommand.self, ImportCommand.self, AddCommand.self,
      NearCommand.self, AlongCommand.self, ClustersCommand.self,
      InsideCommand.self,
      ShowCommand.self, ReviewCommand.self, ExportCommand.self, RenderCommand.self,
      ResolveCommand.self,
      GazetteerCommand.self, InfoCommand.self,
    ])
}
