internal import ArgumentParser
internal import Foundation
internal import Interchange
internal import Toponymy

/// `incidentmap gazetteer info`.
struct GazetteerInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what gazetteers hold, where that comes from, and whether it is whole.",
    discussion: """
      Without files, those that every command uses: your own corrections and the shipped ones.

      Example:
        incidentmap gazetteer info
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Index or CSV files.")
  var files: [String] = []
  @Option(help: "text or json.")
  var format = Format.text

  func run() async throws {
    try await reportingErrors {
      let own = UserGazetteer()
      var indexes: [GazetteerIndex] = []
      var fault: ExitStatus?
      if files.isEmpty {
        let folder = try DataFolder()
        indexes =
          try (own.exists ? [DataFolder.index(ofFile: own.path)] : []) + [folder.shippedGazetteer()]
      } else {
        for file in files {
          do {
            indexes.append(try DataFolder.index(ofFile: file))
          } catch {
            // One bad file never hides the others.
            Console.warn("\(error)")
            fault = fault ?? ExitStatus(error)
          }
        }
      }
      let damaged = indexes.filter { !$0.isIntact() }
      switch format {
      case .json: try Console.write(json(indexes, own: own.path))
      case .text:
        if files.isEmpty {
          try Console.write(
            "your own  \(own.path)\(own.exists ? "" : " (not there yet: gazetteer add, pin, ban)")\n"
          )
        }
        for index in indexes { try Console.write(text(index)) }
      }
      for index in damaged {
        Console.warn("\(index.path) is damaged: some of its places are not found; make it anew")
      }
      if let fault { throw (files.count == 1 ? fault : .badData).code }
      if !damaged.isEmpty { throw ExitStatus.badData.code }
    }
  }

  private func text(_ index: GazetteerIndex) -> String {
    let summary = index.summary
    var lines = [
      index.path,
      "  \(index.placeCount) places, \(index.nameCount) names, \(index.byteCount / 1_000_000) MB, "
        + "found with up to \(index.edits) letters wrong",
    ]
    if !index.decisions.isEmpty {
      lines.append("  \(index.decisions.count) names pinned or banned")
    }
    for source in summary.sources {
      var line = "  from \(source.name) (\(source.format)): \(source.placeCount) places"
      if !source.licence.isEmpty { line += "; \(source.licence)" }
      lines.append(line)
    }
    lines.append("  kinds      \(Self.list(summary.kinds))")
    lines.append("  languages  \(Self.list(summary.languages))")
    lines.append("  countries  \(Self.list(summary.countries))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The largest first, twelve of them.
  private static func list(_ counts: [String: Int]) -> String {
    let sorted = sorted(counts)
    var text = sorted.prefix(12).map { "\($0.key.isEmpty ? "none" : $0.key) \($0.value)" }
      .joined(separator: ", ")
    if sorted.count > 12 { text += " and \(sorted.count - 12) more" }
    return text
  }

  private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
  }

  private func json(_ indexes: [GazetteerIndex], own: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("own", own)
      json.key("gazetteers")
      json.array { json in
        for index in indexes { Self.write(index, to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ index: GazetteerIndex, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", index.path)
      json.member("places", index.placeCount)
      json.member("names", index.nameCount)
      json.member("bytes", index.byteCount)
      json.member("edits", index.edits)
      json.member("decisions", index.decisions.count)
      json.key("sources")
      json.array { json in
        for source in index.summary.sources {
          json.object { json in
            json.member("name", source.name)
            json.member("format", source.format)
            json.member("places", source.placeCount)
            json.member("licence", source.licence)
          }
        }
      }
      let counts = [
        ("kinds", index.summary.kinds), ("languages", index.summary.languages),
        ("countries", index.summary.countries),
      ]
      for (name, counts) in counts {
        json.key(name)
        json.object { json in
          for (key, count) in sorted(counts) { json.member(key, count) }
        }
      }
    }
  }
}
