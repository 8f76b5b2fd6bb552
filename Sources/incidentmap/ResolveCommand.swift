internal import ArgumentParser
internal import Geoparsing
internal import IncidentModel
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap resolve`.
struct ResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Say what the gazetteer makes of a name, with reasons.",
    discussion: """
      Exit status 1 where a name is not found; an ambiguous one is found.

      Example:
        incidentmap resolve Лепосавић "Mitrovica, Kosovo" --format json
        incidentmap resolve "u Leposaviću" "10 km north of Leposavić"
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Names in any spelling or script; - reads them from the standard input.")
  var names: [String]
  @Option(help: "Prefer places near this one.")
  var near: String?
  @Option(help: "Only places of this country (ISO alpha-2).")
  var country: String?
  @Option(help: "Only places of this kind.")
  var kind: PlaceKind?
  @Option(
    help: """
      By how many letters a name that no place has may differ from one that is known: 0, 1 or 2; one \
      in six letters by default.
      """)
  var fuzzy: Int?
  @Option(help: "How many candidates to show.")
  var limit = 5
  @Option(help: "text or json.")
  var format = Format.text
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 on") }
    if let fuzzy, !(0...2).contains(fuzzy) {
      throw ValidationError("--fuzzy takes 0, 1 or 2")
    }
  }

  func run() async throws {
    try await reportingErrors {
      let resolver = try knowledge.resolver()
      let hints = NameResolver.Hints(
        near: try near.map { try PlaceQuery($0, for: .point, resolver: resolver).position },
        country: country?.uppercased(), kind: kind,
        tolerance: fuzzy.map { .edits($0) } ?? .oneInSix)
      let queries = names.flatMap { $0 == "-" ? Self.standardInputLines() : [$0] }
      let answers = queries.map { ($0, resolver.read($0, hints: hints)) }
      switch format {
      case .json: try Console.write(json(answers))
      case .text:
        for (name, reading) in answers { try Console.write(text(name, reading, resolver)) }
      }
      let isMissing = answers.contains {
        if case .unresolved = $0.1.resolution { true } else { false }
      }
      if isMissing { throw ExitStatus.nameNotFound.code }
    }
  }

  private static func standardInputLines() -> [String] {
    var lines: [String] = []
    while let line = readLine() { if !line.isEmpty { lines.append(line) } }
    return lines
  }

  /// "10 km N of Leposavić, 43.1939,20.8028 ± 7.9 km".
  private static func line(of area: VagueArea) -> String {
    "\(area.label), "
      + DecimalText.text(area.position.latitude, places: 4) + ","
      + DecimalText.text(area.position.longitude, places: 4)
      + " ± \(IncidentText.length(area.uncertainty))"
  }

  private func json(_ answers: [(String, NameResolver.Reading)]) -> [UInt8] {
    var json = JSONWriter()
    for (name, reading) in answers {
      json.resolution(reading.resolution, of: name, limit: limit, area: reading.area)
      json.newline()
    }
    return json.bytes
  }

  private func text(
    _ name: String, _ reading: NameResolver.Reading, _ resolver: NameResolver
  ) -> String {
    let resolution = reading.resolution
    var lines = ["\(name): \(resolution.status)"]
    if case .unresolved(let reason) = resolution {
      let isDecided = resolver.gazetteer.decision(on: name) != nil
      let similar = isDecided ? [] : resolver.gazetteer.similarNames(to: name, limit: limit)
      lines.append("  \(reason)")
      if !similar.isEmpty { lines.append("  similar names: \(similar.joined(separator: ", "))") }
    }
    for candidate in resolution.candidates.prefix(limit) {
      let place = candidate.place
      let label = ([place.name] + place.alternativeNames.prefix(2)).joined(separator: " / ")
      let position =
        DecimalText.text(place.position.latitude, places: 4) + ","
        + DecimalText.text(place.position.longitude, places: 4)
      let holders = [place.admin2, place.admin1, place.country].filter { !$0.isEmpty }
      var unique: [String] = []
      for holder in holders where !unique.contains(holder) { unique.append(holder) }
      lines.append(
        "  \(place.id)  \(label), \(place.kind.rawValue), \(position), "
          + unique.joined(separator: ", "))
      lines.append(
        "    score \(DecimalText.text(candidate.score, places: 2)): "
          + candidate.reasons.joined(separator: "; "))
    }
    if let area = reading.area {
      lines.insert("  \(Self.line(of: area))", at: 1)
      lines.insert("    \(area.reason)", at: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
