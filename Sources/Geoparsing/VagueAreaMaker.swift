internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Makes areas of what words say about places: a representative point, and a radius that holds what
/// is meant.
///
/// Radii add up what is not known: how far the place itself reaches, how far the direction and the
/// distance may be off.
///
/// - SeeAlso: the point-radius method of Wieczorek, Guo and Hijmans (2004),
///   doi:10.1080/13658810412331280211.
struct VagueAreaMaker {
  let gazetteer: Gazetteer

  /// The area that an expression makes of one or two places.
  ///
  /// - Parameters:
  ///   - expression: What the words say.
  ///   - anchors: The places that they say it of, in the order of the text.
  ///   - range: The expression's bytes in the text.
  ///   - neighbour: The country that a border named by one country is likely shared with.
  /// - Returns: The area; `nil` where such words make none of such places.
  func area(
    _ expression: VagueExpression, of anchors: [Place], range: Range<Int>, neighbour: Place? = nil
  ) -> VagueArea? {
    guard let first = anchors.first else { return nil }
    let second = anchors.dropFirst().first
    let shape: Shape? =
      switch expression.relation {
      case .part(let direction): part(of: first, direction)
      case .side(let direction) where first.kind.isArea && expression.distance == nil:
        part(of: first, direction)
      case .beyond(let direction), .side(let direction):
        beyond(first, direction, expression.distance)
      case .away: expression.distance.flatMap { away(from: first, $0) }
      case .near, .outside:
        expression.distance.flatMap { away(from: first, $0) }
          ?? near(first, expression.relation == .near ? "near" : "outside")
      case .between: second.flatMap { between(first, $0, "between \(first.name) and \($0.name)") }
      case .road: road(first, second)
      case .border: border(first, second, orNeighbour: neighbour)
      case .along: along(first)
      }
    guard let shape, shape.position.isValid, shape.radius.isFinite else { return nil }
    return VagueArea(
      range: range, label: shape.label, anchors: shape.anchors ?? anchors, place: shape.place,
      bearsPlaceName: shape.bearsPlaceName,
      country: shape.country ?? Self.country(of: anchors), position: shape.position,
      uncertainty: Meters(shape.radius), precision: shape.precision,
      reason: shape.reason)
  }

  /// The area near a place that a list or a role says is near.
  func near(_ place: Place, range: Range<Int>) -> VagueArea? {
    area(
      VagueExpression(relation: .near, distance: nil, words: 0..<0), of: [place], range: range)
  }

  private struct Shape {
    var label: String
    var position: Position
    var radius: Double
    var precision: WherePrecision
    var reason: String
    var anchors: [Place]?
    var place: Place?
    var bearsPlaceName = false
    var country: String?
  }

  // MARK: - Parts

  /// A part of a place: its middle half way out, with three quarters of the radius, which hold nine
  /// tenths of what lies more than a third of the way out in that direction.
  private func part(of anchor: Place, _ direction: CompassDirection?) -> Shape? {
    let adjective = direction.map { "\($0.words)ern" } ?? "central"
    if let direction, let named = namedPart(of: anchor, direction) {
      return Shape(
        label: named.name, position: named.position, radius: named.uncertainty.value,
        precision: WherePrecision(placeOf: named.kind),
        reason: "\(adjective) \(anchor.name), which the gazetteer has", place: named)
    }
    let radius = anchor.uncertainty.value
    let precision: WherePrecision =
      switch anchor.kind {
      case .country, .admin1, .region: .region
      case .continent, .river, .lake, .mountain: .vague
      case .municipality: .near
      default: .exact
      }
    guard let direction else {
      return Shape(
        label: "central \(anchor.name)", position: anchor.position, radius: radius / 2,
        precision: precision, reason: "the inner half of its \(Self.length(radius)) radius")
    }
    return Shape(
      label: "\(adjective) \(anchor.name)",
      position: destination(from: anchor, direction, radius / 2), radius: radius * 0.75,
      precision: precision,
      reason: "half of its \(Self.length(radius)) radius to the \(direction.words)")
  }

  /// The gazetteer's own place for a part: North Kosovo, North Mitrovica.
  private func namedPart(of anchor: Place, _ direction: CompassDirection) -> Place? {
    let reach = anchor.uncertainty.value
    return gazetteer.candidates(for: "\(direction.words) \(anchor.name)").map(\.place).first {
      $0.id != anchor.id && $0.country == anchor.country
        && ($0.kind.isArea || $0.kind.isSettlement)
        && Geodesic.wgs84.distance(from: $0.position, to: anchor.position).value <= reach
    }
  }

  // MARK: - Around

  private func near(_ anchor: Place, _ word: String) -> Shape? {
    let radius = max(anchor.uncertainty.value * 2, 5000)
    let precision = WherePrecision(placeOf: anchor.kind)
    return Shape(
      label: "\(word) \(anchor.name)", position: anchor.position, radius: radius,
      precision: precision == .exact ? .near : precision,
      reason: "\(Self.length(radius)) around it, as no distance is told", bearsPlaceName: true)
  }

  /// Off a place in a direction: an eighth of the circle, and a tenth of the distance more or less.
  private func beyond(
    _ anchor: Place, _ direction: CompassDirection, _ distance: ClosedRange<Double>?
  ) -> Shape? {
    guard Self.canBeMeasuredFrom(anchor) else { return nil }
    let own = anchor.uncertainty.value
    guard let distance else {
      let radius = max(own * 2, 5000)
      return Shape(
        label: "\(direction.words) of \(anchor.name)",
        position: destination(from: anchor, direction, radius), radius: radius, precision: .near,
        reason: "up to \(Self.length(2 * radius)) from it, as no distance is told")
    }
    let middle = (distance.lowerBound + distance.upperBound) / 2
    // The chord of 22.5° to either side: 2 sin(11.25°).
    let radius = own + middle * 0.39 + Self.slack(distance)
    return Shape(
      label: "\(Self.length(distance)) \(direction.abbreviation) of \(anchor.name)",
      position: destination(from: anchor, direction, middle), radius: radius,
      precision: Self.precision(within: radius),
      reason: "an eighth of the circle, a tenth of the distance and the place's own "
        + Self.length(own))
  }

