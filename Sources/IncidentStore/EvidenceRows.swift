internal import GRDB
internal import IncidentModel

/// The evidence of an incident as rows of three tables.
enum EvidenceRows {
  static let claims = DependentRows(
    table: "claims", parent: "incident",
    columns: [
      "report", "field", "value", "qualifier", "population", "attributed_to", "start", "end",
      "quote", "rule", "confidence",
    ])
  static let events = DependentRows(
    table: "incident_reports", parent: "incident", columns: ["report", "event_key"])
  static let merges = DependentRows(
    table: "merges", parent: "incident", columns: ["kept", "absorbed", "why"])

  /// The rows of each table, with the table.
  static func rows(
    of evidence: IncidentEvidence
  ) -> [(table: DependentRows, rows: [[DatabaseValue]])] {
    [
      (
        claims,
        evidence.claims.map { reported in
          let claim = reported.claim
          return [
            ReportWriter.number(ofReport: reported.report).databaseValue,
            claim.field.rawValue.databaseValue, claim.value.stored, claim.qualifier.stored,
            claim.population.stored, claim.attributedTo.stored,
            claim.range.lowerBound.databaseValue, claim.range.upperBound.databaseValue,
            claim.quote.stored, claim.rule.stored, claim.confidence.databaseValue,
          ]
        }
      ),
      (
        events,
        evidence.events.map { key in
          [
            ReportWriter.number(ofReport: key.report).databaseValue,
            key.description.databaseValue,
          ]
        }
      ),
      (
        merges,
        evidence.merges.map { merge in
          [
            merge.kept.description.databaseValue, merge.absorbed.description.databaseValue,
            merge.why.stored,
          ]
        }
      ),
    ]
  }

  /// Reads the evidence of an incident back.
  static func evidence(ofIncident id: String, in db: Database) throws -> IncidentEvidence {
    let owner = id.databaseValue
    let keys = try events.rows(of: owner, in: db).map { try key($0[1]) }
    let merges = try merges.rows(of: owner, in: db).map { row in
      Merge(
        kept: try key(row[0]), absorbed: try key(row[1]),
        why: String.fromDatabaseValue(row[2]) ?? "")
    }
    let claims = try claims.rows(of: owner, in: db).map { row in
      ReportedClaim(report: try sha256(ofReport: row[0], in: db), claim: try claim(row))
    }
    return IncidentEvidence(events: keys, claims: claims, merges: merges)
  }

  private static func claim(_ row: [DatabaseValue]) throws -> Claim {
    guard let field = String.fromDatabaseValue(row[1]).flatMap(ClaimField.init),
      let start = Int.fromDatabaseValue(row[6]), let end = Int.fromDatabaseValue(row[7]),
      start <= end
    else { throw DamagedValue() }
    let text = { (index: Int) in String.fromDatabaseValue(row[index]) }
    return Claim(
      field: field, value: text(2) ?? "", qualifier: text(3), population: text(4),
      attributedTo: text(5), range: start..<end, quote: text(8) ?? "", rule: text(9) ?? "",
      confidence: Double.fromDatabaseValue(row[10]) ?? 0)
  }

  private static func sha256(ofReport number: DatabaseValue, in db: Database) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT sha256 FROM reports WHERE id = ?")
    guard let sha256 = try String.fetchOne(statement, arguments: [number]) else {
      throw DamagedValue()
    }
    return sha256
  }

  private static func key(_ value: DatabaseValue) throws -> EventKey {
    guard let key = String.fromDatabaseValue(value).flatMap({ EventKey($0) }) else {
      throw DamagedValue()
    }
    return key
  }
}

/// A stored value that cannot have been written by us.
struct DamagedValue: Error {}
