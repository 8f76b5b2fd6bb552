internal import IncidentModel
internal import SimpleFeatures

/// The incidents of one place, side by side around its point.
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
  var marks: [Mark]
  /// The circle around the middle that holds every symbol.
  let radius: Double
  /// Whether there are too many to draw each: a pie by type with a count stands for them.
  let isPie: Bool

  var circle: PixelCircle { PixelCircle(center: center, radius: radius) }
  var isDisplaced: Bool { center.distance(to: anchor) > max(2, radius * 0.7) }

  /// The most symbols that are drawn one by one at a place.
  static let mostMarks = 24

  init(anchor: PixelPoint, members: [(index: Int, outline: SymbolOutline)], gap: Double) {
    self.anchor = anchor
    center = anchor
    isPie = members.count > Self.mostMarks
    if isPie {
      let area = members.reduce(0) { $0 + $1.outline.area }
      radius = (area / .pi).squareRoot()
      marks = members.map {
        Mark(index: $0.index, offset: PixelPoint(x: 0, y: 0), outline: $0.outline)
      }
    } else {
      let centers = CirclePacking.centers(
        radii: members.map(\.outline.circumradius), gap: gap)
      marks = zip(members, centers).map {
        Mark(index: $0.index, offset: $1, outline: $0.outline)
      }
      let origin = PixelPoint(x: 0, y: 0)
      radius = marks.map { $0.offset.distance(to: origin) + $0.outline.circumradius }.max() ?? 0
    }
  }
}

extension IncidentCluster {
  /// Incidents gathered by place, in the order of their pixels; what lies less than three pixels
  /// apart is one place.
  static func clusters(
    of pixels: [IncidentPixel], incidents: [IncidentPoint], symbols: SymbolScale, gap: Double
  ) -> [IncidentCluster] {
    var members: [PixelCell: [Int]] = [:]
    var places: [(cell: PixelCell, anchor: PixelPoint)] = []
    for pixel in pixels {
      if members[pixel.cell] != nil {
        members[pixel.cell]?.append(pixel.index)
      } else if let near = places.first(where: {
        $0.anchor.squaredDistance(to: pixel.pixel) < 9
      }) {
        members[near.cell]?.append(pixel.index)
      } else {
        members[pixel.cell] = [pixel.index]
        places.append((pixel.cell, pixel.pixel))
      }
    }
    return places.sorted { $0.cell < $1.cell }.map { cell, anchor in
      let indices = members[cell] ?? []
      let symbols = indices.map { index in
        let incident = incidents[index]
        return (
          index: index,
          outline: SymbolOutline(
            shape: incident.eventType.symbol.shape,
            area: symbols.area(of: incident.value))
        )
      }
      let ordered = symbols.sorted { a, b in
        (-a.outline.area, order(incidents[a.index]), a.index)
          < (-b.outline.area, order(incidents[b.index]), b.index)
      }
      return IncidentCluster(anchor: anchor, members: ordered, gap: gap)
    }
  }

  /// Moves clusters that overlap apart, the small ones more than the large, inside the window.
  static func separate(_ clusters: inout [IncidentCluster], gap: Double, within window: PixelBox) {
    guard clusters.count > 1, clusters.count <= 700 else { return }
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
      if !moved { return }
    }
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

  private static func order(_ incident: IncidentPoint) -> Int {
    EventType.allCases.firstIndex(of: incident.eventType) ?? 0
  }
}
