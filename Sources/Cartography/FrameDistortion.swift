internal import Geodesy
internal import SimpleFeatures

/// How far the scale and the direction of north differ across a frame from those in its middle.
struct FrameDistortion {
  /// The largest difference of the scale, along either axis, as a part of that in the middle along
  /// the horizontal: 0.02 is two percent.
  let scale: Double
  /// The difference of the two axes' scales in the middle, as a part.
  let stretch: Double
  /// The largest angle between north anywhere and north in the middle, in degrees.
  let north: Double

  /// Above this part a scale bar says that it holds for the middle.
  static let noticeableScale = 0.03
  /// Above this part a scale bar would mislead.
  static let misleadingScale = 0.25
  /// Above this angle one arrow does not tell where north is.
  static let turningNorth = 10.0

  /// Whether one arrow tells where north is.
  var hasOneNorth: Bool { north <= Self.turningNorth }

  /// Measures at the crossings of a grid over the window.
  init(of frame: MapFrame) {
    let box = frame.box
    let steps = 4
    guard let middle = Self.measure(frame, at: box.center) else {
      (scale, stretch, north) = (.infinity, .infinity, .infinity)
      return
    }
    var (scale, north) = (0.0, 0.0)
    for row in 0...steps {
      for column in 0...steps {
        let point = PixelPoint(
          x: box.left + box.width * Double(column) / Double(steps),
          y: box.top + box.height * Double(row) / Double(steps))
        guard let here = Self.measure(frame, at: point) else {
          (scale, north) = (.infinity, .infinity)
          continue
        }
        for value in [here.horizontal, here.vertical] {
          scale = max(scale, (value / middle.horizontal - 1).magnitude)
        }
        let turn = (here.north - middle.north).magnitude.truncatingRemainder(dividingBy: 360)
        north = max(north, min(turn, 360 - turn))
      }
    }
    self.scale = scale
    self.north = north
    stretch = (middle.vertical / middle.horizontal - 1).magnitude
  }

  /// Metres on the ground for a pixel along each axis, and the clockwise angle of north from up.
  private static func measure(
    _ frame: MapFrame, at point: PixelPoint
  ) -> (horizontal: Double, vertical: Double, north: Double)? {
    let corners = [(-1.0, 0.0), (1, 0), (0, -1), (0, 1)].map {
      frame.position(PixelPoint(x: point.x + $0.0, y: point.y + $0.1))
    }
    guard let position = frame.position(point), let west = corners[0], let east = corners[1],
      let above = corners[2], let below = corners[3],
      // Beyond the edge of a globe a projection may still answer, with another place.
      let seen = frame.pixel(position), seen.distance(to: point) < 1
    else { return nil }
    let horizontal = Geodesic.wgs84.distance(from: west, to: east).value / 2
    let vertical = Geodesic.wgs84.inverse(from: below, to: above)
    guard horizontal > 0, vertical.distance.value > 0 else { return nil }
    return (horizontal, vertical.distance.value / 2, -vertical.azimuth)
  }
}
