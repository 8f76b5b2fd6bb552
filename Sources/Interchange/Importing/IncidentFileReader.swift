/// Reads a file of incidents row by row, in constant memory: a spreadsheet as CSV and its kin, or
/// GeoJSON.
///
/// ```swift
/// var reader = try IncidentFileReader.open(path: "acled.csv")
/// while let row = try reader.next() {
///   if let incident = row.incident { … }
/// }
/// print(reader.mapping.mapped.count, reader.notes)
/// ```
///
/// Doubtful rows are values, with their problems; an error ends the reading.
public struct IncidentFileReader: ~Copyable {
  private var source: DelimitedIncidents

  /// Opens a file, `-` being the standard input, and recognises its columns.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-`.
  ///   - options: What the user says about it.
  /// - Returns: A reader before the first row.
  /// - Throws: ``InterchangeError/missing(path:)``, ``InterchangeError/unreadable(path:reason:)``,
  ///   or ``InterchangeError/malformed(path:problems:)`` where no incident can come out: no header, two
  ///   columns for one field, neither a position nor a place, dates whose order nothing tells.
  public static func open(
    path: String, options: ImportOptions = ImportOptions()
  ) throws(InterchangeError) -> IncidentFileReader {
    IncidentFileReader(
      source: try DelimitedIncidents(InputWindow.opening(path), options: options))
  }

  /// Reads a file that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What errors call it.
  ///   - options: What the user says about it.
  /// - Returns: A reader before the first row.
  /// - Throws: As ``open(path:options:)`` does.
  public static func reading(
    _ bytes: [UInt8], path: String, options: ImportOptions = ImportOptions()
  ) throws(InterchangeError) -> IncidentFileReader {
    IncidentFileReader(
      source: try DelimitedIncidents(InputWindow(bytes, path: path), options: options))
  }

  private init(source: consuming DelimitedIncidents) {
    self.source = source
  }

  /// The next row or feature; `nil` at the end.
  ///
  /// - Throws: ``InterchangeError/unreadable(path:reason:)`` where the medium fails, and
  ///   ``InterchangeError/malformed(path:problems:)`` where a GeoJSON text is broken beyond a feature.
  public mutating func next() throws(InterchangeError) -> ImportedRow? { try source.next() }

  /// Which column or property became which field, and which were ignored; of a GeoJSON file, as far as
  /// it was read.
  public var mapping: ColumnMapping { source.mapping }
  /// What was done to the file's bytes and values, for people: encoding, separator, day numbers.
  public var notes: [String] { source.notes }
  /// The bytes read so far.
  public var bytesRead: Int { source.bytesRead }
  /// The bytes of the whole input; `nil` for a pipe.
  public var byteCount: Int? { source.size }
}
