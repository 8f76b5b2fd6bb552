internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// The circle on the ground that holds the true place of incidents known only roughly.
struct UncertaintyRing {
  var lines: [[PixelPoint]]
  var bounds: PixelBox

  /// The rings of incidents whose area is not drawn otherwise, large enough to be seen and small
  /// enough to say something.
  static func rings(
    around incidents: [Incident], in frame: MapFrame, ground: MapGround, least: Double
  ) -> [UncertaintyRing] {
    var seen: Set<PositionAndRadius> = []
    var outlined: Set<PlaceID> = []
    var rings: [UncertaintyRing] = []
    for incident in incidents {
      guard let position = incident.position, let radius = incident.uncertainty,
        let precision = incident.wherePrecision, precision != .exact,
        precision.rawValue < WherePrecision.country.rawValue, radius.value > 0,
        seen.insert(PositionAndRadius(position: position, radius: radius)).inserted
      else { continue }
      if precision == .municipality, let place = incident.placeID,
        let area = ground.outlines[place.text], let bounds = area.bounds
      {
        guard outlined.insert(place).inserted else { continue }
        let lines = area.rings.flatMap {
          RectangleClip.line($0 + $0.prefix(1), to: frame.box.expanded(by: 6))
        }
        rings.append(UncertaintyRing(lines: lines, bounds: bounds))
        continue
      }
      let pixels = radius.value / frame.metersPerPixel
      guard pixels >= least, pixels <= 0.75 * max(frame.box.width, frame.box.height) else {
        continue
      }
      let ring = frame.pixels(
        Geodesic.wgs84.ring(around: position, radius: radius, vertices: 120))
      guard let bounds = PixelBox(enclosing: ring), bounds.overlaps(frame.box) else { continue }
      rings.append(
        UncertaintyRing(
          lines: RectangleClip.line(ring, to: frame.box.expanded(by: 8)), bounds: bounds))
    }
    return rings
  }
}

private struct PositionAndRadius: Hashable {
  var position: Position
  var radius: Meters
}
