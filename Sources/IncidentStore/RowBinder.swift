internal import GRDB
internal import GRDBSQLite
internal import IncidentModel
internal import SimpleFeatures

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Puts rows into a table through SQLite's own functions, a value at a time.
///
/// - SeeAlso: https://www.sqlite.org/c3ref/bind_blob.html
@safe struct RowBinder {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Fills the parameters of a statement, the first of which has number 1.
  init(_ statement: Statement) {
    self.statement = statement
    unsafe handle = statement.sqliteStatement
  }

  func bindNull(_ parameter: Int) { unsafe sqlite3_bind_null(handle, Int32(parameter)) }

  func bind(integer: Int64, _ parameter: Int) {
    unsafe sqlite3_bind_int64(handle, Int32(parameter), integer)
  }

  func bind(real: Double, _ parameter: Int) {
    unsafe sqlite3_bind_double(handle, Int32(parameter), real)
  }

  /// A text as UTF-8, which is copied. SQLite would end it at a NUL, which becomes a space.
  func bind(text: Span<UInt8>, _ parameter: Int) {
    guard !text.hasZero else { return bind(text: text.replacingZeros().span, parameter) }
    _ = unsafe text.withUnsafeBufferPointer { bytes in
      // Without an address SQLite would take an empty text for none.
      guard let start = bytes.baseAddress else {
        return unsafe sqlite3_bind_text(handle, Int32(parameter), "", 0, Self.copying)
      }
      return unsafe sqlite3_bind_text(
        handle, Int32(parameter), UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self),
        Int32(bytes.count), Self.copying)
    }
  }

  /// Bytes, which are copied.
  func bind(blob: Span<UInt8>, _ parameter: Int) {
    _ = unsafe blob.withUnsafeBufferPointer { bytes in
      unsafe sqlite3_bind_blob(
        handle, Int32(parameter), bytes.baseAddress, Int32(bytes.count), Self.copying)
    }
  }

  /// Runs the statement with what was bound, which stays bound.
  func execute() throws {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// `SQLITE_TRANSIENT`, a macro that Swift does not import.
  private static var copying: sqlite3_destructor_type? {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

extension Span<UInt8> {
  fileprivate var hasZero: Bool {
    unsafe withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start, 0, bytes.count) != nil
    }
  }

  fileprivate func replacingZeros() -> [UInt8] {
    indices.map { self[$0] == 0 ? UInt8(ascii: " ") : self[$0] }
  }
}
