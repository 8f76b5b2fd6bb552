public import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Writes what was read out of a report as one line of JSON: the output of `extract`.
public enum ExtractionWriter {
  /// One JSON object with the report, its mentions, its incidents and what tells of none, and a line
  /// end.
  public static func line(_ read: ReadReport, incidents: [DocumentedIncident]) -> [UInt8] {
    var json = JSONWriter()
    let paths = read.report.path.map { [read.report.sha256: $0] } ?? [:]
    json.object { json in
      json.key("report")
      json.report(read.report)
      json.key("mentions")
      json.array { json in
        for mention in read.mentions { json.mention(mention) }
      }
      json.key("incidents")
      json.array { json in
        for incident in incidents { json.feature(incident, paths: paths) }
      }
      json.key("dropped_events")
      json.array { json in
        for event in read.dropped { json.dropped(event) }
      }
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  /// Writes a report without its text.
  public mutating func report(_ report: Report) {
    object { json in
      json.member("id", report.externalID ?? String(report.sha256.prefix(12)))
      json.member("path", report.path)
      json.member("sha256", report.sha256)
      json.member("title", report.title)
      json.member("url", report.url)
      json.member("publisher", report.publisher)
      json.member("published", report.published?.date.description)
      json.member("published_basis", report.published?.basis.rawValue ?? "unknown")
      json.member("language", report.language)
    }
  }

  /// Writes the members of an area that say what and where it is, into an object that is open.
  public mutating func vagueArea(_ area: VagueArea) {
    member("label", area.label)
    member("latitude", area.position.latitude, places: 6)
    member("longitude", area.position.longitude, places: 6)
    member("uncertainty_m", area.uncertainty.value, places: 0)
    member("where_precision", area.precision.rawValue)
    member("anchors", area.anchors.map(\.id.text))
    member("place", area.place?.id.text)
    member("reason", area.reason)
  }

  fileprivate mutating func mention(_ mention: Mention) {
    object { json in
      json.member("start", mention.range.lowerBound)
      json.member("end", mention.range.upperBound)
      json.member("surface", mention.surface)
      json.member("role", mention.role.rawValue)
      json.key("place")
      if let place = mention.resolution.place { json.place(place) } else { json.null() }
      let candidates = mention.resolution.candidates
      json.member("score", candidates.first?.score, places: 2)
      let reasons = Self.reasons(mention.resolution).filter { $0 != mention.roleReason }
      json.member("reasons", [mention.roleReason] + reasons)
      json.key("alternatives")
      json.array { json in
        for candidate in candidates.dropFirst(mention.resolution.place == nil ? 0 : 1).prefix(5) {
          json.object { json in
            json.member("id", candidate.place.id.text)
            json.member("score", candidate.score, places: 2)
          }
        }
      }
      if let area = mention.area {
        json.key("area")
        json.area(area)
      }
    }
  }

  /// Writes an area with the span of its words, its point and radius, and how they came about.
  private mutating func area(_ area: VagueArea) {
    object { json in
      json.member("start", area.range.lowerBound)
      json.member("end", area.range.upperBound)
      json.vagueArea(area)
    }
  }

  fileprivate mutating func dropped(_ event: DroppedEvent) {
    object { json in
      json.member("start", event.range.lowerBound)
      json.member("end", event.range.upperBound)
      json.member("quote", event.quote)
      json.member("event_type", event.type.rawValue)
      json.member("sub_event_type", event.subType)
      json.member("reason", event.reason)
      json.member("cue", event.cue)
    }
  }

  private static func reasons(_ resolution: Resolution) -> [String] {
    switch resolution {
    case .resolved(let candidate, _): candidate.reasons
    case .ambiguous: ["several places are about equally likely"]
    case .unresolved(let reason): [reason]
    }
  }

  private mutating func place(_ place: Place) {
    object { json in
      json.member("id", place.id.text)
      json.member("name", place.name)
      json.member("latitude", place.position.latitude, places: 6)
      json.member("longitude", place.position.longitude, places: 6)
      json.member("country", place.country.isEmpty ? nil : place.country)
      json.member("kind", place.kind.rawValue)
    }
  }
}
