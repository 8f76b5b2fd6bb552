internal import ArgumentParser
internal import Toponymy

/// `incidentmap gazetteer`.
struct GazetteerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Make gazetteers out of published ones, look into them, and correct them.",
    discussion: """
      Example:
        unzip -p cities500.zip | incidentmap gazetteer import - --as geonames --output world.gazetteer
        incidentmap resolve Springfield --gazetteer world.gazetteer
      """,
    subcommands: [
      GazetteerImportCommand.self, GazetteerBuildCommand.self, GazetteerInfoCommand.self,
      GazetteerAddCommand.self, GazetteerPinCommand.self, GazetteerBanCommand.self,
    ])
}

/// How inexactly the names of an index can be looked up.
struct ToleranceOptions: ParsableArguments {
  @Option(
    help: """
      Up to how many letters a name may differ and still be found: 0, 1 or 2. By default 2 up to \
      200,000 names, 1 up to 2 million, 0 above: the tables grow with it.
      """)
  var fuzzy: Int?

  func validate() throws {
    if let fuzzy, !(0...2).contains(fuzzy) {
      throw ValidationError("--fuzzy takes 0, 1 or 2")
    }
  }

  func tolerance(names: Int) -> GazetteerBuilder.Tolerance {
    switch fuzzy ?? (names <= 200_000 ? 2 : names <= 2_000_000 ? 1 : 0) {
    case 0: .none
    case 1: .oneEdit
    default: .twoEdits
    }
  }
}
