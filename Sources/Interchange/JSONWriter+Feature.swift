public import IncidentModel
internal import SimpleFeatures

extension JSONWriter {
  /// Writes an incident as one Feature with all its fields, those without a value too, and its
  /// evidence as a foreign member (RFC 7946 §6.1): `"evidence":[{"report","path","field","value",…}]`.
  ///
  /// - Parameters:
  ///   - documented: The incident and its evidence.
  ///   - paths: The path of each report by its SHA-256, where it came from a file.
  public mutating func feature(_ documented: DocumentedIncident, paths: [String: String]) {
    object { json in
      json.featureHead(documented.incident)
      json.key("properties")
      json.row(documented.incident)
      json.key("evidence")
      json.array { json in
        for claim in documented.evidence.claims { json.evidence(claim, paths: paths) }
      }
    }
  }

  /// Writes an incident as a flat object with all its fields.
  private mutating func row(_ incident: Incident) {
    var members =
      style == .compact ? Self.compactRow : JSONMembers(RowColumns(), style: style, depth: depth)
    incident.send(RowColumns.allFields, to: &members)
    raw(members.cells.buffer.bytes)
  }

  private static let compactRow = JSONMembers(RowColumns())

  fileprivate mutating func evidence(_ reported: ReportedClaim, paths: [String: String]) {
    let claim = reported.claim
    object { json in
      json.member("report", reported.report)
      json.member("path", paths[reported.report])
      json.member("field", claim.field.rawValue)
      json.member("value", claim.value)
      json.member("qualifier", claim.qualifier)
      json.member("population", claim.population)
      json.member("attributed_to", claim.attributedTo)
      json.member("start", claim.range.lowerBound)
      json.member("end", claim.range.upperBound)
      json.member("quote", claim.quote)
      json.member("rule", claim.rule)
      json.member("confidence", claim.confidence, places: 3)
    }
  }

  fileprivate mutating func featureHead(_ incident: Incident) {
    member("type", "Feature")
    member("id", incident.id)
    key("geometry")
    guard let position = incident.writtenPosition else { return null() }
    object { json in
      json.member("type", "Point")
      json.key("coordinates")
      json.array { json in
        json.number(position.longitude, places: 6)
        json.number(position.latitude, places: 6)
      }
    }
  }
}

extension Incident {
  /// The position as it is written, or `nil` where there is none on the globe.
  fileprivate var writtenPosition: Position? {
    guard let position, position.isValid else { return nil }
    return position.rounded(places: CoordinatePlaces.forUncertainty(uncertainty))
  }
}
