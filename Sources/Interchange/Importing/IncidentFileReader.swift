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
  private let source: Source
  private let encodingNote: String?

  private enum Source {
    case delimited(DelimitedIncidents)
    case features(FeatureIncidents)
  }

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
    try reading(InputWindow.opening(path), options: options)
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
    try reading(InputWindow(bytes, path: path), options: options)
  }

  private static func reading(
    _ window: InputWindow, options: ImportOptions
  ) throws(InterchangeError) -> IncidentFileReader {
    let input = try ImportedText(window, options: options)
    return IncidentFileReader(
      source: try Self.source(input, options: options), encodingNote: input.encodingNote)
  }

  private static func source(
    _ input: ImportedText, options: ImportOptions
  ) throws(InterchangeError) -> Source {
    switch options.format ?? input.format {
    case .delimited: .delimited(try DelimitedIncidents(input.window, options: options))
    case .geoJSON: .features(try FeatureIncidents(input.window, options: options))
    }
  }

  private init(source: Source, encodingNote: String?) {
    self.source = source
    self.encodingNote = encodingNote
  }

  /// The next row or feature; `nil` at the end.
  ///
  /// - Throws: ``InterchangeError/unreadable(path:reason:)`` where the medium fails, and
  ///   ``InterchangeError/malformed(path:problems:)`` where a GeoJSON text is broken beyond a feature.
  public mutating func next() throws(InterchangeError) -> ImportedRow? {
    switch source {
    case .delimited(let incidents): try incidents.next()
    case .features(let incidents): try incidents.next()
    }
  }

  /// Which column or property became which field, and which were ignored; of a GeoJSON file, as far as
  /// it was read.
  public var mapping: ColumnMapping {
    switch source {
    case .delimited(let incidents): incidents.mapping
    case .features(let incidents): incidents.mapping
    }
  }

  /// What was done to the file's bytes and values, for people: encoding, separator, day numbers.
  public var notes: [String] {
    let notes: [String] =
      switch source {
      case .delimited(let incidents): incidents.notes
      case .features(let incidents): incidents.notes
      }
    return (encodingNote.map { [$0] } ?? []) + notes
  }

  /// What the file is.
  public var format: IncidentFileFormat {
    if case .delimited = source { .delimited } else { .geoJSON }
  }

  /// The bytes read so far.
  public var bytesRead: Int {
    switch source {
    case .delimited(let incidents): incidents.bytesRead
    case .features(let incidents): incidents.bytesRead
    }
  }

  /// The bytes of the whole input; `nil` for a pipe.
  public var byteCount: Int? {
    switch source {
    case .delimited(let incidents): incidents.size
    case .features(let incidents): incidents.size
    }
  }
}
