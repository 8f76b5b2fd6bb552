/// One line of a table, cut into fields at a delimiter; nothing is decoded before it is asked for.
///
/// The storage is taken over from line to line, so that a row costs no allocation of its own.
struct DelimitedRow {
  /// A field that does not hold what it must.
  struct Fault: Error {
    /// The 1-based column in bytes.
    var column: Int
    /// What is wrong and what is expected.
    var message: String

    /// A line that was passed over for its length.
    static let overlong = Fault(column: 1, message: "the line is longer than 1 MiB")
  }

  /// The longest name in bytes: the published gazetteers have none of half that length.
  static let nameLimit = 1024

  /// The line, without its end.
  private(set) var bytes: [UInt8] = []
  /// The 1-based number of the line.
  private(set) var line = 0
  /// Where each field begins, and one more for where the next would.
  private var starts: [Int] = [0, 1]
  private let delimiter: UInt8

  /// A row whose fields are separated by a byte, a tab by default.
  init(delimiter: UInt8 = 0x09) {
    self.delimiter = delimiter
  }

  /// How many fields there are, at least one.
  var count: Int { starts.count - 1 }

  /// Takes a line over.
  mutating func take(_ line: ArraySlice<UInt8>, line number: Int) {
    self.line = number
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: line)
    Self.cut(line.span, at: delimiter, into: &starts)
  }

  private static func cut(_ line: Span<UInt8>, at delimiter: UInt8, into starts: inout [Int]) {
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for index in line.indices where line[index] == delimiter { starts.append(index + 1) }
    starts.append(line.count + 1)
  }

  /// Where a field lies in ``bytes``.
  func range(_ field: Int) -> Range<Int> { starts[field]..<(starts[field + 1] - 1) }

  /// A field's bytes.
  func slice(_ field: Int) -> ArraySlice<UInt8> { bytes[range(field)] }

  /// Whether a field holds nothing.
  func isEmpty(_ field: Int) -> Bool { starts[field + 1] - starts[field] == 1 }

  /// A fault of a field.
  func fault(_ field: Int, _ message: String) -> Fault {
    Fault(column: starts[min(field, count)] + 1, message: message)
  }

  /// A field's text, empty where it is malformed: for codes, which are looked up.
  func text(_ field: Int) -> String { String(validating: slice(field), as: UTF8.self) ?? "" }

  /// A field that must hold a name.
  func name(_ field: Int) throws(Fault) -> String {
    try name(in: range(field), what: "the name", field: field)
  }

  /// A part of a field that must hold a name.
  func name(in range: Range<Int>, what: String, field: Int) throws(Fault) -> String {
    do {
      return try PlaceName.checked(bytes[range])
    } catch {
      throw Fault(column: range.lowerBound + 1, message: "\(what) \(error.message)")
    }
  }

  /// A field that must hold a whole number of a range, written in digits alone.
  func integer(_ field: Int, what: String, in bounds: ClosedRange<Int>) throws(Fault) -> Int {
    guard let value = DecimalText.integer(bytes, range(field)), bounds.contains(value) else {
      throw fault(
        field, "\(what) is no whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }

  /// Two fields that must hold a latitude and a longitude in degrees, not both zero.
  func position(latitude: Int, longitude: Int) throws(Fault) -> (
    latitude: Double, longitude: Double
  ) {
    guard let y = DecimalText.real(bytes, range(latitude)), abs(y) <= 90 else {
      throw fault(latitude, "the latitude is no number from -90 to 90")
    }
    guard let x = DecimalText.real(bytes, range(longitude)), abs(x) <= 180 else {
      throw fault(longitude, "the longitude is no number from -180 to 180")
    }
    guard y != 0 || x != 0 else {
      throw fault(latitude, "the position 0, 0 stands for one that is not known")
    }
    return (y, x)
  }
}
