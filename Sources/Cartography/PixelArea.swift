/// An area on the sheet: rings, of which a point inside crosses an odd number.
struct PixelArea {
  var rings: [[PixelPoint]]

  var bounds: PixelBox? { PixelBox(enclosing: rings.joined()) }
  var isEmpty: Bool { rings.isEmpty }

  /// Whether the area holds a point, by the crossing number.
  func contains(_ point: PixelPoint) -> Bool {
    var inside = false
    for ring in rings {
      guard var previous = ring.last else { continue }
      for corner in ring {
        if (corner.y > point.y) != (previous.y > point.y),
          point.x < (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y)
            + corner.x
        {
          inside.toggle()
        }
        previous = corner
      }
    }
    return inside
  }

  /// Whether the area holds a box, as far as its middle, corners and edges' middles tell.
  func contains(_ box: PixelBox) -> Bool {
    let middle = box.center
    let probes =
      [middle] + box.corners + [
        PixelPoint(x: middle.x, y: box.top), PixelPoint(x: middle.x, y: box.bottom),
        PixelPoint(x: box.left, y: middle.y), PixelPoint(x: box.right, y: middle.y),
      ]
    return probes.allSatisfy(contains)
  }
}
