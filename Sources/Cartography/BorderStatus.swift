public import SimpleFeatures

/// What a line between two areas is.
public enum BorderStatus: String, Hashable, Sendable {
  /// A border that both sides recognise.
  case international
  /// A border that one side, or many a state, does not recognise.
  case disputed
  /// A line held by troops or drawn by a ceasefire, and agreed by nobody as a border.
  case lineOfControl = "line of control"
  /// No border: both sides belong to one country.
  case `internal`

  /// Whether the line is drawn dashed, and explained so.
  public var isContested: Bool { self == .disputed || self == .lineOfControl }
}

extension Feature {
  /// The status of a border, by the property `status`; international where that says nothing known.
  public var borderStatus: BorderStatus {
    text("status").flatMap(BorderStatus.init) ?? .international
  }

  /// Whether an area is a country of its own, and not part of the one that `part_of` names.
  public var isOwnCountry: Bool { text("part_of")?.isEmpty ?? true }
}
