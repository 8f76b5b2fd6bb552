/// One reading of a gazetteer: where its places, faults and progress go.
final class ImportRun {
  /// How many first rows may be malformed before a file without a header is taken for another form.
  private static let trial = 50
  /// How many bytes are read between two calls of `progress`.
  private static let stride = 8 << 20

  /// What was passed over so far.
  private(set) var faults = ImportFaults()
  /// All bytes that will be read, where that is known.
  var total: Int?
  private let format: GazetteerFormat
  private let add: (Place) throws -> Void
  private let progress: (Int, Int?) -> Void
  private var soundRows = 0
  private var malformedRows = 0
  private var reported = 0
  private var finished = 0

  init(
    format: GazetteerFormat, add: @escaping (Place) throws -> Void,
    progress: @escaping (Int, Int?) -> Void
  ) {
    self.format = format
    self.add = add
    self.progress = progress
  }

  /// Hands a place over.
  func add(_ place: Place) throws { try add(place) }

  /// Counts a fault.
  func report(_ message: String, path: String, line: Int, column: Int) {
    faults.report(
      GazetteerError.Fault(path: path, line: line, column: column, message: message))
  }

  /// Counts a fault of a row.
  func report(_ fault: DelimitedRow.Fault, path: String, line: Int) {
    report(fault.message, path: path, line: line, column: fault.column)
  }

  /// Counts a feature of no use.
  func leaveOut(_ code: String) { faults.leaveOut(code) }

  /// Notes that a row has the form that the file was given as.
  func noteSound() { soundRows += 1 }

  /// Notes that a row has not.
  ///
  /// - Throws: ``GazetteerImportError/wrongForm(path:reason:)`` once too many have not.
  func noteMalformed(path: String) throws(GazetteerImportError) {
    malformedRows += 1
    if soundRows == 0, malformedRows == Self.trial { throw wrongForm(path: path) }
  }

  /// Checks at the end of a file that a row of it was sound.
  func requireSound(path: String) throws(GazetteerImportError) {
    if soundRows == 0, malformedRows > 0 { throw wrongForm(path: path) }
  }

  /// The error of a file that has no sound row.
  private func wrongForm(path: String) -> GazetteerImportError {
    let first = faults.listed.first
    let place = first.map { "; line \($0.line), column \($0.column): \($0.message)" } ?? ""
    return .wrongForm(
      path: path,
      reason: "is no \(format.name): none of its first \(malformedRows) lines can be read"
        + "\(place); expected: \(format.form)")
  }

  /// The error of a file that does not begin with the column names it must.
  func wrongHeader(path: String, lacks column: String? = nil) -> GazetteerImportError {
    let lack = column.map { "its first line names no column \($0)" } ?? "its first line is another"
    return .wrongForm(
      path: path, reason: "is no \(format.name): \(lack); expected: \(format.form)")
  }

  /// Adds a file to what will be read; its size is `nil` where it has none.
  func expect(_ size: Int?) { total = total.flatMap { total in size.map { total + $0 } } }

  /// Tells how much of the present file was read, at most every 8 MiB.
  func advance(to bytes: Int) {
    let now = finished + bytes
    guard now - reported >= Self.stride else { return }
    reported = now
    progress(now, total)
  }

  /// Tells that a file was read whole.
  func finish(_ bytes: Int) {
    finished += bytes
    reported = finished
    progress(finished, total)
  }
}
