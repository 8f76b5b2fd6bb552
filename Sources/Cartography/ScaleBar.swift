internal import Geodesy
internal import SimpleFeatures

/// A bar whose length on the ground, along the ellipsoid, is true in the middle of the map.
struct ScaleBar {
  /// What it stands for.
  var length: Meters
  /// How long it is on the sheet.
  var pixels: Double
  /// Where it holds, if not everywhere on the map.
  var note: String?

  /// The longest bar of a round length that fits, or `nil` where the scale differs so much over the
  /// map, or between its axes, that a bar would mislead.
  init?(frame: MapFrame, distortion: FrameDistortion, longest: Double) {
    guard distortion.scale <= FrameDistortion.misleadingScale, distortion.stretch <= 0.01 else {
      return nil
    }
    note = distortion.scale > FrameDistortion.noticeableScale ? "in the middle of the map" : nil
    let lengths = (0...7).reversed().flatMap { power in
      let unit = (0..<power).reduce(1.0) { unit, _ in unit * 10 }
      return [5 * unit, 2 * unit, unit]
    }
    for length in lengths {
      guard length / frame.metersPerPixel < longest * 2,
        let pixels = Self.pixels(for: Meters(length), in: frame)
      else { continue }
      if pixels <= longest {
        self.length = Meters(length)
        self.pixels = pixels
        return
      }
    }
    return nil
  }

  /// The pixels, centred on the frame, whose ends lie a geodesic distance apart.
  private static func pixels(for length: Meters, in frame: MapFrame) -> Double? {
    var pixels = length.value / frame.metersPerPixel
    for _ in 0..<8 {
      guard let ground = ground(pixels: pixels, in: frame), ground.value > 0 else { return nil }
      pixels *= length.value / ground.value
    }
    return pixels
  }

  /// The geodesic distance of the ends of a horizontal line through the frame's middle.
  static func ground(pixels: Double, in frame: MapFrame) -> Meters? {
    let middle = frame.box.center
    guard let start = frame.position(PixelPoint(x: middle.x - pixels / 2, y: middle.y)),
      let end = frame.position(PixelPoint(x: middle.x + pixels / 2, y: middle.y))
    else { return nil }
    return Geodesic.wgs84.distance(from: start, to: end)
  }

  /// Whether the middle number has room.
  func showsMiddle(in style: TextStyle) -> Bool {
    let widths = labels.map { style.width(of: $0) }
    return pixels / 2 > widths[1] / 2 + widths[2] / 2 + style.size * 0.6
  }

  /// The numbers under the bar's start, middle and end.
  var labels: [String] {
    let unit = length.value >= 1000 ? 1000.0 : 1
    let name = unit == 1000 ? "km" : "m"
    return [
      "0", NumberText.grouped(length.value / 2 / unit),
      "\(NumberText.grouped(length.value / unit)) \(name)",
    ]
  }
}
