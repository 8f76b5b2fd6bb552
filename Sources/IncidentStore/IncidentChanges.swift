/// What replacing the incidents of a store came to; identifiers in order.
public struct IncidentChanges: Hashable, Sendable {
  /// Incidents that the store did not have.
  public var added: [String]
  /// Incidents whose row or evidence differs from before.
  public var changed: [String]
  /// Incidents that are no more, those that grew together with others among them.
  public var removed: [String]
  /// Incidents that people added in map programs or edited, which were not written over; one without an identifier
  /// is named by its key, like `fid 5`.
  public var kept: [String]
  /// Incidents that people deleted, which were not added again.
  public var deleted: [String]
  /// The number of incidents that stayed as they were.
  public var unchanged: Int

  /// Makes a list of changes.
  public init(
    added: [String] = [], changed: [String] = [], removed: [String] = [], kept: [String] = [],
    deleted: [String] = [], unchanged: Int = 0
  ) {
    self.added = added
    self.changed = changed
    self.removed = removed
    self.kept = kept
    self.deleted = deleted
    self.unchanged = unchanged
  }

  /// Whether nothing had to be written.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

/// What a store's incidents were computed with.
public struct RunRecord: Hashable, Sendable {
  /// The program's version.
  public var programVersion: String
  /// What identifies the rules: a version or a hash.
  public var rules: String
  /// What identifies the gazetteer: a hash of its sources.
  public var gazetteer: String
  /// What identifies the reports: a hash of theirs.
  public var inputs: String
  /// The options that bear on the result, as text.
  public var options: String

  /// Makes a record of a run.
  public init(
    programVersion: String, rules: String, gazetteer: String, inputs: String, options: String = ""
  ) {
    self.programVersion = programVersion
    self.rules = rules
    self.gazetteer = gazetteer
    self.inputs = inputs
    self.options = options
  }

  var values: [String] { [programVersion, rules, gazetteer, inputs, options] }
}
