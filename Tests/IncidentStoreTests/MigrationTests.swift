import Foundation
import GRDB
import IncidentModel
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Stores of older versions")
struct MigrationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A store as version 1 had it: without `imports`, with the identifier's index in the table.
  private func makeOldStore() throws {
    let store = try folder.makeStore()
    try store.replaceIncidents([Fixture.bare(1, at: Fixture.zvecan)], run: Fixture.run)
    try store.makeOld()
  }

  @Test func `one that is only read stays as it is`() throws {
    try makeOldStore()
    let before = try Data(contentsOf: URL(filePath: folder.path()))
    let store = try IncidentStore.open(at: folder.path())
    #expect(store.backup == nil)
    #expect(try store.incidents(within: .kilometers(1), of: Fixture.zvecan).count == 1)
    #expect(try store.info().version == 1)
    #expect(try Data(contentsOf: URL(filePath: folder.path())) == before)
  }

  @Test func `one that is written to is copied first and brought to today's version`() throws {
    try makeOldStore()
    let store = try IncidentStore.open(at: folder.path(), for: .writing(creating: false))
    let backup = try #require(store.backup)
    #expect(backup == folder.path("incidents.version-1.gpkg"))
    #expect(try IncidentStore.open(at: backup).info().version == 1)
    #expect(try store.info().version == 2)
    #expect(try store.info().problems == [])
    #expect(try store.count() == 1)
    let again = try IncidentStore.open(at: folder.path(), for: .writing(creating: false))
    #expect(again.backup == nil)
  }

  @Test func `a copy that is there already is not written over`() throws {
    try makeOldStore()
    let taken = folder.path("incidents.version-1.gpkg")
    try Data("mine".utf8).write(to: URL(filePath: taken))
    let store = try IncidentStore.open(at: folder.path(), for: .writing(creating: false))
    #expect(store.backup == folder.path("incidents.version-1-2.gpkg"))
    #expect(try Data(contentsOf: URL(filePath: taken)) == Data("mine".utf8))
  }

  @Test func `one that lacks an index is brought to today's version all the same`() throws {
    try makeOldStore()
    let old = try IncidentStore.open(at: folder.path())
    #expect(try old.imports() == [])
    let plain = try DatabaseQueue(path: folder.path())
    try plain.write { try $0.execute(sql: "DROP INDEX incidents_date") }
    try plain.close()
    #expect(try folder.makeStore().info().version == 2)
  }
}
