/// Where imported incidents came from.
public struct ImportRecord: Hashable, Sendable {
  /// The file's path; `nil` for the standard input.
  public var path: String?
  /// The SHA-256 of the file; `nil` where it was not read as a whole.
  public var sha256: String?
  /// Its form, such as `ACLED`.
  public var form: String
  /// Which column became which field.
  public var columns: String
  /// The version of the program that read it.
  public var programVersion: String

  /// Makes a record of an import.
  public init(
    path: String?, sha256: String?, form: String, columns: String, programVersion: String
  ) {
    self.path = path
    self.sha256 = sha256
    self.form = form
    self.columns = columns
    self.programVersion = programVersion
  }
}

/// What an import came to.
public struct ImportSummary: Hashable, Sendable {
  /// Incidents that the store did not have.
  public var added = 0
  /// Incidents that it had, written over as was asked.
  public var replaced = 0
  /// Incidents that it had, or that came twice, which stayed as they were.
  public var known = 0
  /// Of the known ones, those that say something else than the store, or than the row before.
  public var differing = 0
  /// The identifiers of some of these, in the order in which they came.
  public var differingExamples: [String] = []
  /// Of those added and replaced, how many have a place.
  public var located = 0

  /// An import of nothing.
  public init() {}
}
