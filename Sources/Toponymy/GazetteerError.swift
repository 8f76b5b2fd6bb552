/// Why a gazetteer could not be loaded, with everything that is wrong with it at once.
public struct GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One fault of one file.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The file's path as given.
    public var path: String
    /// The 1-based line.
    public var line: Int
    /// The 1-based column in bytes.
    public var column: Int
    /// What is wrong and what is expected.
    public var message: String

    /// Makes a fault.
    public init(path: String, line: Int, column: Int, message: String) {
      self.path = path
      self.line = line
      self.column = column
      self.message = message
    }

    /// `path:line:column: message`.
    public var description: String { "\(path):\(line):\(column): \(message)" }
  }

  /// The faults in the order of files, lines and columns; never empty.
  public var faults: [Fault]

  /// Takes faults, at least one.
  public init(faults: [Fault]) {
    self.faults = faults
  }

  /// One fault a line.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
