internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore
internal import Interchange

/// `incidentmap review list`.
struct ReviewListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was decided, by whom, when and why, and whether it still applies.",
    discussion: """
      What was edited in the table of incidents with another program, such as QGIS, is listed too.

      Example:
        incidentmap review list --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "text or json.")
  var format = Format.text
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let (states, edits) = (try store.reviewStates(), try store.foreignEdits())
      switch format {
      case .text: try Console.write(text(states, edits))
      case .json: try Console.write(json(states, edits))
      }
    }
  }

  private func text(_ states: [ReviewState], _ edits: ForeignEdits) -> String {
    let width = TextWidth.ofOutput
    var lines = states.isEmpty ? ["no decisions"] : []
    for state in states {
      let review = state.review
      let head = "\(review.number)  "
      lines += width.lines(
        ReviewText.statement(of: state, among: states), head: head, indent: head.count)
      lines += width.lines(
        "\(review.at) by \(review.author)" + (review.why.map { ": \($0)" } ?? ""),
        head: String(repeating: " ", count: head.count), indent: head.count)
    }
    for (ids, what) in [
      (edits.edited, "edited in another program and kept as it is"),
      (edits.added, "added in another program"), (edits.deleted, "deleted in another program"),
    ] {
      lines += ids.map { "-  \($0) \(what)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ states: [ReviewState], _ edits: ForeignEdits) -> [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.key("reviews")
      json.array { json in
        for state in states { json.review(state) }
      }
      json.key("edited_elsewhere")
      json.object { json in
        json.member("edited", edits.edited)
        json.member("added", edits.added)
        json.member("deleted", edits.deleted)
      }
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  /// Writes a decision and what has become of it.
  mutating func review(_ state: ReviewState) {
    let review = state.review
    let (field, value) = review.decision.columns
    object { json in
      json.member("number", review.number)
      json.member("target", review.target)
      json.member("decision", ReviewText.verb(of: review.decision))
      json.member("field", field)
      json.member("value", value)
      json.member("previous", review.previous)
      json.member("author", review.author)
      json.member("at", review.at.description)
      json.member("why", review.why)
      json.member("events", review.events.map(\.description))
      json.member("applies", ReviewText.applies(state))
      json.member("applies_not_because", ReviewText.objection(to: state))
      json.member("incidents", state.incidents)
    }
  }
}
