/// Reads places out of a published gazetteer, row by row, within memory that does not grow with the
/// file.
///
/// ```swift
/// let importer = GazetteerImporter(format: .geonames)
/// let faults = try importer.read(path: "cities500.txt") { place in … }
/// ```
///
/// A row that cannot be read is counted and passed over. Not a check of identities: a file that has
/// one twice gives two places.
public struct GazetteerImporter: Sendable {
  /// What the file is.
  public var format: GazetteerFormat
  /// The path of `alternateNamesV2.txt`, for GeoNames dumps; its names have languages.
  public var alternateNames: String?
  /// The path of `admin1CodesASCII.txt`, for GeoNames dumps.
  public var admin1Codes: String?
  /// The path of `admin2Codes.txt`, for GeoNames dumps.
  public var admin2Codes: String?
  /// The country of places for which a table of Who's On First names none, ISO 3166-1 alpha-2.
  ///
  /// Some of these tables are of one country and do not say which. Empty by default.
  public var country = ""
  /// Where what is larger than memory is sorted: a folder with about the room of the input.
  ///
  /// The files in it have no names and are gone however the program ends.
  public var temporaryFolder: String

  /// Makes an importer; `temporaryFolder` is `$TMPDIR`, else `/tmp`, unless it is given.
  public init(
    format: GazetteerFormat, alternateNames: String? = nil, admin1Codes: String? = nil,
    admin2Codes: String? = nil, temporaryFolder: String? = nil
  ) {
    self.format = format
    self.alternateNames = alternateNames
    self.admin1Codes = admin1Codes
    self.admin2Codes = admin2Codes
    self.temporaryFolder = temporaryFolder ?? ImportFile.temporaryFolder
  }

  /// Calls `add` with each place, in the file's order.
  ///
  /// Places of a GNS file, and of a dump with alternate names, come by the remainder of their number
  /// divided by 64, and in the file's order where that is the same.
  ///
  /// - Parameters:
  ///   - path: The file, `-` being the standard input.
  ///   - add: Is given each place once; what it throws ends the reading.
  ///   - progress: Is told how many bytes were read and, for files, how many there are to read, each
  ///     reading of a file counted; at most every 8 MiB and at the end of each.
  /// - Returns: What was passed over.
  /// - Throws: ``GazetteerImportError``, and what `add` throws.
  /// - Complexity: O(*n*) time. Memory is bounded: 2 MiB for a file that is read straight, a 64th of
  ///   the input where it is joined.
  public func read(
    path: String, add: (Place) throws -> Void,
    progress: (_ bytesRead: Int, _ total: Int?) -> Void = { _, _ in }
  ) throws -> ImportFaults {
    try withoutActuallyEscaping(add) { add in
      try withoutActuallyEscaping(progress) { progress in
        let run = ImportRun(format: format, add: add, progress: progress)
        switch format {
        case .csv: try GazetteerCSVImport(path: path).read(run)
        case .geonames:
          let divisions = try DivisionNames(
            admin1Codes: admin1Codes, admin2Codes: admin2Codes, run: run)
          var reader = GeoNamesReader(
            path: path, alternateNames: alternateNames, folder: temporaryFolder,
            divisions: divisions)
          try reader.read(run)
        case .gns: try GNSReader(path: path, folder: temporaryFolder).read(run)
        case .whosonfirst: try WhosOnFirstReader(path: path, country: country).read(run)
        }
        return run.faults
      }
    }
  }
}
