internal import SimpleFeatures

/// Meridians and parallels at round degrees, and where they are named.
struct Graticule {
  /// Where a line is named: where it leaves the window, or inside.
  enum Edge {
    case bottom, left, top, right, inside
    /// At the rim of a globe: beside it, and under it.
    case rimLeft, rimBottom
  }

  struct Tick {
    var text: String
    var point: PixelPoint
    var edge: Edge
  }

  /// Degrees between meridians and between parallels.
  private(set) var interval = (longitude: 1.0, latitude: 1.0)
  private(set) var lines: [[PixelPoint]] = []
  /// The names of lines.
  ///
  /// Meridians are named at the lower edge and parallels at the left one, or also opposite where few
  /// end there. Around a pole meridians end at every edge, and parallels are named inside,
  /// below the pole.
  private(set) var ticks: [Tick] = []

  private static let intervals = [
    30, 20, 10, 5, 2, 1, 0.5, 0.25, 1 / 6.0, 1 / 12.0, 1 / 30.0, 1 / 60.0, 1 / 120.0, 1 / 240.0,
    1 / 720.0,
  ]

  init(frame: MapFrame, view: GeographicView) {
    let isGlobe = view.isWholeGlobe
    let pole = [90.0, -90].first { latitude in
      let pixel = frame.pixel(Position(longitude: view.middle, latitude: latitude))
      return !isGlobe && (pixel.map(frame.box.contains) ?? false)
    }
    if pole == nil {
      let longitude = Self.interval(for: view.box.width)
      let latitude = Self.interval(for: view.box.height * 1.4)
      // The same where they hardly differ, as people expect; far from the equator they do.
      let least = min(longitude, latitude)
      interval = max(longitude, latitude) <= 2 * least ? (least, least) : (longitude, latitude)
    } else {
      interval = (30, view.box.height > 20 ? 10 : 5)
    }
    addMeridians(frame, view, isPolar: pole != nil)
    addParallels(frame, view, pole: pole)
  }

  /// The finest interval that gives no more than five lines.
  private static func interval(for degrees: Double) -> Double {
    intervals.last { degrees / $0 <= 5.5 } ?? 30
  }

  private mutating func addMeridians(_ frame: MapFrame, _ view: GeographicView, isPolar: Bool) {
    var ends: [Tick] = []
    let interval = interval.longitude
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
        ends += Self.ends(of: line, in: frame.box).map { Tick(text: text, point: $0, edge: $1) }
        if view.isWholeGlobe, let end = line.max(by: { $0.y < $1.y }) {
          ticks.append(Tick(text: text, point: end, edge: .rimBottom))
        }
      }
    }
    guard !view.isWholeGlobe else { return }
    let bottom = ends.filter { $0.edge == .bottom }
    ticks += isPolar ? ends : bottom
    if !isPolar, bottom.count < 2 { ticks += ends.filter { $0.edge == .top } }
  }

  private mutating func addParallels(_ frame: MapFrame, _ view: GeographicView, pole: Double?) {
    var ends: [Tick] = []
    let interval = interval.latitude
    let south = (-view.box.bottom / interval).rounded(.down)
    let north = (-view.box.top / interval).rounded(.up)
    for step in Int(south)...Int(north) where abs(Double(step) * interval) < 90 {
      let latitude = Double(step) * interval
      let text = Self.text(latitude, positive: "N", negative: "S")
      for line in clipped(
        frame,
        (0...90).map { part in
          Position(
            longitude: view.box.left + view.box.width * Double(part) / 90, latitude: latitude)
        })
      {
        lines.append(line)
        ends += Self.ends(of: line, in: frame.box).map { Tick(text: text, point: $0, edge: $1) }
        if view.isWholeGlobe, let end = line.min(by: { $0.x < $1.x }) {
          ticks.append(Tick(text: text, point: end, edge: .rimLeft))
        }
      }
      if pole != nil, let center = Self.below(pole, latitude, frame) {
        ticks.append(Tick(text: text, point: center, edge: .inside))
      }
    }
    guard !view.isWholeGlobe, pole == nil else { return }
    let left = ends.filter { $0.edge == .left }
    ticks += left
    if left.count < 2 { ticks += ends.filter { $0.edge == .right } }
  }

  /// Where a parallel crosses the vertical below its pole.
  private static func below(_ pole: Double?, _ latitude: Double, _ frame: MapFrame) -> PixelPoint? {
    guard let pole, let center = frame.pixel(Position(longitude: 0, latitude: pole)),
      let under = frame.position(PixelPoint(x: center.x, y: center.y + 10)),
      let point = frame.pixel(Position(longitude: under.longitude, latitude: latitude))
    else { return nil }
    return frame.box.contains(point) && point.y > center.y ? point : nil
  }

  /// The ends of a line that lie on the window's edges.
  private static func ends(
    of line: [PixelPoint], in box: PixelBox
  ) -> [(point: PixelPoint, edge: Edge)] {
    [line.first, line.last].compactMap { point in
      guard let point else { return nil }
      if box.bottom - point.y < 0.5 { return (point, .bottom) }
      if point.x - box.left < 0.5 { return (point, .left) }
      if point.y - box.top < 0.5 { return (point, .top) }
      return box.right - point.x < 0.5 ? (point, .right) : nil
    }
  }

  private func clipped(_ frame: MapFrame, _ positions: [Position]) -> [[PixelPoint]] {
    RectangleClip.line(frame.pixels(positions), to: frame.box)
  }

  /// Degrees with minutes and seconds where they have any: `20°45′E`; at the antimeridian and at
  /// zero without a side.
  static func text(_ degrees: Double, positive: String, negative: String) -> String {
    let seconds = Int((degrees.magnitude * 3600).rounded())
    let hasSide = seconds != 0 && (seconds != 180 * 3600 || positive != "E")
    let side = hasSide ? (degrees < 0 ? negative : positive) : ""
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    let (whole, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = "\(whole)°"
    if minute != 0 || second != 0 { text += "\(two(minute))′" }
    if second != 0 { text += "\(two(second))″" }
    return text + side
  }
}
