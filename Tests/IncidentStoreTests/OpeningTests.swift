import Foundation
import IncidentModel
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Opening, locking and failing")
struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func error(_ access: IncidentStore.Access, at path: String) -> StoreError? {
    do throws(StoreError) {
      _ = try IncidentStore.open(at: path, for: access, patience: .zero)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a missing store is made only where that is asked for`() throws {
    let path = folder.path()
    #expect(error(.reading, at: path) == .missing(path: path))
    #expect(error(.writing(creating: false), at: path) == .missing(path: path))
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(error(.writing(creating: true), at: path) == nil)
    #expect(error(.reading, at: path) == nil)
  }

  @Test func `a store in a missing folder cannot be made`() {
    let path = folder.path("none/incidents.gpkg")
    guard case .cannotCreate(path, _) = error(.writing(creating: true), at: path) else {
      Issue.record("no error, or another")
      return
    }
  }

  @Test func `a file that is no database is refused and left alone`() throws {
    let path = folder.path()
    let text = Data(String(repeating: "incident_id,event_type\n", count: 100).utf8)
    try text.write(to: URL(filePath: path))
    for access in [IncidentStore.Access.reading, .writing(creating: true)] {
      #expect(
        error(access, at: path) == .notAStore(path: path, reason: "it is no SQLite database"))
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
  }

  @Test func `a database that is no GeoPackage is refused`() throws {
    let path = folder.path()
    try folder.makeStore().rows("PRAGMA application_id = 0")
    #expect(
      error(.writing(creating: true), at: path)
        == .notAStore(path: path, reason: "it is no GeoPackage"))
  }

  @Test func `a GeoPackage that another program made is refused`() throws {
    let path = folder.path()
    try folder.makeStore().rows("DROP TABLE incidentmap_store")
    #expect(
      error(.writing(creating: true), at: path)
        == .notAStore(path: path, reason: "another program made it"))
  }

  @Test func `a store of a newer version is refused`() throws {
    let path = folder.path()
    try folder.makeStore().rows("UPDATE incidentmap_store SET version = 3")
    #expect(error(.reading, at: path) == .newerVersion(path: path, version: 3, supported: 2))
  }

  @Test func `an empty file is no store, but becomes one where that is asked for`() throws {
    let path = folder.path()
    try Data().write(to: URL(filePath: path))
    #expect(error(.reading, at: path) == .empty(path: path))
    #expect(error(.writing(creating: false), at: path) == .empty(path: path))
    #expect(error(.writing(creating: true), at: path) == nil)
    #expect(error(.reading, at: path) == nil)
  }

  @Test func `a store that is being written is locked, and unchanged until it is done`() throws {
    let store = try folder.makeStore()
    let other = try folder.makeStore()
    let reader = try IncidentStore.open(at: folder.path(), patience: .zero)
    let locked = StoreError.locked(path: folder.path())
    try store.write { db in
      _ = try db.texts("DELETE FROM gpkg_extensions")
      #expect(throws: locked) { try other.add([Fixture.report("one")]) }
      #expect(throws: locked) { try other.replaceIncidents([], run: Fixture.run) }
      #expect(try reader.count() == 0)
    }
    try other.add([Fixture.report("one")])
    #expect(try reader.knownReports().count == 1)
  }

  @Test func `a transaction that is never finished leaves the store as it was`() throws {
    struct Stop: Error {}
    let store = try folder.makeStore()
    try store.add([Fixture.report("one")])
    let before = try store.dump()
    #expect(throws: StoreError.self) {
      try store.write { db in
        _ = try db.texts("DELETE FROM mentions")
        _ = try db.texts("UPDATE reports SET text = ''")
        throw Stop()
      }
    }
    #expect(try store.dump() == before)
  }

  @Test func `a copy of a half-written file with its journal recovers the state before`() throws {
    let store = try folder.makeStore()
    let reports = (0..<40).map { Fixture.report(String(repeating: "\($0) ", count: 2000)) }
    try store.add(reports)
    let before = try store.dump()
    let sound = try Data(contentsOf: URL(filePath: folder.path()))
    let (copy, second) = (folder.path("copy.gpkg"), folder.path("second.gpkg"))
    try store.write { db in
      _ = try db.texts("PRAGMA cache_size = 1")
      _ = try db.texts("PRAGMA cache_spill = 1")
      _ = try db.texts("UPDATE reports SET text = ''")
      _ = try db.texts("DELETE FROM mentions")
      for suffix in ["", "-journal"] {
        for target in [copy, second] {
          try FileManager.default.copyItem(
            atPath: folder.path() + suffix, toPath: target + suffix)
        }
      }
    }
    #expect(try store.dump() != before)
    #expect(try Data(contentsOf: URL(filePath: copy)) != sound)
    let recovered = try IncidentStore.open(at: copy, for: .writing(creating: false))
    #expect(try recovered.dump() == before)
    let reader = try IncidentStore.open(at: second, for: .reading)
    #expect(try reader.reports().map(\.text) == recovered.reports().map(\.text))
    #expect(try Data(contentsOf: URL(filePath: second)) == sound)
  }

  @Test func `a full disk is said to be full and changes nothing`() throws {
    let store = try folder.makeStore()
    let before = try store.dump()
    let pages = try #require(store.column("PRAGMA page_count").first ?? nil)
    try store.rows("PRAGMA max_page_count = \(pages)")
    let large = Fixture.report(String(repeating: "a", count: 100_000))
    #expect(throws: StoreError.full(path: folder.path())) { try store.add([large]) }
    #expect(try store.dump() == before)
  }

  @Test func `a store opened for reading is not written`() throws {
    _ = try folder.makeStore()
    let reader = try IncidentStore.open(at: folder.path())
    #expect(throws: StoreError.readOnly(path: folder.path())) {
      try reader.add([Fixture.report("one")])
    }
    #expect(try reader.info().reports == 0)
  }

  /// The form of `/proc/locks` is that of proc_locks(5).
  @Test func `who holds a lock is read from the system's list`() {
    let locks = """
      1: POSIX  ADVISORY  WRITE 4711 fe:00:131075 1073741824 1073742335
      1: -> POSIX  ADVISORY  WRITE 9 fe:00:131075 0 EOF
      2: FLOCK  ADVISORY  WRITE 12 fe:00:131075 0 EOF
      3: POSIX  ADVISORY  READ  4710 fe:00:131075 1073741826 1073742335
      4: POSIX  ADVISORY  WRITE 13 fe:00:131076 0 EOF
      5: OFDLCK ADVISORY  READ  -1 00:06:131075 0 EOF
      6: nonsense
      """
    #expect(LockHolders.processes(in: locks, lockingInode: 131_075) == [4710, 4711])
    #expect(LockHolders.processes(in: "", lockingInode: 131_075) == [])
  }

  @Test func `a store left in write-ahead mode is brought back`() throws {
    _ = try folder.makeStore()
    let file = URL(filePath: folder.path())
    var bytes = try Data(contentsOf: file)
    bytes[18] = 2  // the versions of the format for writing and reading: write-ahead log
    bytes[19] = 2
    try bytes.write(to: file)
    #expect(try folder.makeStore().column("PRAGMA journal_mode") == ["delete"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["incidents.gpkg"])
  }

  @Test func `a snapshot is a store of the same content`() throws {
    let store = try folder.makeStore()
    let report = Fixture.report("one")
    try store.add([report])
    try store.replaceIncidents(
      [Fixture.incident(of: report.events.map(\.key))], run: Fixture.run)
    let path = folder.path("copy.gpkg")
    try store.writeSnapshot(to: path)
    let copy = try IncidentStore.open(at: path, for: .writing(creating: false))
    #expect(try copy.dump() == store.dump())
    #expect(try copy.info().problems == [])
  }

  @Test func `a snapshot replaces an older one, and an empty file`() throws {
    let store = try folder.makeStore()
    let path = folder.path("copy.gpkg")
    try Data().write(to: URL(filePath: path))
    try store.writeSnapshot(to: path)
    try store.add([Fixture.report("one")])
    try store.writeSnapshot(to: path)
    #expect(try IncidentStore.open(at: path).knownReports().count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["copy.gpkg", "incidents.gpkg"])
  }

  @Test func `a snapshot is never written over the store itself, by whatever name`() throws {
    let store = try folder.makeStore()
    let (symbolic, hard) = (folder.path("symbolic.gpkg"), folder.path("hard.gpkg"))
    try FileManager.default.createSymbolicLink(
      atPath: symbolic, withDestinationPath: "incidents.gpkg")
    try FileManager.default.linkItem(atPath: folder.path(), toPath: hard)
    for path in [folder.path(), symbolic, hard] {
      #expect(throws: StoreError.wouldOverwrite(path: path, reason: "is the store itself")) {
        try store.writeSnapshot(to: path, overwritesOtherKinds: true)
      }
    }
    #expect(try store.info().problems == [])
  }

  @Test func `a snapshot replaces a file of another kind only where that is asked for`() throws {
    let store = try folder.makeStore()
    let path = folder.path("notes.gpkg")
    let text = Data("not a database, and longer than a header of one would have to be".utf8)
    try text.write(to: URL(filePath: path))
    #expect(throws: StoreError.wouldOverwrite(path: path, reason: "is not an incident store")) {
      try store.writeSnapshot(to: path)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
    try store.writeSnapshot(to: path, overwritesOtherKinds: true)
    #expect(try IncidentStore.open(at: path).dump() == store.dump())
  }

  @Test func `a snapshot does not replace a store that another program has open`() throws {
    let store = try folder.makeStore()
    let other = try folder.makeStore("copy.gpkg")
    let path = folder.path("copy.gpkg")
    try other.rows("DELETE FROM layer_styles")
    try other.write { db in
      _ = try db.texts("DELETE FROM gpkg_extensions")
      #expect(throws: StoreError.locked(path: path)) { try store.writeSnapshot(to: path) }
    }
    #expect(try other.column("SELECT count(*) FROM layer_styles") == ["0"])
  }

  @Test func `what a store holds is counted`() throws {
    let store = try folder.makeStore()
    #expect(try store.info().incidents == 0)
    #expect(try store.info().latestRun == nil)
    try store.add([Fixture.report("one"), Fixture.report("two", offsets: [0, 7])])
    try store.replaceIncidents(
      [
        Fixture.bare(1, at: Fixture.zvecan, type: .accidents, date: Fixture.span("2023-05-29")),
        Fixture.bare(2, at: nil, type: .battles, date: Fixture.span("2022-01-01", "2024-12-31")),
        Fixture.bare(3, at: nil, type: .accidents),
      ], run: Fixture.run)
    let info = try store.info()
    #expect(info.version == 2)
    #expect(info.latestRun == Fixture.run)
    #expect(info.incidents == 3)
    #expect(info.locatedIncidents == 1)
    #expect(info.types.map(\.type) == [.battles, .accidents])
    #expect(info.types.map(\.incidents) == [1, 2])
    #expect(info.firstDay == CalendarDate("2022-01-01"))
    #expect(info.lastDay == CalendarDate("2024-12-31"))
    #expect(info.reports == 2)
    #expect(info.mentions == 2)
    #expect(info.unresolvedMentions == 0)
    #expect(info.events == 3)
    #expect(info.publishers.map(\.publisher) == ["Agency"])
    #expect(info.publishers.map(\.reports) == [2])
    #expect(info.problems == [])
  }

  @Test func `descriptions name the store and never a report's text or path`() {
    let errors: [StoreError] = [
      .missing(path: "a.gpkg"), .empty(path: "a.gpkg"),
      .wouldOverwrite(path: "a.gpkg", reason: "b"),
      .notAStore(path: "a.gpkg", reason: "it is no GeoPackage"),
      .newerVersion(path: "a.gpkg", version: 2, supported: 1), .locked(path: "a.gpkg"),
      .readOnly(path: "a.gpkg"), .full(path: "a.gpkg"),
      .cannotCreate(path: "a.gpkg", reason: "b"), .unreadable(path: "a.gpkg", reason: "b"),
      .fault(path: "a.gpkg", reason: "b"),
    ]
    for error in errors {
      #expect(error.description.contains("a.gpkg"))
      #expect(!error.description.contains("\n"))
    }
  }
}
