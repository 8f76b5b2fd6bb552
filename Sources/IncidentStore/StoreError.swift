internal import GRDB

/// What can go wrong with a store, in words for its user.
///
/// Descriptions name the store's path, never a report's path or text.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no file at the path, and none was to be made.
  case missing(path: String)
  /// The file holds nothing, as a program leaves it that was stopped before its first transaction.
  case empty(path: String)
  /// The file is no incident store.
  case notAStore(path: String, reason: String)
  /// A newer version of the program made the store.
  case newerVersion(path: String, version: Int, supported: Int)
  /// Another program is writing; its name and number where the system tells.
  case locked(path: String, by: String? = nil)
  /// The file, or its folder, may not be written.
  case readOnly(path: String)
  /// The disk is full.
  case full(path: String)
  /// Something else has the name of the file that was to be made.
  case wouldOverwrite(path: String, reason: String)
  /// The file could not be made.
  case cannotCreate(path: String, reason: String)
  /// Reading or writing failed, or the file is damaged.
  case unreadable(path: String, reason: String)
  /// A file of areas or lines cannot be used.
  case unusableGeometries(path: String, reason: String)
  /// Several incidents' identifiers begin like this; some of them are listed, in order.
  case ambiguousIdentifier(String, candidates: [String])
  /// No incident is called, or was ever called, like this.
  case unknownIncident(String)
  /// A decision cannot be made about an incident.
  case undecidable(incident: String, reason: String)
  /// There is no decision of this number to take back; without a number, none at all.
  case noDecision(Int?)
  /// An incident's evidence names a report that the store does not hold.
  case unknownReport(sha256: String, incident: String)
  /// A position is not finite or outside the ranges of longitude and latitude.
  case invalidPosition(of: String)
  /// SQLite refused something that should have worked: a fault of ours.
  case fault(path: String, reason: String)
}

extension StoreError: CustomStringConvertible {
  /// What happened, where, and what to do, in one line.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no incident store at \(path); read reports into one first, or name another"
    case .empty(let path):
      "\(path) is empty, there is no incident in it yet; read reports into it first"
    case .notAStore(let path, let reason):
      "\(path) is not an incident store: \(reason); name another file"
    case .newerVersion(let path, let version, let supported):
      "\(path) has version \(version) of the store, this program knows versions up to "
        + "\(supported); use a newer program"
    case .locked(let path, let program):
      "\(path) is locked by \(program ?? "another program"); end its editing, or try again later"
    case .readOnly(let path):
      "\(path) may not be written; check the permissions of the file and its folder"
    case .full(let path):
      "the disk that holds \(path) is full; nothing was changed, make room and try again"
    case .wouldOverwrite(let path, let reason):
      "\(path) is there and \(reason); choose another name"
    case .cannotCreate(let path, let reason):
      "\(path) could not be made: \(reason); check its folder"
    case .unreadable(let path, let reason):
      "\(path) could not be read or written: \(reason)"
    case .unusableGeometries(let path, let reason): "\(path) cannot be used: \(reason)"
    case .ambiguousIdentifier(let prefix, let candidates):
      "several incidents' identifiers begin with \(prefix): "
        + candidates.joined(separator: ", ") + "; give more digits"
    case .unknownIncident(let identifier):
      "no incident is called \(identifier); `incidentmap export - --format csv` lists all"
    case .undecidable(let incident, let reason): "\(incident): \(reason)"
    case .noDecision(nil): "there is no decision to take back"
    case .noDecision(let number?):
      "there is no decision \(number) that holds; `incidentmap review list` lists them"
    case .unknownReport(let sha256, let incident):
      "incident \(incident) rests on report \(sha256.prefix(12)), which the store does not hold; "
        + "add the report first"
    case .invalidPosition(let identifier):
      "\(identifier) has a position that is not on the globe; correct its longitude and latitude"
    case .fault(let path, let reason):
      "an internal fault while using \(path): \(reason)"
    }
  }
}

extension StoreError {
  /// Says in our words what SQLite reported; SQLite's message names tables, never values.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    default: self = .unreadable(path: path, reason: "a stored value is damaged")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .locked(path: path, by: LockHolders.description(of: path))
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path, reason: "it is no SQLite database")
    case .SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_IOERR:
      self = .unreadable(path: path, reason: reason)
    default: self = .fault(path: path, reason: reason)
    }
  }
}
