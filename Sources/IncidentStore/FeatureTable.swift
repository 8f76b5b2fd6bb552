internal import GRDB
internal import IncidentModel
internal import SimpleFeatures

/// A table of points with a spatial index, registered as GeoPackage features.
struct FeatureTable {
  /// Its name.
  let name: String
  /// What people read for it.
  let title: String
  /// One sentence about it.
  let summary: String
  /// The declarations of its columns, the key and the geometry left out.
  let columns: [String]

  /// The table of incidents and the table of places.
  static let all = [incidents, places]

  /// One row an incident.
  static let incidents = FeatureTable(
    name: "incidents", title: "Incidents", summary: "What happened, one row an incident",
    columns: IncidentField.all.map { "\"\($0.name)\" \($0.type.sql)" })

  /// Makes the indexes of the incidents; they are not part of the table, so that they can be made after
  /// it is filled.
  ///
  /// That of the spans tells of one without its row. The last two hold only what is rare: what is known
  /// so vaguely that its position says little, and what was rejected.
  static func makeIncidentIndexes(in db: Database) throws {
    // Stores that began with version 1 have this one as a part of the table.
    let isIdentified =
      "SELECT EXISTS (SELECT 1 FROM pragma_index_list('incidents') WHERE origin = 'u')"
    if try Bool.fetchOne(db, sql: isIdentified) != true {
      try db.execute(
        sql: "CREATE UNIQUE INDEX IF NOT EXISTS incidents_id ON incidents (incident_id)")
    }
    try db.execute(
      sql: """
        CREATE INDEX IF NOT EXISTS incidents_span ON incidents (date_start, incident_id, date_end);
        CREATE INDEX IF NOT EXISTS incidents_wide ON incidents (uncertainty_m)
          WHERE uncertainty_m > \(Int(NearSearch.wide.value));
        CREATE INDEX IF NOT EXISTS incidents_rejected ON incidents (review_status)
          WHERE review_status = 'rejected';
        """)
  }

  /// One row a place where reports say that something happened.
  static let places = FeatureTable(
    name: "places", title: "Places", summary: "Places where reports say that something happened",
    columns: [
      "place_id TEXT NOT NULL UNIQUE", "name TEXT NOT NULL", "kind TEXT NOT NULL", "names TEXT",
      "country TEXT", "admin1 TEXT", "admin2 TEXT", "population INTEGER", "uncertainty_m REAL",
    ])

  /// The name of the R-tree over the geometries.
  var index: String { "rtree_\(name)_geom" }

  func create(in db: Database, at now: Instant) throws {
    let declarations = ["fid INTEGER PRIMARY KEY NOT NULL", "geom POINT"] + columns
    try db.execute(sql: "CREATE TABLE \(name) (\(declarations.joined(separator: ", ")))")
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change,
          srs_id) VALUES (?, 'features', ?, ?, ?, \(PointBlob.srsID))
        """, arguments: [name, title, summary, now.description])
    try db.execute(
      sql: """
        INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', \(PointBlob.srsID), 0, 0)
        """, arguments: [name])
    try db.execute(
      sql: """
        INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
          'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """, arguments: [name])
    try db.execute(sql: "CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy)")
    try db.execute(sql: triggers.joined(separator: ";\n"))
  }

  /// Loads much into the table without keeping its spatial index, which is packed anew at the end.
  ///
  /// - SeeAlso: ``PackedRTree``.
  func bulkLoad(in db: Database, _ load: () throws -> Void) throws {
    for suffix in Self.triggerSuffixes {
      try db.execute(sql: "DROP TRIGGER IF EXISTS \(index)_\(suffix)")
    }
    try load()
    var entries: [PackedRTree.Entry] = []
    try forEachPoint(in: db) { key, position in
      entries.append(PackedRTree.Entry(id: key, position: position))
    }
    try PackedRTree(index, in: db).replace(by: entries, in: db)
    try db.execute(sql: triggers.joined(separator: ";\n"))
  }

  /// Writes the box of all points, from their doubles, and the time of the change.
  func updateContents(in db: Database, at now: Instant) throws {
    var box: BoundingBox?
    try forEachPoint(in: db) { _, position in
      guard var enclosing = box else {
        box = BoundingBox(enclosing: [position])
        return
      }
      enclosing.west = min(enclosing.west, position.longitude)
      enclosing.east = max(enclosing.east, position.longitude)
      enclosing.south = min(enclosing.south, position.latitude)
      enclosing.north = max(enclosing.north, position.latitude)
      box = enclosing
    }
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET last_change = ?, min_x = ?, min_y = ?, max_x = ?, max_y = ?
        WHERE table_name = ?
        """,
      arguments: [now.description, box?.west, box?.south, box?.east, box?.north, name])
  }

  /// Calls a function for every row that has a point, in the order of the keys.
  private func forEachPoint(in db: Database, _ body: (Int64, Position) -> Void) throws {
    let rows = try RowCursor(db.makeStatement(sql: "SELECT fid, geom FROM \(name)"))
    while try rows.next() {
      if let position = rows.position(1) { body(Int64(rows.integer(0)), position) }
    }
  }

  private static let triggerSuffixes = [
    "insert", "update1", "update2", "update3", "update4", "delete",
  ]

  /// The triggers of GeoPackage 1.3 (annex F.3, table 47), as GDAL and QGIS write and expect them.
  private var triggers: [String] {
    let isPoint = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let isNone = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    let insert = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), \
      ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
      """
    let delete = "DELETE FROM \(index) WHERE id = OLD.fid;"
    let bodies = [
      "AFTER INSERT ON \(name) WHEN \(isPoint) BEGIN \(insert) END",
      "AFTER UPDATE OF geom ON \(name) WHEN OLD.fid = NEW.fid AND \(isPoint) BEGIN \(insert) END",
      "AFTER UPDATE OF geom ON \(name) WHEN OLD.fid = NEW.fid AND \(isNone) BEGIN \(delete) END",
      "AFTER UPDATE ON \(name) WHEN OLD.fid != NEW.fid AND \(isPoint) "
        + "BEGIN \(delete) \(insert) END",
      "AFTER UPDATE ON \(name) WHEN OLD.fid != NEW.fid AND \(isNone) "
        + "BEGIN DELETE FROM \(index) WHERE id IN (OLD.fid, NEW.fid); END",
      "AFTER DELETE ON \(name) WHEN OLD.geom NOTNULL BEGIN \(delete) END",
    ]
    return zip(Self.triggerSuffixes, bodies).map { "CREATE TRIGGER \(index)_\($0) \($1)" }
  }
}

extension FieldType {
  /// The type of a GeoPackage column (requirement 5).
  var sql: String {
    switch self {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    case .dateTime: "DATETIME"
    }
  }
}
