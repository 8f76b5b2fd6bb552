/// Puts legend, scale and inset where they hide nothing: into the emptiest corner, else along the
/// edges.
///
/// No incident is ever covered. What else would be, costs as ``SheetCost`` says; a place off the
/// corners and a corner of lower rank cost something too, so that furniture stays where it is
/// looked for unless that hides something.
struct FurniturePlacement {
  let window: PixelBox
  /// What may not be hidden.
  let circles: [PixelCircle]
  /// What should rather not be hidden.
  let costs: SheetCost
  /// The distance to the window's edges and between pieces.
  let gap: Double
  private(set) var boxes: [PixelBox]

  /// What a place off the corners costs, and what one in the middle of an edge costs more.
  private static let offCorner = (first: 1.0, middle: 2.0)
  private static let rankCost = 0.3
  private static let formCost = 0.4

  init(
    window: PixelBox, circles: [PixelCircle], costs: SheetCost, taken: [PixelBox] = [], gap: Double
  ) {
    self.window = window
    self.circles = circles
    self.costs = costs
    self.gap = gap
    boxes = taken
  }

  /// The corners, clockwise from the upper left.
  enum Corner: Int, CaseIterable {
    case topLeft, topRight, bottomRight, bottomLeft

    var isLeft: Bool { self == .topLeft || self == .bottomLeft }
    var isTop: Bool { self == .topLeft || self == .topRight }
  }

  /// A free box of a size, or `nil` where every one would hide an incident.
  mutating func place(width: Double, height: Double, preferring corners: [Corner]) -> PixelBox? {
    place([(width, height)], preferring: corners)?.box
  }

  /// The best free box of one of several forms, the first of which is liked best.
  mutating func place(
    _ forms: [(width: Double, height: Double)], preferring corners: [Corner]
  ) -> (form: Int, box: PixelBox)? {
    let room = window.expanded(by: -gap)
    var best: (form: Int, box: PixelBox, cost: Double)?
    for (number, form) in forms.enumerated() {
      guard form.width <= room.width, form.height <= room.height else { continue }
      for (rank, corner) in corners.enumerated() {
        let base = Double(rank) * Self.rankCost + Double(number) * Self.formCost
        for (box, shift) in Self.boxes(form, from: corner, in: room, step: gap) {
          let off = shift == 0 ? 0 : Self.offCorner.first + 2 * shift * Self.offCorner.middle
          guard best.map({ base + off < $0.cost }) ?? true else { continue }
          let cost = base + off + costs.cost(of: box.expanded(by: gap * 0.5))
          if best.map({ cost < $0.cost }) ?? true, isFree(box) { best = (number, box, cost) }
        }
      }
    }
    guard let best else { return nil }
    boxes.append(best.box)
    return (best.form, best.box)
  }

  /// Boxes at a corner and along the two edges from there to their middles, with how far along they
  /// lie, 0 … 0.5.
  private static func boxes(
    _ form: (width: Double, height: Double), from corner: Corner, in room: PixelBox, step: Double
  ) -> [(box: PixelBox, shift: Double)] {
    let (spareX, spareY) = (room.width - form.width, room.height - form.height)
    func box(_ x: Double, _ y: Double) -> PixelBox {
      let left = corner.isLeft ? room.left + x : room.right - form.width - x
      let top = corner.isTop ? room.top + y : room.bottom - form.height - y
      return PixelBox(left: left, top: top, right: left + form.width, bottom: top + form.height)
    }
    let across = stride(from: step, through: spareX / 2, by: step).map {
      (box($0, 0), $0 / spareX)
    }
    let along = stride(from: step, through: spareY / 2, by: step).map { (box(0, $0), $0 / spareY) }
    return [(box(0, 0), 0)] + across + along
  }

  private func isFree(_ box: PixelBox) -> Bool {
    let grown = box.expanded(by: gap * 0.7)
    return !circles.contains { grown.overlaps($0) } && !boxes.contains { grown.overlaps($0) }
  }
}
