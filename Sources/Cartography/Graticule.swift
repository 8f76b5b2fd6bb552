internal import SimpleFeatures

/// Meridians and parallels at round degrees, and where they meet the frame.
struct Graticule {
  struct Tick {
    var text: String
    var point: PixelPoint
  }

  /// Degrees between lines.
  var interval = 1.0
  var lines: [[PixelPoint]] = []
  /// Where meridians leave the window at its lower edge.
  var bottom: [Tick] = []
  /// Where parallels leave the window at its left edge.
  var left: [Tick] = []

  private static let intervals = [
    30, 20, 10, 5, 2, 1, 0.5, 0.25, 1 / 6.0, 1 / 12.0, 1 / 30.0, 1 / 60.0,
  ]

  init(frame: MapFrame, view: GeographicView) {
    let degrees = min(view.box.width, view.box.height * 1.4)
    interval = Self.intervals.last { degrees / $0 <= 5.5 } ?? 30
    let west = (view.box.left / interval).rounded(.down)
    let east = (view.box.right / interval).rounded(.up)
    for step in Int(west)...Int(east) where Double(step) * interval < view.middle + 180 {
      let longitude = Double(step) * interval
      guard longitude >= view.middle - 180 else { continue }
      let text = Self.text(MapArea.normalized(longitude), positive: "E", negative: "W")
      for line in clipped(
        frame,
        (0...60).map { part in
          let y = view.box.bottom - view.box.height * Double(part) / 60
          return Position(longitude: longitude, latitude: -max(min(y, 89.9), -89.9))
        })
      {
        lines.append(line)
        if let end = line.min(by: { $0.y > $1.y }), frame.box.bottom - end.y < 0.5 {
          bottom.append(Tick(text: text, point: end))
        }
      }
    }
    let south = (-view.box.bottom / interval).rounded(.down)
    let north = (-view.box.top / interval).rounded(.up)
    for step in Int(south)...Int(north) where abs(Double(step) * interval) < 90 {
      let latitude = Double(step) * interval
      let text = Self.text(latitude, positive: "N", negative: "S")
      for line in clipped(
        frame,
        (0...60).map { part in
          Position(
            longitude: view.box.left + view.box.width * Double(part) / 60, latitude: latitude)
        })
      {
        lines.append(line)
        if let end = line.min(by: { $0.x < $1.x }), end.x - frame.box.left < 0.5 {
          left.append(Tick(text: text, point: end))
        }
      }
    }
  }

  private func clipped(_ frame: MapFrame, _ positions: [Position]) -> [[PixelPoint]] {
    RectangleClip.line(frame.pixels(positions), to: frame.box)
  }

  /// Degrees and minutes: `20°45′E`.
  static func text(_ degrees: Double, positive: String, negative: String) -> String {
    let minutes = Int((degrees.magnitude * 60).rounded())
    let side = minutes == 0 ? "" : degrees < 0 ? negative : positive
    let (whole, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return rest == 0 ? "\(whole)°\(side)" : "\(whole)°\(rest < 10 ? "0" : "")\(rest)′\(side)"
  }

  /// The interval in words: `15′`.
  var intervalText: String { Self.text(interval, positive: "", negative: "") }
}
