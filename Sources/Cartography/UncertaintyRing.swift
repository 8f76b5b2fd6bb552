internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// The circle on the ground that holds the true place of incidents known only roughly.
struct UncertaintyRing {
  var lines: [[PixelPoint]]
  var bounds: PixelBox

  /// The rings of incidents whose area is not drawn otherwise, large enough to be seen and small
  /// enough to say something; none where they would be too many to say anything.
  static func rings(
    around incidents: IncidentPoints, in frame: MapFrame, ground: MapGround, least: Double
  ) -> [UncertaintyRing] {
    var seen: Set<PositionAndRadius> = []
    var outlined: Set<PlaceID> = []
    var drawn: Set<PixelEdge> = []
    var rings: [UncertaintyRing] = []
    for incident in incidents.points where incident.fitsFrame {
      guard let position = incident.position, let radius = incident.uncertainty,
        let precision = incident.wherePrecision, precision != .exact,
        precision.rawValue < WherePrecision.country.rawValue, radius.value > 0,
        seen.insert(PositionAndRadius(position: position, radius: radius)).inserted
      else { continue }
      if precision == .municipality, let place = incidents.place(of: incident).id,
        let area = ground.outlines[place.text], let bounds = area.bounds
      {
        guard outlined.insert(place).inserted else { continue }
        let lines = area.rings.flatMap { newLines(along: $0, drawn: &drawn) }
          .flatMap { RectangleClip.line($0, to: frame.box.expanded(by: 6)) }
        rings.append(UncertaintyRing(lines: lines, bounds: bounds))
        continue
      }
      let pixels = radius.value / frame.metersPerPixel
      guard pixels >= least, pixels <= 0.75 * max(frame.box.width, frame.box.height) else {
        continue
      }
      let ring = frame.lines(
        through: Geodesic.wgs84.ring(around: position, radius: radius, vertices: 120))
      guard let bounds = PixelBox(enclosing: ring.joined()), bounds.overlaps(frame.box) else {
        continue
      }
      rings.append(
        UncertaintyRing(
          lines: ring.flatMap { RectangleClip.line($0, to: frame.box.expanded(by: 8)) },
          bounds: bounds))
      if rings.count > most { return [] }
    }
    return rings
  }

  /// The most outlines that can be told apart: where there would be more there is none.
  private static let most = 80

  /// A ring without the edges that neighbours have drawn: dots twice on a line look like dashes.
  private static func newLines(
    along ring: [PixelPoint], drawn: inout Set<PixelEdge>
  ) -> [[PixelPoint]] {
    var lines: [[PixelPoint]] = []
    var continues = false
    for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let isNew = drawn.insert(PixelEdge(start, end)).inserted
      if isNew {
        if !continues { lines.append([start]) }
        lines[lines.count - 1].append(end)
      }
      continues = isNew
    }
    return lines
  }
}

/// An edge in either direction, to a tenth of a pixel.
private struct PixelEdge: Hashable {
  let ends: Set<PixelCell>

  init(_ a: PixelPoint, _ b: PixelPoint) {
    ends = Set(
      [a, b].map { PixelCell(x: Int(($0.x * 10).rounded()), y: Int(($0.y * 10).rounded())) })
  }
}

private struct PositionAndRadius: Hashable {
  var position: Position
  var radius: Meters
}
