public import IncidentModel
internal import SimpleFeatures

/// Writes tables as GeoJSON; see ``GeoJSONRows``.
public struct GeoJSONWriter: Sendable {
  /// The collection's name, which becomes the layer's.
  public var name: String
  /// Whether columns without any value are written: readers can only guess their type.
  public var includesEmptyColumns: Bool

  /// Makes a writer of collections with a name.
  public init(name: String = "incidents", includesEmptyColumns: Bool = false) {
    self.name = name
    self.includesEmptyColumns = includesEmptyColumns
  }

  /// A FeatureCollection with `name` and `bbox`, a feature a line.
  public func featureCollection(_ table: IncidentTable) -> [UInt8] {
    var bytes: [UInt8] = []
    writeFeatureCollection(table) { bytes += $0 }
    return bytes
  }

  /// Hands out a FeatureCollection in pieces of about a mebibyte.
  public func writeFeatureCollection<Failure: Error>(
    _ table: IncidentTable, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try self.write(table, form: .collection(name: name), to: write)
  }

  /// A feature a line (GeoJSON text sequences without the record separators of RFC 8142).
  public func lines(_ table: IncidentTable) -> [UInt8] {
    var bytes: [UInt8] = []
    writeLines(table) { bytes += $0 }
    return bytes
  }

  /// Hands out a feature a line, in pieces of about a mebibyte.
  public func writeLines<Failure: Error>(
    _ table: IncidentTable, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try self.write(table, form: .lines, to: write)
  }

  private func write<Failure: Error>(
    _ table: IncidentTable, form: GeoJSONRows.Form, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let table = includesEmptyColumns ? table : table.withoutEmptyColumns
    try table.send(to: GeoJSONRows(table.columns, form: form), write)
  }
}

// MARK: - One feature with its evidence

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