  /// At a distance in any direction: the place's point, with a radius that holds the ring.
  private func away(from anchor: Place, _ distance: ClosedRange<Double>) -> Shape? {
    guard Self.canBeMeasuredFrom(anchor) else { return nil }
    let middle = (distance.lowerBound + distance.upperBound) / 2
    let radius = anchor.uncertainty.value + middle + Self.slack(distance)
    return Shape(
      label: "\(Self.length(distance)) from \(anchor.name)", position: anchor.position,
      radius: radius, precision: Self.precision(within: radius),
      reason: "the whole ring at that distance, as no direction is told")
  }

  /// Distances are told from towns and the like; from a country or region they begin at its border.
  private static func canBeMeasuredFrom(_ place: Place) -> Bool {
    !place.kind.isArea || place.kind == .municipality
  }

  // MARK: - Lines

  private func between(_ a: Place, _ b: Place, _ label: String) -> Shape? {
    guard a.id != b.id, Self.canBeMeasuredFrom(a), Self.canBeMeasuredFrom(b) else { return nil }
    let line = Geodesic.wgs84.inverse(from: a.position, to: b.position)
    let half = line.distance.value / 2
    let radius = max(half, 1000)
    return Shape(
      label: label,
      position: Geodesic.wgs84.destination(
        from: a.position, azimuth: line.azimuth, distance: Meters(half)),
      radius: radius, precision: Self.precision(within: radius),
      reason: "half way, and half of the \(Self.length(line.distance.value)) between them")
  }

  private func road(_ a: Place, _ b: Place?) -> Shape? {
    if let b { return between(a, b, "road \(a.name)–\(b.name)") }
    guard Self.canBeMeasuredFrom(a) else { return nil }
    let radius = max(a.uncertainty.value * 2, 50_000)
    return Shape(
      label: "road to \(a.name)", position: a.position, radius: radius, precision: .vague,
      reason: "\(Self.length(radius)) around it, as nothing says how far along the road")
  }

  private func along(_ anchor: Place) -> Shape? {
    guard [.river, .lake, .mountain].contains(anchor.kind) else { return nil }
    return Shape(
      label: "along \(anchor.name)", position: anchor.position,
      radius: anchor.uncertainty.value, precision: .vague, reason: "its whole length",
      bearsPlaceName: true)
  }

  /// The border of two areas: where their circles meet on the line between their points, with the
  /// radius of the smaller; of one, all of it.
  ///
  /// Who speaks of the border with a country without naming the other is in the other.
  private func border(_ a: Place, _ named: Place?, orNeighbour neighbour: Place?) -> Shape? {
    guard a.kind.isArea else { return nil }
    guard let b = named ?? neighbour, b.kind.isArea, b.id != a.id, let met = meeting(a, b) else {
      return Shape(
        label: "border of \(a.name)", position: a.position, radius: a.uncertainty.value,
        precision: WherePrecision(placeOf: a.kind), reason: "the whole of it", anchors: [a])
    }
    return Shape(
      label: "border of \(a.name) and \(b.name)", position: met,
      radius: min(a.uncertainty.value, b.uncertainty.value), precision: .vague,
      reason: "where their circles meet, with the radius of the smaller", anchors: [a, b],
      country: named == nil ? b.country : nil)
  }

  /// Where the circles of two neighbouring areas meet; `nil` where they are no neighbours.
  private func meeting(_ a: Place, _ b: Place) -> Position? {
    let line = Geodesic.wgs84.inverse(from: a.position, to: b.position)
    let (own, other) = (a.uncertainty.value, b.uncertainty.value)
    let length = line.distance.value
    guard length <= (own + other) * 1.5 else { return nil }
    let offset = min(max((own + length - other) / 2, 0), length)
    return Geodesic.wgs84.destination(
      from: a.position, azimuth: line.azimuth, distance: Meters(offset))
  }

  // MARK: - Numbers

  /// The country of some places, where it is one.
  private static func country(of places: [Place]) -> String {
    let countries = Set(places.map(\.country))
    return countries.count == 1 ? countries.first ?? "" : ""
  }

  private func destination(
    from anchor: Place, _ direction: CompassDirection, _ distance: Double
  ) -> Position {
    Geodesic.wgs84.destination(
      from: anchor.position, azimuth: direction.azimuth, distance: Meters(distance))
  }

  private static func slack(_ distance: ClosedRange<Double>) -> Double {
    (distance.upperBound - distance.lowerBound) / 2 + distance.upperBound / 10
  }

  /// UCDP's "near a known place" reaches 25 km; what reaches farther is vague.
  private static func precision(within radius: Double) -> WherePrecision {
    radius <= 25_000 ? .near : .vague
  }

  /// "10 km", "5–10 km", "500 m".
  private static func length(_ distance: ClosedRange<Double>) -> String {
    let (least, most) = (distance.lowerBound, distance.upperBound)
    if least == most { return length(most) }
    return "\(DecimalText.text(least / 1000, places: 1))–\(length(most))"
  }

  private static func length(_ meters: Double) -> String {
    meters < 1000
      ? "\(DecimalText.text(meters, places: 0)) m"
      : "\(DecimalText.text(meters / 1000, places: meters < 100_000 ? 1 : 0)) km"
  }
}
