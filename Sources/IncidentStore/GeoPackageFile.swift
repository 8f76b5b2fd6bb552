internal import GRDB
public import SimpleFeatures

/// Geometries of anybody's GeoPackage: areas and lines that questions are asked for.
///
/// - SeeAlso: OGC 12-128r18, clause 2.1.
public enum GeoPackageFile {
  /// Every geometry of every feature table, in the order of tables and keys; empty ones are left out.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The geometries, in longitude and latitude.
  /// - Throws: ``StoreError/missing(path:)``, ``StoreError/unusableGeometries(path:reason:)`` where the file is no
  ///   GeoPackage, its tables are in another reference system than WGS 84, or a geometry is damaged;
  ///   ``StoreError/unreadable(path:reason:)``.
  public static func geometries(at path: String) throws(StoreError) -> [Geometry] {
    try reading(path, geometries)
  }

  /// Opens a file only to read it, and says what is wrong with it.
  static func reading<Value>(
    _ path: String, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      return try DatabaseQueue(path: path, configuration: configuration).read(body)
    } catch let error as NotReadable {
      throw .unusableGeometries(path: path, reason: error.reason)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Why a file cannot be used.
  struct NotReadable: Error {
    let reason: String
  }

  /// A feature table as the file describes it.
  struct Table {
    let name: String
    /// What people call it.
    let title: String
    /// The column of its geometries.
    let column: String
    /// The number of its reference system in the EPSG registry; `nil` for one of another registry.
    ///
    /// WGS 84 is 4326 also where it is called OGC:CRS84, whose axes are those of every GeoPackage, or
    /// where the file says nothing of the system 4326.
    let epsg: Int?

    /// The error of a table whose reference system is not read.
    var unusableSystem: NotReadable {
      NotReadable(
        reason: "its table \(name) is not in EPSG:4326; transform it first, as with "
          + "ogr2ogr -t_srs EPSG:4326")
    }
  }

  /// The feature tables of a file, by name.
  static func tables(in db: Database) throws -> [Table] {
    guard try db.tableExists("gpkg_geometry_columns") else {
      throw NotReadable(reason: "it has no feature tables")
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT g.table_name, g.column_name, c.identifier,
          CASE
            WHEN lower(s.organization) = 'epsg'
              THEN CAST(s.organization_coordsys_id AS INTEGER)
            WHEN upper(s.organization || ':' || s.organization_coordsys_id)
              IN ('OGC:CRS84', 'OGC:84') THEN 4326
            WHEN s.organization IS NULL AND g.srs_id = 4326 THEN 4326
          END
        FROM gpkg_geometry_columns AS g LEFT JOIN gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id
          LEFT JOIN gpkg_contents AS c ON c.table_name = g.table_name
        ORDER BY g.table_name
        """)
    return rows.compactMap { row in
      guard let name = row[0] as String?, let column = row[1] as String? else { return nil }
      let title = (row[2] as String?).flatMap { $0.isEmpty ? nil : $0 }
      return Table(name: name, title: title ?? name, column: column, epsg: row[3])
    }
  }

  private static func geometries(in db: Database) throws -> [Geometry] {
    var geometries: [Geometry] = []
    for table in try tables(in: db) {
      guard table.epsg == 4326 else { throw table.unusableSystem }
      let (name, column) = (table.name, table.column)
      let sql = "SELECT \(column.quotedDatabaseIdentifier) FROM \(name.quotedDatabaseIdentifier)"
      let rows = try RowCursor(db.makeStatement(sql: sql))
      var number = 0
      while try rows.next() {
        number += 1
        guard rows.type(0) == .blob else { continue }
        let bytes = rows.withBytes(0) { blob in blob.indices.map { blob[$0] } }
        do {
          if let geometry = try GeometryBlob.decode(bytes) { geometries.append(geometry) }
        } catch {
          throw NotReadable(reason: "the geometry of row \(number) of \(name) is damaged: \(error)")
        }
      }
    }
    return geometries
  }
}

/// A geometry as a GeoPackage stores it: a header of 8 bytes or more, then well-known binary.
enum GeometryBlob {
  /// The geometry; `nil` for an empty one.
  static func decode(_ bytes: [UInt8]) throws(WKBError) -> Geometry? {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50,
      let envelope = PointBlob.envelopeLength(bytes[3] >> 1 & 7), bytes.count >= 8 + envelope
    else { throw .truncated(offset: min(bytes.count, 8)) }
    guard bytes[3] & 0x10 == 0 else { return nil }
    let geometry = try WKB.decode(Array(bytes[(8 + envelope)...]))
    return geometry.positions.isEmpty ? nil : geometry
  }
}
