/// Why a lexicon file could not be loaded, with everything that is wrong with it at once.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `path:line: message`, one each.
  public var faults: [String]

  /// One fault a line.
  public var description: String { faults.joined(separator: "\n") }
}
