/// Puts legend, scale and inset where they hide nothing: the emptiest corner first, then along the
/// edges.
struct FurniturePlacement {
  let window: PixelBox
  /// What may not be hidden.
  let circles: [PixelCircle]
  /// What should rather not be hidden.
  let points: [PixelPoint]
  /// The distance to the window's edges and between pieces.
  let gap: Double
  private(set) var boxes: [PixelBox] = []

  init(window: PixelBox, circles: [PixelCircle], points: [PixelPoint], gap: Double) {
    self.window = window
    self.circles = circles
    self.points = points
    self.gap = gap
  }

  /// The corners, clockwise from the upper left.
  enum Corner: Int, CaseIterable {
    case topLeft, topRight, bottomRight, bottomLeft
  }

  /// A free box of a size, or `nil` where every one would hide an incident.
  mutating func place(width: Double, height: Double, preferring corners: [Corner]) -> PixelBox? {
    let room = window.expanded(by: -gap)
    guard width <= room.width, height <= room.height else { return nil }
    var best: (box: PixelBox, cost: Double)?
    for (rank, corner) in corners.enumerated() {
      for slide in 0..<9 {
        for alongEdge in [true, false] where slide > 0 || alongEdge {
          let part = Double(slide) / 8
          let isLeft = corner == .topLeft || corner == .bottomLeft
          let isTop = corner == .topLeft || corner == .topRight
          let (spareX, spareY) = (room.width - width, room.height - height)
          let x = (alongEdge ? 0 : part) * spareX
          let y = (alongEdge ? part : 0) * spareY
          let left = isLeft ? room.left + x : room.right - width - x
          let top = isTop ? room.top + y : room.bottom - height - y
          let box = PixelBox(left: left, top: top, right: left + width, bottom: top + height)
          guard isFree(box) else { continue }
          let hidden = Double(points.count { box.expanded(by: gap).contains($0) })
          let cost = hidden + Double(rank) * 0.6 + (slide == 0 ? 0 : 3 + part * 4)
          if best.map({ cost < $0.cost }) ?? true { best = (box, cost) }
        }
      }
    }
    guard let best else { return nil }
    boxes.append(best.box)
    return best.box
  }

  private func isFree(_ box: PixelBox) -> Bool {
    let grown = box.expanded(by: gap * 0.7)
    return !circles.contains { grown.overlaps($0) } && !boxes.contains { grown.overlaps($0) }
  }
}
