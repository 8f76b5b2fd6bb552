public import SimpleFeatures
public import Toponymy

/// Something that one report says happened: what merging over reports works on.
///
/// Events are facts about a text, so they are stored and never change with other reports; incidents
/// are computed from them.
public struct Event: Hashable, Sendable, Codable {
  /// Its identity.
  public var key: EventKey
  /// The class.
  public var type: EventType
  /// The sub-class.
  public var subType: String?
  /// When, as the text says it.
  public var when: EventDate?
  /// Where; `nil` where the text gives no place.
  public var place: EventPlace?
  /// One side.
  public var actor1: String?
  /// The other side.
  public var actor2: String?
  /// Whether it sums up a period or an area ("the events in May") rather than telling one event.
  public var isSummary: Bool
  /// Whether it is told as background: without a date of its own it may lie long before the report.
  public var isBackground: Bool
  /// The statements it is made of, in the order of the text.
  public var claims: [Claim]

  /// Makes an event.
  public init(
    key: EventKey, type: EventType, subType: String? = nil, when: EventDate? = nil,
    place: EventPlace? = nil, actor1: String? = nil, actor2: String? = nil,
    isSummary: Bool = false, isBackground: Bool = false, claims: [Claim] = []
  ) {
    self.key = key
    self.type = type
    self.subType = subType
    self.when = when
    self.place = place
    self.actor1 = actor1
    self.actor2 = actor2
    self.isSummary = isSummary
    self.isBackground = isBackground
    self.claims = claims
  }
}

/// When an event was, as its text says it: the expression, and the days it means where they follow
/// from the report alone.
public struct EventDate: Hashable, Sendable, Codable {
  /// What the text says.
  public var expression: DateExpression
  /// The days it means; `nil` where that takes a date of publication the report does not give.
  public var span: DateSpan?
  /// The time of day in minutes after local midnight, where the text gives it.
  public var minuteOfDay: Int?
  /// Whether it was taken over from an earlier sentence, so that the event may lie some days before it.
  public var isInherited: Bool
  /// Whether it goes on from the date, as "since Monday" says.
  public var isOngoing: Bool

  /// Makes an event's date.
  public init(
    expression: DateExpression, span: DateSpan?, minuteOfDay: Int? = nil, isInherited: Bool = false,
    isOngoing: Bool = false
  ) {
    self.expression = expression
    self.span = span
    self.minuteOfDay = minuteOfDay
    self.isInherited = isInherited
    self.isOngoing = isOngoing
  }
}

/// A date as a text gives it, before the date of publication is brought in.
public indirect enum DateExpression: Hashable, Sendable, Codable {
  /// A calendar day, month or year; what the text leaves out is `nil`.
  case calendar(year: Int?, month: Int?, day: Int?)
  /// A weekday (ISO: 1 Monday … 7 Sunday): the latest not after publication, so many weeks earlier.
  case weekday(Int, weeksEarlier: Int)
  /// So many days before publication, from the farther to the nearer: 1…1 yesterday, 7…0 the past week.
  case daysBefore(Int, Int)
  /// A calendar week relative to the one of publication: −1 last week.
  case week(Int)
  /// A calendar month relative to the one of publication: −1 last month.
  case month(Int)
  /// A calendar year relative to the one of publication: −1 last year.
  case year(Int)
  /// From one date to another.
  case span(DateExpression, DateExpression)
  /// Days of a month, both counted; those that it does not have are left out.
  case monthPart(year: Int?, month: Int, from: Int, to: Int)
  /// So many days after another date, or before it where the number is negative.
  case shifted(DateExpression, days: Int)

  /// Whether it is a weekday, or goes from one to another.
  package var isWeekday: Bool {
    switch self {
    case .weekday: true
    case .span(let first, let last): first.isWeekday && last.isWeekday
    default: false
    }
  }
}

/// Where an event was, with the values of its gazetteer row, so that an incident can be made without
/// the gazetteer.
public struct EventPlace: Hashable, Sendable, Codable {
  /// The gazetteer's identifier.
  public var id: PlaceID
  /// The preferred name.
  public var name: String
  /// What it is.
  public var kind: PlaceKind
  /// The name in other languages.
  public var alternativeNames: [String]
  /// The name as the report spells it.
  public var reported: String
  /// The building or site.
  public var site: String?
  /// ISO 3166-1 alpha-2 code.
  public var country: String
  /// The first-level division, or empty.
  public var admin1: String
  /// The municipality, or empty.
  public var admin2: String
  /// The representative point.
  public var position: Position
  /// How well the place is known.
  public var precision: WherePrecision
  /// The radius that holds the true point.
  public var uncertainty: Meters

  /// Makes an event's place from a gazetteer row.
  public init(
    _ place: Place, reported: String, site: String? = nil, precision: WherePrecision,
    uncertainty: Meters? = nil
  ) {
    id = place.id
    name = place.name
    kind = place.kind
    alternativeNames = place.alternativeNames
    self.reported = reported
    self.site = site
    country = place.country
    admin1 = place.admin1
    admin2 = place.admin2
    position = place.position
    self.precision = precision
    self.uncertainty = uncertainty ?? place.uncertainty
  }

  /// Makes an event's place from an area that a text tells by way of a gazetteer row.
  ///
  /// Its identifier stays that of the row, the first place that the area is told by; its name is the
  /// area's own, unless it is just the surroundings of the place.
  public init(_ area: VagueArea, of place: Place, reported: String, site: String? = nil) {
    self.init(
      area.place ?? place, reported: reported, site: site, precision: area.precision,
      uncertainty: area.uncertainty)
    position = area.position
    guard area.place == nil, !area.bearsPlaceName else { return }
    name = area.label
    alternativeNames = []
    kind = .region
    if !place.kind.isArea || area.anchors.count > 1 { admin2 = "" }
    if area.country != country { (country, admin1) = (area.country, "") }
  }
}
