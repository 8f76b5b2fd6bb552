internal import GRDB
internal import GRDBSQLite
internal import SimpleFeatures

/// The rows of a statement, read column by column through SQLite's own functions.
///
/// GRDB makes a value of every column it hands out, which for a million rows of fifty columns costs
/// more than reading them.
///
/// - SeeAlso: https://www.sqlite.org/c3ref/column_blob.html
@safe struct RowCursor: ~Copyable {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Begins before the first row.
  init(_ statement: Statement, arguments: StatementArguments = StatementArguments()) throws {
    self.statement = statement
    unsafe handle = statement.sqliteStatement
    try statement.setArguments(arguments)
  }

  deinit { _ = unsafe sqlite3_reset(handle) }

  /// Steps to the next row; false after the last.
  func next() throws -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Begins anew with a key as the only argument.
  func restart(key: Int64) {
    _ = unsafe sqlite3_reset(handle)
    _ = unsafe sqlite3_bind_int64(handle, 1, key)
  }

  func isNull(_ column: Int) -> Bool { type(column) == .null }

  func integer(_ column: Int) -> Int { Int(unsafe sqlite3_column_int64(handle, Int32(column))) }

  func real(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  func text(_ column: Int) -> String {
    withBytes(column) { bytes in
      if let text = try? UTF8Span(validating: bytes) { return String(copying: text) }
      // SQLite keeps whatever bytes a program calls a text.
      return String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }

  /// The kind of a value as it is stored, whatever its column is declared as.
  enum Kind { case null, integer, real, text, blob }

  func type(_ column: Int) -> Kind {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// The bytes of a text or a blob, which last until the next step.
  func withBytes<Value>(
    _ column: Int, _ body: (Span<UInt8>) throws -> Value
  ) rethrows -> Value {
    let start = unsafe sqlite3_column_blob(handle, Int32(column))
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    let bytes = unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: unsafe start == nil ? 0 : count)
    return try unsafe body(bytes.span)
  }

  /// The position of a point's blob; `nil` for none.
  func position(_ column: Int) -> Position? {
    guard type(column) == .blob else { return nil }
    return withBytes(column) { PointBlob.decode($0) }
  }
}
