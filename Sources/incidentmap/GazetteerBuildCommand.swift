internal import ArgumentParser
internal import Toponymy

/// `incidentmap gazetteer build`.
struct GazetteerBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make an index out of gazetteer CSV files, or anew that of the shipped ones.",
    discussion: """
      A broken row refuses the file, all broken rows named at once. Of a place that two files have, by \
      id or reference, the first file's is taken.

      Example:
        incidentmap gazetteer build villages.csv --output villages.gazetteer
      """)

  @Argument(help: "Gazetteer CSV files; none for the shipped ones.")
  var files: [String] = []
  @Option(help: "Where the index goes; needed where files are given.")
  var output: String?
  @OptionGroup var tolerance: ToleranceOptions

  func validate() throws {
    if output == "-" { throw ValidationError("an index is used as a file: --output takes a path") }
    if files.isEmpty != (output == nil) {
      throw ValidationError(
        "files and --output go together; without both, the shipped index is made")
    }
  }

  func run() async throws {
    try await reportingErrors {
      guard let output else {
        let folder = try DataFolder()
        try folder.buildShippedGazetteer()
        Console.note("\(folder.path)/\(DataFolder.shippedIndex) is made")
        return
      }
      let outcome = try GazetteerFile.build(files, to: output) { names in
        tolerance.tolerance(names: names)
      }
      let index = try GazetteerIndex(path: output)
      var line = "\(output): \(GazetteerFile.counted(index.placeCount, "place"))"
      if outcome.knownCount > 0 {
        line +=
          "; \(GazetteerFile.counted(outcome.knownCount, "place")) left out that an earlier file has"
      }
      Console.note(line)
    }
  }
}
