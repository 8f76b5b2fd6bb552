internal import GRDB
internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures

/// The points of all incidents in memory, for many questions: they are read once, which takes longer
/// than a question through the file's own index, and then answer each in microseconds.
struct BatchSearch {
  /// An incident in reach, by its number here.
  struct Hit {
    var number: Int
    var distance: Meters
    /// In degrees clockwise from north, from the center.
    var azimuth: Double

    init(_ neighbor: DirectedNeighbor) {
      number = neighbor.index
      (distance, azimuth) = (neighbor.geodesic.distance, neighbor.geodesic.azimuth)
    }
  }

  /// The rows' keys.
  let keys: [Int64]
  private let index: GeodesicIndex
  /// The identifiers one after the other, and where each ends.
  private let identifiers: [UInt8]
  private let ends: [Int]

  /// Reads the incidents that pass a filter.
  init(_ filter: IncidentFilter, in db: Database) throws {
    let condition = filter.condition
    let rows = try RowCursor(
      db.makeStatement(
        sql: "SELECT i.fid, i.geom, i.incident_id FROM incidents i WHERE \(condition.sql)"),
      arguments: condition.arguments)
    var positions: [Position] = []
    var keys: [Int64] = []
    var identifiers: [UInt8] = []
    var ends: [Int] = []
    while try rows.next() {
      guard let position = rows.position(1) else { continue }
      positions.append(position)
      keys.append(Int64(rows.integer(0)))
      rows.withBytes(2) { id in
        for index in id.indices { identifiers.append(id[index]) }
      }
      ends.append(identifiers.count)
    }
    index = GeodesicIndex(positions)
    self.keys = keys
    self.identifiers = identifiers
    self.ends = ends
  }

  /// The incidents in reach of a question's center, in the order of distance, then identifier.
  func hits(_ reach: NearQuery.Reach, of center: Position) -> [Hit] {
    switch reach {
    case .within(let radius): hits(within: radius, of: center)
    case .nearest(let count): nearest(count, to: center)
    }
  }

  private func hits(within radius: Meters, of center: Position) -> [Hit] {
    inOrder(index.directedNeighbors(within: radius, of: center).map(Hit.init))
  }

  /// The nearest, with all that are as far as the last of them: among these the identifier decides.
  private func nearest(_ count: Int, to center: Position) -> [Hit] {
    guard count > 0, let last = index.nearest(count, to: center).last else { return [] }
    // The distance of the last as PROJ gives it, a little widened for that of a series.
    let reach = Meters(last.distance.value + 1e-6)
    return Array(hits(within: reach, of: center).prefix(count))
  }

  /// Hands on the identifier of an incident.
  func withIdentifier<Value>(_ number: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    body(identifiers.span.extracting(range(number)))
  }

  func position(_ number: Int) -> Position { index.positions[number] }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Puts hits of the same distance in the order of their identifiers.
  private func inOrder(_ hits: [Hit]) -> [Hit] {
    var hits = hits
    var start = 0
    while start < hits.count {
      var end = start + 1
      while end < hits.count, hits[end].distance == hits[start].distance { end += 1 }
      if end - start > 1 {
        hits[start..<end].sort { a, b in
          identifiers[range(a.number)].lexicographicallyPrecedes(identifiers[range(b.number)])
        }
      }
      start = end
    }
    return hits
  }
}
