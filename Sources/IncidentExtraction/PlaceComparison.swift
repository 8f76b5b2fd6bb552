internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// How the places of two events lie to each other.
enum PlaceComparison {
  /// Two places that cannot be one.
  case apart
  /// At least one is unknown.
  case unknown
  /// One lies in the other, as far as is known.
  case nested
  /// The same place.
  case same

  /// The distance up to which two settlements' points may stand for one place.
  private static let onePlace = Meters(3000)

  init(_ a: EventPlace?, _ b: EventPlace?) {
    guard let a, let b else {
      self = .unknown
      return
    }
    if a.id == b.id, a.name == b.name {
      self = .same
      return
    }
    let (larger, smaller) = a.uncertainty >= b.uncertainty ? (a, b) : (b, a)
    let distance = Geodesic.wgs84.distance(from: a.position, to: b.position)
    if larger.precision == .near || larger.precision == .vague {
      self = distance <= larger.uncertainty ? .nested : .apart
      return
    }
    switch larger.kind {
    case .country:
      self = larger.country == smaller.country ? .nested : .apart
    case .municipality:
      let isWithin = smaller.admin2 == larger.name && smaller.country == larger.country
      self = isWithin || distance <= Self.onePlace ? .nested : .apart
    case .admin1, .region, .continent:
      self = distance <= larger.uncertainty ? .nested : .apart
    default:
      self = distance <= Self.onePlace ? .same : .apart
    }
  }

  /// Whether the larger of two events' places is no more than a municipality.
  static func areClose(_ a: Event, _ b: Event) -> Bool {
    [a.place, b.place].allSatisfy { place in place.map { $0.precision.rawValue <= 3 } ?? false }
  }
}
