internal import FoundationEssentials
internal import GRDB
public import IncidentModel
internal import Synchronization

/// The incidents, the reports they rest on, and the way from one to the other, in one OGC GeoPackage.
///
/// The file is the map: QGIS opens it styled and time-aware while programs use it. Every change is
/// one transaction, so that a program stopped at any moment leaves the store as it was before or as
/// it is after. A store may be used from several threads; it serves them one after the other.
///
/// ```swift
/// let store = try IncidentStore.open(at: "incidents.gpkg", for: .writing(creating: true))
/// try store.add(reports)
/// let changes = try store.replaceIncidents(incidents, run: run)
/// try store.incidents(near: NearQuery(.within(.kilometers(10)), of: leposavić))
/// ```
public final class IncidentStore: Sendable {
  /// What a store is opened for.
  public enum Access: Hashable, Sendable {
    /// Reading; the file is not changed, but for undoing what a stopped program left half-written.
    case reading
    /// Reading and writing; a missing file is made where `creating` says so.
    case writing(creating: Bool)
  }

  /// The path of the GeoPackage.
  public let path: String
  /// Where a copy of the store lies as it was before it was brought to today's version; `nil` where it
  /// had that version.
  public var backup: String? { migrated.withLock(\.self) }

  let queue: DatabaseQueue
  let migrated = Mutex<String?>(nil)
  let clock: @Sendable () -> Instant

  private init(path: String, queue: DatabaseQueue, clock: @escaping @Sendable () -> Instant) {
    self.path = path
    self.queue = queue
    self.clock = clock
  }

  /// Opens a store, or makes one.
  ///
  /// - Parameters:
  ///   - path: The GeoPackage's path.
  ///   - access: Whether to write, and whether to make a missing file.
  ///   - patience: How long each statement waits for a program that is writing.
  ///   - clock: What gives the times of `ingested_at`, `last_change` and the runs.
  /// - Returns: The store, its version checked.
  /// - Throws: ``StoreError/missing(path:)``, ``StoreError/empty(path:)``, ``StoreError/notAStore(path:reason:)``,
  ///   ``StoreError/newerVersion(path:version:supported:)``, ``StoreError/locked(path:)``,
  ///   ``StoreError/cannotCreate(path:reason:)``, ``StoreError/unreadable(path:reason:)``.
  ///
  /// A store of an older version is read as it is. Where it is opened for writing it is first copied
  /// beside itself, to ``backup``, then brought to today's version in one transaction.
  public static func open(
    at path: String, for access: Access = .reading, patience: Duration = .seconds(5),
    clock: @escaping @Sendable () -> Instant = systemClock
  ) throws(StoreError) -> IncidentStore {
    let isNew = !FileManager.default.fileExists(atPath: path)
    if isNew, access != .writing(creating: true) { throw .missing(path: path) }
    do {
      let queue = try queue(at: path, for: access, patience)
      let store = IncidentStore(path: path, queue: queue, clock: clock)
      if access == .writing(creating: true) { try store.createIfEmpty() }
      let version = try store.checkedVersion()
      if access != .reading {
        try store.leaveWriteAheadLog()
        try store.migrate(from: version)
      }
      return store
    } catch {
      let error = StoreError(error, path: path)
      if isNew, case .unreadable(_, let reason) = error {
        throw .cannotCreate(path: path, reason: reason)
      }
      throw error
    }
  }

  /// The system's time, to the second.
  public static func systemClock() -> Instant {
    Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
  }

  // MARK: - One transaction each

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(body) } catch { throw StoreError(error, path: path) }
  }

  // MARK: - Opening

  private static func queue(
    at path: String, for access: Access, _ patience: Duration
  ) throws -> DatabaseQueue {
    let connect = { (access: Access) in
      let configuration = configuration(access, patience)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
      return queue
    }
    do {
      return try connect(access)
    } catch DatabaseError.SQLITE_READONLY where access == .reading {
      // A program was stopped while writing: only a connection that may write undoes its part.
      try connect(.writing(creating: false)).close()
      return try connect(access)
    }
  }

  private static func configuration(_ access: Access, _ patience: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(patience / .seconds(1))
    configuration.prepareDatabase { db in
      for function in SpatialFunctions.all { db.add(function: function) }
    }
    return configuration
  }

  private func createIfEmpty() throws {
    let isEmpty = try queue.read { try Int.fetchOne($0, sql: "PRAGMA schema_version") == 0 }
    guard isEmpty else { return }
    let now = clock()
    try queue.write { db in
      if try Int.fetchOne(db, sql: "PRAGMA schema_version") == 0 {
        try GeoPackageSchema.create(in: db, at: now)
      }
    }
  }

  private func checkedVersion() throws -> Int {
    try queue.read { db in
      if try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 { throw StoreError.empty(path: path) }
      guard try Int.fetchOne(db, sql: "PRAGMA application_id") == GeoPackageSchema.applicationID
      else { throw StoreError.notAStore(path: path, reason: "it is no GeoPackage") }
      guard try db.tableExists(GeoPackageSchema.versionTable),
        let version = try Int.fetchOne(
          db, sql: "SELECT max(version) FROM \(GeoPackageSchema.versionTable)")
      else { throw StoreError.notAStore(path: path, reason: "another program made it") }
      guard version <= GeoPackageSchema.version else {
        throw StoreError.newerVersion(
          path: path, version: version, supported: GeoPackageSchema.version)
      }
      return version
    }
  }

  /// A program that edited the file may have left it in write-ahead mode, which puts files beside it.
  private func leaveWriteAheadLog() throws {
    try queue.writeWithoutTransaction { db in
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "delete" {
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
    }
  }
}
