/// The names of the first and second divisions of countries by their codes: `XK.15`, `US.CA.037`.
struct DivisionNames {
  /// More divisions than the world has: a larger file is something else.
  private static let limit = 1_000_000
  private var names: [String: String] = [:]

  /// Whether a first-level division's name may be added to from the dump.
  private(set) var wantsFirst = true
  /// Whether a second-level division's may.
  private(set) var wantsSecond = true

  /// Knows no division.
  init() {}

  /// Reads the code files of GeoNames: code, name, ASCII name and geonameid between tabs.
  init(admin1Codes: String?, admin2Codes: String?, run: ImportRun) throws(GazetteerImportError) {
    if let admin1Codes {
      try read(admin1Codes, run)
      wantsFirst = false
    }
    if let admin2Codes {
      try read(admin2Codes, run)
      wantsSecond = false
    }
  }

  /// The name of a first-level division, empty where it is not known.
  func name(country: String, _ admin1: String) -> String {
    admin1.isEmpty ? "" : names["\(country).\(admin1)"] ?? ""
  }

  /// The name of a second-level division, empty where it is not known.
  func name(country: String, _ admin1: String, _ admin2: String) -> String {
    admin2.isEmpty ? "" : names["\(country).\(admin1).\(admin2)"] ?? ""
  }

  /// Takes a division's name, unless its code has one already.
  mutating func add(_ name: String, code: String) {
    if names.count < Self.limit, names[code] == nil { names[code] = name }
  }

  private mutating func read(_ path: String, _ run: ImportRun) throws(GazetteerImportError) {
    var reader = try LineReader.opening(path)
    var row = DelimitedRow()
    var sound = 0
    while true {
      let outcome = try reader.next(&row)
      if outcome == .end { break }
      do throws(DelimitedRow.Fault) {
        guard outcome == .line else { throw DelimitedRow.Fault.overlong }
        guard row.count == 4 else {
          throw row.fault(0, "expected 4 columns between tabs, found \(row.count)")
        }
        add(try row.name(1), code: row.text(0))
        sound += 1
      } catch {
        run.report(error, path: path, line: reader.line)
      }
    }
    guard sound > 0 else {
      throw .wrongForm(
        path: path,
        reason: "holds no codes of divisions; expected: 4 columns between tabs, code, name, "
          + "ASCII name and geonameid, as in admin1CodesASCII.txt and admin2Codes.txt")
    }
  }
}
