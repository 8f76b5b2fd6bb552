internal import IncidentModel
internal import SimpleFeatures

/// Incidents that lie together on the sheet: at one place, or at several that are drawn as one.
struct IncidentGroup {
  /// The place of the first, or the middle of all.
  private(set) var anchor: PixelPoint
  private(set) var tally = IncidentTally()
  /// The incidents by number.
  private(set) var members: [Int] = []
  /// The first incident.
  private(set) var lead: Int

  init(at anchor: PixelPoint, lead: Int) {
    self.anchor = anchor
    self.lead = lead
  }

  var count: Int { tally.total }

  mutating func add(_ point: IncidentPoint, number: Int) {
    tally.add(point)
    members.append(number)
  }

  /// Takes in another group; the middle is that of all incidents.
  mutating func merge(_ other: IncidentGroup) {
    let share = Double(other.count) / Double(count + other.count)
    anchor = PixelPoint(
      x: anchor.x + share * (other.anchor.x - anchor.x),
      y: anchor.y + share * (other.anchor.y - anchor.y))
    lead = min(lead, other.lead)
    tally.add(other.tally)
    members += other.members
  }

  mutating func move(into window: PixelBox) {
    anchor = window.nearest(to: anchor)
  }
}

extension IncidentGroup {
  /// Incidents by place, in the order of rows; what lies less than three pixels apart is one place.
  ///
  /// - Parameters:
  ///   - pixels: The incidents by number, ascending, and where they lie.
  ///   - points: All incidents.
  ///   - most: So many places at most.
  /// - Returns: The places, or `nil` where there are more.
  /// - Complexity: O(*n*) for places far apart; stops at the place that is too many.
  static func places(
    of pixels: some Sequence<IncidentPixel>, points: [IncidentPoint], atMost most: Int
  ) -> [IncidentGroup]? {
    var places: [IncidentGroup] = []
    var numbers: [PixelCell: Int] = [:]
    for pixel in pixels {
      let cell = pixel.cell
      let near = numbers[cell] ?? Self.place(near: pixel.pixel, cell, in: places, numbers)
      let place = near ?? places.count
      if near == nil {
        guard places.count < most else { return nil }
        places.append(IncidentGroup(at: pixel.pixel, lead: pixel.index))
      }
      numbers[cell] = place
      places[place].add(points[pixel.index], number: pixel.index)
    }
    return places.sorted {
      ($0.anchor.y, $0.anchor.x, $0.lead) < ($1.anchor.y, $1.anchor.x, $1.lead)
    }
  }

  /// The first place less than three pixels away.
  private static func place(
    near pixel: PixelPoint, _ cell: PixelCell, in places: [IncidentGroup],
    _ numbers: [PixelCell: Int]
  ) -> Int? {
    var found: Int?
    for y in (cell.y - 4)...(cell.y + 4) {
      for x in (cell.x - 4)...(cell.x + 4) {
        guard let number = numbers[PixelCell(x: x, y: y)], number < found ?? .max,
          places[number].anchor.squaredDistance(to: pixel) < 9
        else { continue }
        found = number
      }
    }
    return found
  }

  /// Groups merged until no two discs come nearer than a gap, each inside the window.
  ///
  /// The largest go first and take in what they touch; what has grown is looked at again. Each round
  /// but the last has fewer groups.
  ///
  /// - Complexity: O(*n*²) a round.
  static func merged(
    _ groups: [IncidentGroup], gap: Double, within window: PixelBox,
    radius: (IncidentGroup) -> Double
  ) -> [IncidentGroup] {
    var discs = groups.map { Disc(group: $0, radius: radius($0), window: window, gap: gap) }
    while true {
      discs.sort { $0.order < $1.order }
      var kept: [Disc] = []
      for disc in discs {
        let touched = kept.firstIndex { $0.touches(disc, gap: gap) }
        if let touched {
          var group = kept[touched].group
          group.merge(disc.group)
          kept[touched] = Disc(group: group, radius: radius(group), window: window, gap: gap)
        } else {
          kept.append(disc)
        }
      }
      if kept.count == discs.count { return kept.map(\.group) }
      discs = kept
    }
  }
}

/// A group with the circle that is drawn for it, pulled into the window.
private struct Disc {
  var group: IncidentGroup
  var radius: Double

  init(group: IncidentGroup, radius: Double, window: PixelBox, gap: Double) {
    self.group = group
    self.radius = radius
    self.group.move(into: window.expanded(by: -radius - gap))
  }

  /// The largest first, then by rows.
  var order: (Double, Double, Double, Int) {
    (-radius, group.anchor.y, group.anchor.x, group.lead)
  }

  func touches(_ other: Disc, gap: Double) -> Bool {
    let reach = radius + other.radius + gap
    return group.anchor.squaredDistance(to: other.group.anchor) < reach * reach - 0.01
  }
}

extension PixelBox {
  /// The point inside that is nearest; the middle where there is no room at all.
  func nearest(to point: PixelPoint) -> PixelPoint {
    PixelPoint(
      x: left > right ? (left + right) / 2 : min(max(point.x, left), right),
      y: top > bottom ? (top + bottom) / 2 : min(max(point.y, top), bottom))
  }
}
