public import IncidentModel

/// A report as it came in: its text, its identity, and what the input says about its origin.
///
/// Not yet a ``Report``: whether a date was given or inferred, and what options of the user add, is
/// decided by the caller.
public struct RawReport: Hashable, Sendable {
  /// Lower-case hexadecimal SHA-256 of the file's bytes; in JSON lines of the member's that holds the
  /// text, in a feed of the item's title and content as they are written.
  public var sha256: String
  /// The file's path as given; `nil` for the standard input.
  public var path: String?
  /// The line of the file, where it has a report a line.
  public var line: Int?
  /// The identifier the input carries.
  public var externalID: String?
  /// The headline.
  public var title: String?
  /// Where it was published.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// The day it was published.
  public var published: CalendarDate?
  /// The language's BCP 47 tag.
  public var language: String?
  /// The tag that a page or a feed gives for all it holds: often that of its template, so that the
  /// text should be asked first.
  public var pageLanguage: String?
  /// The text: the file's own, or what was extracted of a page or of an item; a byte order mark is dropped, invalid UTF-8 replaced.
  public var text: String
  /// What was done to the input or not understood in it, for people.
  public var notices: [String]

  /// Makes a report from its text and identity; the rest is "not said".
  public init(sha256: String, path: String?, line: Int? = nil, text: String) {
    self.sha256 = sha256
    self.path = path
    self.line = line
    self.text = text
    notices = []
  }
}

/// Why an input gave no report; the inputs beside it are not touched by that.
public struct ReportInputError: Error, Hashable, CustomStringConvertible {
  /// What is in the way.
  public enum Kind: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file is there and cannot be read.
    case unreadable
    /// Files of this kind are not read.
    case unsupported
    /// There is nothing but white space.
    case empty
    /// The bytes are no text.
    case notText
    /// It is larger than any report.
    case tooLarge
    /// The JSON or the feed is broken, or has no text.
    case malformed
  }

  /// What is in the way.
  public var kind: Kind
  /// The path as given; `-` for the standard input.
  public var path: String
  /// What is wrong and where, without the report's own words.
  public var problem: FileProblem

  /// Makes an error.
  public init(_ kind: Kind, path: String, problem: FileProblem) {
    self.kind = kind
    self.path = path
    self.problem = problem
  }

  /// `path:line:column: what is wrong`.
  public var description: String { problem.description(in: path) }
}
