internal import SimpleFeatures

/// Makes the polygons of an area valid and cuts them at the antimeridian, one after another.
struct ArealAssembly {
  private(set) var notes: [ArealGeometry.Note] = []
  /// How many polygons there are, empty ones among them.
  private let total: Int

  init(total: Int) {
    self.total = total
  }

  mutating func assemble(_ polygons: [Polygon]) throws(TopologyError) -> [Polygon] {
    let numbered = zip(1..., polygons).filter { !$0.1.positions.isEmpty }
    guard !numbered.isEmpty else { throw error("there is no polygon with positions in it") }
    for (number, polygon) in numbered { try check(polygon, number: number) }
    if numbered.allSatisfy({ !$0.1.needsUnwrapping }) {
      let polygons = numbered.map(\.1)
      if isValid(polygons) { return polygons }
    }
    var parts: [Polygon] = []
    for (number, polygon) in numbered {
      parts +=
        polygon.needsUnwrapping
        ? try unwrapped(polygon, number: number) : try repaired(polygon, number: number)
    }
    guard !parts.isEmpty else {
      throw error("nothing is left of it: \(notes.map(\.description).joined(separator: "; "))")
    }
    // The parts of one polygon lie apart, unless they meet on the way to a pole.
    let areApart = numbered.count == 1 && !notes.contains(where: \.isAboutPole)
    if areApart || isValid(parts) { return parts }
    return try PlanarTopology.union(parts.map(Geometry.polygon)).polygons
  }

  private func isValid(_ polygons: [Polygon]) -> Bool {
    PlanarTopology.validityFault(of: .multiPolygon(polygons)) == nil
  }

  // MARK: - One polygon

  private func check(_ polygon: Polygon, number: Int) throws(TopologyError) {
    if let defect = Geometry.polygon(polygon).defect { throw error(defect, number: number) }
    for position in polygon.positions {
      if position.latitude.magnitude > 90 {
        throw error(
          "latitude \(position.latitude) is beyond 90; longitude comes first", number: number)
      }
      if position.longitude.magnitude > 360 {
        throw error(
          "longitude \(position.longitude) is beyond 360; coordinates are degrees", number: number)
      }
    }
  }

  /// The polygons that are left of one when it is made valid.
  private mutating func repaired(
    _ polygon: Polygon, number: Int
  ) throws(TopologyError) -> [Polygon] {
    guard let fault = PlanarTopology.validityFault(of: .polygon(polygon)) else { return [polygon] }
    let polygons = try PlanarTopology.repairedPolygons(of: polygon)
    note(polygons.isEmpty ? .leftOut(fault) : .repaired(fault), number: number)
    return polygons
  }

  /// The parts of a polygon between the longitudes −180 and 180, each ring put in order by itself.
  private mutating func unwrapped(
    _ polygon: Polygon, number: Int
  ) throws(TopologyError) -> [Polygon] {
    let exterior = try parts(of: polygon.exterior, number: number)
    var holes: [Polygon] = []
    for ring in polygon.interiors where !ring.isEmpty {
      holes += try parts(of: ring, number: number)
    }
    guard !exterior.isEmpty, !holes.isEmpty else { return exterior }
    let left = try PlanarTopology.difference(
      of: PlanarTopology.union(exterior.map(Geometry.polygon)),
      without: PlanarTopology.union(holes.map(Geometry.polygon)))
    return left?.polygons ?? []
  }

  private mutating func parts(of ring: [Position], number: Int) throws(TopologyError) -> [Polygon] {
    let unwrapped: UnwrappedRing
    do throws(UnwrappedRing.Fault) {
      unwrapped = try UnwrappedRing(ring)
    } catch {
      throw self.error(error.rawValue, number: number)
    }
    switch unwrapped.pole {
    case .north: note(.closedAtNorthPole, number: number)
    case .south: note(.closedAtSouthPole, number: number)
    case nil: break
    }
    var parts: [Polygon] = []
    let whole = try repaired(Polygon(exterior: unwrapped.positions), number: number)
    guard !whole.isEmpty else { return [] }
    let turns = unwrapped.turns
    for turn in turns {
      let part =
        turns.count == 1
        ? .multiPolygon(whole)
        : try PlanarTopology.intersection(of: .multiPolygon(whole), and: .polygon(turn.lune))
      parts += (part?.polygons ?? []).map(turn.wrapped)
    }
    if turns.count > 1, unwrapped.pole == nil { note(.cutAtAntimeridian, number: number) }
    return parts
  }

  // MARK: - Words

  /// Notes a change once a polygon, however many of its rings underwent it.
  private mutating func note(_ change: ArealGeometry.Note.Change, number: Int) {
    let note = ArealGeometry.Note(polygon: number, change: change)
    if !notes.contains(note) { notes.append(note) }
  }

  private func error(_ message: String, number: Int? = nil) -> TopologyError {
    let place = number.map { total > 1 ? "polygon \($0) of \(total)" : "a polygon" }
    return TopologyError(attempt: "take \(place ?? "a geometry") as an area", message: message)
  }
}

extension ArealGeometry.Note {
  fileprivate var isAboutPole: Bool {
    change == .closedAtNorthPole || change == .closedAtSouthPole
  }
}
