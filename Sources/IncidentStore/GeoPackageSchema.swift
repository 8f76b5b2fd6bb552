internal import GRDB
internal import IncidentModel

/// The store as a GeoPackage 1.3: what makes an SQLite file one, and the tables of ours in it.
///
/// See OGC 12-128r18; requirement numbers are its.
enum GeoPackageSchema {
  /// `GPKG` in ASCII (requirement 2).
  static let applicationID = 0x4750_4B47
  /// GeoPackage 1.3.0 (requirement 2).
  static let userVersion = 10_300
  /// The store's own version: what stands in ``versionTable``.
  static let version = 2
  /// The table of the store's own version.
  static let versionTable = "incidentmap_store"

  /// Makes everything in an empty file; part of one transaction.
  static func create(in db: Database, at now: Instant) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(userVersion)")
    try db.execute(sql: metadata)
    for system in referenceSystems {
      try db.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", arguments: system)
    }
    for table in FeatureTable.all { try table.create(in: db, at: now) }
    for table in AttributesTable.all { try table.create(in: db, at: now) }
    try FeatureTable.makeIncidentIndexes(in: db)
    try db.execute(sql: indexes)
    try db.execute(sql: "INSERT INTO \(versionTable) (id, version) VALUES (1, \(version))")
    try QGISStyle.insert(into: db, at: now)
  }

  /// Says in `gpkg_contents` that a table's content changed.
  static func touch(_ table: String, in db: Database, at now: Instant) throws {
    try db.execute(
      sql: "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?",
      arguments: [now.description, table])
  }

  private static let metadata = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    """

  /// The three rows of requirement 11.
  private static let referenceSystems: [StatementArguments] = [
    [
      "Undefined Cartesian SRS", -1, "NONE", -1, "undefined",
      "undefined Cartesian coordinate reference system",
    ],
    [
      "Undefined geographic SRS", 0, "NONE", 0, "undefined",
      "undefined geographic coordinate reference system",
    ],
    [
      "WGS 84 geodetic", 4326, "EPSG", 4326,
      """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],\
      PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
      """,
      "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid",
    ],
  ]

  private static let indexes = """
    CREATE INDEX report_sources_report ON report_sources (report);
    CREATE INDEX mentions_report ON mentions (report);
    CREATE INDEX events_report ON events (report);
    CREATE INDEX events_place ON events (place_id);
    CREATE INDEX claims_incident ON claims (incident);
    CREATE INDEX claims_report ON claims (report);
    CREATE INDEX incident_reports_incident ON incident_reports (incident);
    CREATE INDEX incident_reports_report ON incident_reports (report);
    CREATE INDEX merges_incident ON merges (incident);
    CREATE INDEX incident_aliases_incident ON incident_aliases (incident);
    """
}
