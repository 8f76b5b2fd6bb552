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
    columns: IncidentField.all.map { field in
      "\"\(field.name)\" \(field.type.sql)\(field.name == "incident_id" ? " UNIQUE" : "")"
    })

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

  /// Loads much into the table with the index made at the end, which is twice as fast.
  func bulkLoad(in db: Database, _ load: () throws -> Void) throws {
    for suffix in Self.triggerSuffixes { try db.execute(sql: "DROP TRIGGER \(index)_\(suffix)") }
    try load()
    try db.execute(sql: "DELETE FROM \(index)")
    try db.execute(
      sql: """
        INSERT INTO \(index) SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom)
        FROM \(name) WHERE geom NOTNULL AND NOT ST_IsEmpty(geom) ORDER BY fid
        """)
    try db.execute(sql: triggers.joined(separator: ";\n"))
  }

  /// Writes the box of all points, from their doubles, and the time of the change.
  func updateContents(in db: Database, at now: Instant) throws {
    try db.execute(
      sql: """
        UPDATE gpkg_contents SET last_change = ?, (min_x, min_y, max_x, max_y) =
          (SELECT min(ST_MinX(geom)), min(ST_MinY(geom)), max(ST_MaxX(geom)), max(ST_MaxY(geom))
           FROM \(name)) WHERE table_name = ?
        """, arguments: [now.description, name])
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
