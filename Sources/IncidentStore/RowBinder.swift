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
/// Texts and blobs are copied into one piece of memory for the row, where SQLite reads them when the
/// statement runs: left to itself it would allocate a copy of each.
///
/// - SeeAlso: https://www.sqlite.org/c3ref/bind_blob.html
@safe final class RowBinder {
  private let statement: Statement
  private let handle: OpaquePointer
  /// How many bytes of a row's texts and blobs are kept; longer texts SQLite copies itself.
  private static let room = 1 << 16
  /// The bytes of the row's texts and blobs.
  private let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 8)
  private var used = 0
  /// Which parameters are NULL, so that they need not be made so again.
  private var isNull: [Bool]

  /// Fills the parameters of a statement, the first of which has number 1.
  init(_ statement: Statement) {
    self.statement = statement
    unsafe handle = statement.sqliteStatement
    isNull = Array(repeating: true, count: Int(unsafe sqlite3_bind_parameter_count(handle)) + 1)
    _ = unsafe sqlite3_clear_bindings(handle)
  }

  deinit {
    // What was bound lies in memory that ends here.
    _ = unsafe sqlite3_clear_bindings(handle)
    unsafe bytes.deallocate()
  }

  func bindNull(_ parameter: Int) {
    guard !isNull[parameter] else { return }
    unsafe sqlite3_bind_null(handle, Int32(parameter))
    isNull[parameter] = true
  }

  func bind(integer: Int64, _ parameter: Int) {
    unsafe sqlite3_bind_int64(handle, Int32(parameter), integer)
    isNull[parameter] = false
  }

  func bind(real: Double, _ parameter: Int) {
    unsafe sqlite3_bind_double(handle, Int32(parameter), real)
    isNull[parameter] = false
  }

  /// A text as UTF-8. SQLite would end it at a NUL, which becomes a space.
  func bind(text: Span<UInt8>, _ parameter: Int) {
    guard !text.hasZero else { return bind(text: text.replacingZeros().span, parameter) }
    isNull[parameter] = false
    guard let kept = unsafe keep(text) else {
      _ = unsafe text.withUnsafeBufferPointer { bytes in
        let start = unsafe bytes.baseAddress.map { unsafe UnsafeRawPointer($0) }
        return unsafe sqlite3_bind_text(
          handle, Int32(parameter), start?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          Self.copying)
      }
      return
    }
    unsafe sqlite3_bind_text(
      handle, Int32(parameter), kept.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
  }

  /// Bytes, few.
  func bind(blob: Span<UInt8>, _ parameter: Int) {
    isNull[parameter] = false
    guard let kept = unsafe keep(blob) else { fatalError("a blob has few bytes") }
    unsafe sqlite3_bind_blob(handle, Int32(parameter), kept, Int32(blob.count), nil)
  }

  /// Copies bytes to where they stay until the statement has run; `nil` where there is no room.
  private func keep(_ span: Span<UInt8>) -> UnsafeRawPointer? {
    guard used + span.count <= Self.room, let base = unsafe bytes.baseAddress else {
      return nil
    }
    let start = unsafe base + used
    unsafe span.withUnsafeBytes { source in
      guard let address = source.baseAddress else { return }
      unsafe start.copyMemory(from: address, byteCount: source.count)
    }
    used += span.count
    return UnsafeRawPointer(start)
  }

  /// Runs the statement with what was bound, which stays bound.
  func execute() throws {
    let code = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    used = 0
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
