internal import GRDB
internal import IncidentModel

/// A table without geometry, registered as GeoPackage attributes: the evidence, and the store's own.
struct AttributesTable {
  /// Its name.
  let name: String
  /// One sentence about it.
  let summary: String
  /// The declarations of its columns, the key `id` left out.
  let columns: String
  /// Statements that belong to it.
  var addition = ""

  func create(in db: Database, at now: Instant) throws {
    try db.execute(
      sql: "CREATE TABLE \(name) (id INTEGER PRIMARY KEY NOT NULL, \(columns)); \(addition)")
    try Self.register(name, summary: summary, in: db, at: now)
  }

  static func register(
    _ name: String, summary: String, in db: Database, at now: Instant
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES (?, 'attributes', ?, ?, ?)
        """, arguments: [name, name, summary, now.description])
  }

  /// What hangs on an incident goes with it, so that any program can delete one.
  private static let ofIncident =
    "REFERENCES incidents (incident_id) ON UPDATE CASCADE ON DELETE CASCADE"

  /// The spreadsheets that were taken in; the rows of each have keys side by side.
  static let imports = AttributesTable(
    name: "imports", summary: "The spreadsheets that incidents were imported from",
    columns: """
      path TEXT, sha256 TEXT, form TEXT NOT NULL, columns TEXT NOT NULL, first_fid INTEGER NOT NULL,
      last_fid INTEGER NOT NULL, program_version TEXT NOT NULL, at DATETIME NOT NULL
      """)

  /// All of them, those that others refer to first.
  ///
  /// Offsets are UTF-8 bytes into the report's text, half open.
  static let all = [
    AttributesTable(
      name: GeoPackageSchema.versionTable, summary: "The version of this store's tables",
      columns: "version INTEGER NOT NULL"),
    AttributesTable(
      name: "reports", summary: "The texts that tell of incidents",
      columns: """
        sha256 TEXT NOT NULL UNIQUE, path TEXT, external_id TEXT, url TEXT, publisher TEXT,
        title TEXT, published_on DATE, published_basis TEXT, language TEXT NOT NULL,
        text TEXT NOT NULL, ingested_at DATETIME NOT NULL
        """),
    AttributesTable(
      name: "report_sources", summary: "Every way in which a report came",
      columns: """
        report INTEGER NOT NULL REFERENCES reports (id), path TEXT, external_id TEXT, url TEXT,
        publisher TEXT, title TEXT, published_on DATE, published_basis TEXT
        """),
    AttributesTable(
      name: "mentions", summary: "The place names in the reports and what they stand for",
      columns: """
        report INTEGER NOT NULL REFERENCES reports (id), "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL, surface TEXT NOT NULL, role TEXT NOT NULL, drop_reason TEXT,
        status TEXT NOT NULL, place_id TEXT, score REAL, reasons TEXT, alternatives TEXT
        """),
    AttributesTable(
      name: "events", summary: "What each report says happened",
      columns: """
        event_key TEXT NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (id),
        place_id TEXT, body TEXT NOT NULL
        """),
    AttributesTable(
      name: "claims", summary: "The statements an incident rests on, with their quotes",
      columns: """
        incident TEXT NOT NULL \(ofIncident),
        report INTEGER NOT NULL REFERENCES reports (id), field TEXT NOT NULL,
        value TEXT NOT NULL, qualifier TEXT, population TEXT, attributed_to TEXT,
        "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
        rule TEXT NOT NULL, confidence REAL NOT NULL
        """),
    AttributesTable(
      name: "incident_reports", summary: "Which report tells of which incident, in which event",
      columns: """
        incident TEXT NOT NULL \(ofIncident),
        report INTEGER NOT NULL REFERENCES reports (id), event_key TEXT NOT NULL
        """),
    AttributesTable(
      name: "merges", summary: "Why events were taken as one incident",
      columns: """
        incident TEXT NOT NULL \(ofIncident), kept TEXT NOT NULL, absorbed TEXT NOT NULL,
        why TEXT NOT NULL
        """),
    AttributesTable(
      name: "incident_aliases", summary: "Other identifiers that lead to an incident",
      columns: """
        alias TEXT NOT NULL UNIQUE, incident TEXT NOT NULL \(ofIncident)
        """),
    AttributesTable(
      name: WrittenIncidents.table, summary: "The incidents as the program last wrote them",
      columns: "incident TEXT NOT NULL UNIQUE, content TEXT NOT NULL"),
    AttributesTable(
      name: "reviews", summary: "What people decided, in the order they did; only added to",
      columns: """
        target TEXT NOT NULL, field TEXT NOT NULL, value TEXT, author TEXT,
        at DATETIME NOT NULL, why TEXT, previous TEXT, events TEXT
        """,
      addition: """
        CREATE TRIGGER reviews_stay_unchanged BEFORE UPDATE ON reviews
        BEGIN SELECT RAISE(ABORT, 'reviews are only added to'); END;
        CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews
        BEGIN SELECT RAISE(ABORT, 'reviews are only added to'); END;
        """),
    imports,
    AttributesTable(
      name: "runs", summary: "What the incidents were computed with",
      columns: """
        program_version TEXT NOT NULL, rules TEXT NOT NULL, gazetteer TEXT NOT NULL,
        inputs TEXT NOT NULL, options TEXT NOT NULL, at DATETIME NOT NULL
        """),
  ]
}
