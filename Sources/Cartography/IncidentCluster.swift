internal import IncidentModel
internal import SimpleFeatures

/// What stands at one point of the sheet: the incidents of a place side by side around it, or a disc
/// for so many that they cannot be drawn one by one.
struct IncidentCluster {
  /// An incident's symbol and where its middle lies, counted from the cluster's.
  struct Mark {
    /// The incident's number in the map's content.
    var index: Int
    var offset: PixelPoint
    var outline: SymbolOutline
  }

  /// The place's point.
  let anchor: PixelPoint
  /// Where the cluster is drawn: the anchor, unless another cluster needed the room.
  var center: PixelPoint
  /// The symbols; none where a disc stands for them.
  let marks: [Mark]
  /// The incidents that a disc stands for, by number.
  let members: [Int]
  /// What stands here, by class.
  let tally: IncidentTally
  /// The circle around the middle that holds every symbol.
  let radius: Double
  /// The incident whose place gives its name to the cluster; `nil` where several places are drawn as
  /// one and none has half of the incidents.
  let lead: Int?

  var isDisc: Bool { marks.isEmpty }
  var circle: PixelCircle { PixelCircle(center: center, radius: radius) }
  /// How far the cluster was moved.
  var displacement: Double { center.distance(to: anchor) }
  var isDisplaced: Bool { displacement > max(2, radius * 0.7) }

  /// The most symbols that are drawn one by one at a place.
  static let mostMarks = 24

  /// Draws a group, one by one where there are no more than so many.
  init(
    _ group: IncidentGroup, points: [IncidentPoint], symbols: SymbolScale, gap: Double,
    atMost most: Int = mostMarks
  ) {
    anchor = group.anchor
    center = group.anchor
    tally = group.tally
    guard group.count <= most else {
      lead = Self.common(group.members, points)
      radius = symbols.discRadius(of: tally.value)
      marks = []
      members = group.members
      return
    }
    members = []
    let signs = group.members.map { index in
      (
        index: index,
        outline: SymbolOutline(
          shape: points[index].eventType.symbol.shape, area: symbols.area(of: points[index].value))
      )
    }.sorted { a, b in
      (-a.outline.area, points[a.index].eventType.number, a.index)
        < (-b.outline.area, points[b.index].eventType.number, b.index)
    }
    let centers = CirclePacking.centers(radii: signs.map(\.outline.circumradius), gap: gap)
    marks = zip(signs, centers).map { Mark(index: $0.index, offset: $1, outline: $0.outline) }
    lead = marks.first?.index
    let origin = PixelPoint(x: 0, y: 0)
    radius = marks.map { $0.offset.distance(to: origin) + $0.outline.circumradius }.max() ?? 0
  }
}

extension IncidentCluster {
  /// An incident at the place where more than half of them are, `nil` where there is no such place:
  /// the majority vote of Boyer and Moore (1981).
  private static func common(_ members: [Int], _ points: [IncidentPoint]) -> Int? {
    var candidate: Int?
    var votes = 0
    for member in members {
      if votes == 0 { candidate = member }
      votes += candidate.map { points[$0].place } == points[member].place ? 1 : -1
    }
    guard let candidate else { return nil }
    let count = members.count { points[$0].place == points[candidate].place }
    return 2 * count > members.count ? candidate : nil
  }

  /// Moves clusters that overlap apart, the small ones more than the large, inside the window.
  ///
  /// - Returns: Whether none overlaps another now.
  @discardableResult
  static func separate(
    _ clusters: inout [IncidentCluster], gap: Double, within window: PixelBox
  ) -> Bool {
    for _ in 0..<300 {
      var moved = false
      for i in clusters.indices.dropLast() {
        for j in clusters.indices[(i + 1)...] {
          let reach = clusters[i].radius + clusters[j].radius + gap
          guard clusters[i].center.squaredDistance(to: clusters[j].center) < reach * reach - 0.01
          else { continue }
          push(&clusters, i, j, reach: reach)
          moved = true
        }
      }
      for index in clusters.indices {
        let room = window.expanded(by: -clusters[index].radius - gap)
        let center = clusters[index].center
        guard room.width > 0, room.height > 0 else { continue }
        clusters[index].center = PixelPoint(
          x: min(max(center.x, room.left), room.right),
          y: min(max(center.y, room.top), room.bottom))
      }
      if !moved { return true }
    }
    return false
  }

  private static func push(_ clusters: inout [IncidentCluster], _ i: Int, _ j: Int, reach: Double) {
    let (a, b) = (clusters[i].center, clusters[j].center)
    let distance = a.distance(to: b)
    let missing = reach - distance + 0.05
    let direction = distance > 0.01 ? a.direction(to: b) : Double((i * 47 + j * 101) % 360)
    let (massA, massB) = (
      clusters[i].radius * clusters[i].radius, clusters[j].radius * clusters[j].radius
    )
    let share = massB / (massA + massB)
    clusters[i].center = a.offset(by: -missing * share, degrees: direction)
    clusters[j].center = b.offset(by: missing * (1 - share), degrees: direction)
  }
}
