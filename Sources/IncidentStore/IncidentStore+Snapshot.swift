internal import FoundationEssentials
internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension IncidentStore {
  /// Writes a compact copy of the store, safe to send.
  ///
  /// The copy is made beside the file and then gets its name: a reader never sees half a copy, and a
  /// failure leaves what was there. Links are followed.
  ///
  /// - Parameters:
  ///   - path: Where the copy goes; an incident store that is there is replaced, never this one.
  ///   - overwritesOtherKinds: Whether a file of another kind is replaced too.
  /// - Throws: ``StoreError/wouldOverwrite(path:reason:)``, ``StoreError/locked(path:)`` where a
  ///   program has the other store open, ``StoreError/cannotCreate(path:reason:)``, or a failure of
  ///   this store.
  public func writeSnapshot(
    to path: String, overwritesOtherKinds: Bool = false
  ) throws(StoreError) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    try checkIsFree(target, as: path, overwritesOtherKinds)
    let copy = "\(target).\(UUID().uuidString).partial"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
      }
    } catch {
      let error = StoreError(error, path: self.path)
      if case .unreadable(_, let reason) = error {
        throw .cannotCreate(path: path, reason: reason)
      }
      throw error
    }
    guard unsafe rename(copy, target) == 0 else {
      throw .cannotCreate(path: path, reason: "it cannot be replaced")
    }
  }

  private func checkIsFree(
    _ target: String, as path: String, _ overwritesOtherKinds: Bool
  ) throws(StoreError) {
    guard let file = Self.identity(of: target) else { return }
    guard file != Self.identity(of: self.path) else {
      throw .wouldOverwrite(path: path, reason: "is the store itself")
    }
    do {
      _ = try IncidentStore.open(at: target, for: .reading, patience: .zero)
    } catch .empty {
    } catch .locked {
      throw .locked(path: path)
    } catch {
      guard overwritesOtherKinds else {
        throw .wouldOverwrite(path: path, reason: "is not an incident store")
      }
    }
    // A journal that stays would be taken for the new file's.
    for suffix in ["-journal", "-wal"]
    where FileManager.default.fileExists(atPath: target + suffix) {
      throw .locked(path: path)
    }
  }

  /// The volume and the number of a file, which its links share.
  private static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
