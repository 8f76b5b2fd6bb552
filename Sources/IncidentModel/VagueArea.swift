public import SimpleFeatures
public import Toponymy

/// Where a text says that something is by way of other places: "10 km north of Leposavić", "northern
/// Mali", "between Zvečan and Leposavić".
///
/// It is an area around a representative point, and never a place of a gazetteer itself; where the
/// gazetteer has a place of that very description, ``place`` is that one.
public struct VagueArea: Hashable, Sendable {
  /// The span of the whole expression in UTF-8 bytes of the text, half open.
  public var range: Range<Int>
  /// What it is, in words for people: `10 km N of Leposavić`.
  public var label: String
  /// The places that it is told by, one or two, in the order of the text.
  public var anchors: [Place]
  /// The gazetteer's own place of that description, where it has one.
  public var place: Place?
  /// Whether it is just the surroundings of a place, so that the place's name may stand for it.
  public var bearsPlaceName: Bool
  /// ISO 3166-1 alpha-2 code of the country it lies in; empty where it may lie in several.
  public var country: String
  /// The representative point.
  public var position: Position
  /// The radius around ``position`` that holds what is meant.
  public var uncertainty: Meters
  /// How well it is known.
  public var precision: WherePrecision
  /// How the point and the radius came about, in words for people.
  public var reason: String

  /// Makes an area.
  public init(
    range: Range<Int>, label: String, anchors: [Place], place: Place? = nil,
    bearsPlaceName: Bool = false, country: String, position: Position, uncertainty: Meters,
    precision: WherePrecision, reason: String
  ) {
    self.range = range
    self.label = label
    self.anchors = anchors
    self.place = place
    self.bearsPlaceName = bearsPlaceName
    self.country = country
    self.position = position
    self.uncertainty = uncertainty
    self.precision = precision
    self.reason = reason
  }
}
