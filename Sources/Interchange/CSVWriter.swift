/// Writes tables as CSV, every column in every file; see ``CSVRows``.
public struct CSVWriter: Sendable {
  /// Whether a row of HXL tags follows the header.
  public var includesHXLTags: Bool

  /// Makes a writer.
  public init(includesHXLTags: Bool = false) {
    self.includesHXLTags = includesHXLTags
  }

  /// The whole file.
  public func bytes(of table: IncidentTable) -> [UInt8] {
    table.bytes(CSVRows(table.columns, includesHXLTags: includesHXLTags))
  }

  /// Hands out the file in pieces of about a mebibyte.
  public func write<Failure: Error>(
    _ table: IncidentTable, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try table.send(to: CSVRows(table.columns, includesHXLTags: includesHXLTags), write)
  }
}
