internal import GRDB
internal import Geodesy
public import IncidentModel
internal import SimpleFeatures

extension IncidentStore {
  /// So many questions are worth reading all points into memory.
  private static let fewQuestions = 16

  /// Answers many questions in one state of the store, one after the other.
  ///
  /// - Parameters:
  ///   - queries: What is asked.
  ///   - filter: What the incidents of all answers must match; questions of another filter, and those
  ///     that include what is possible, cost a search of the file each.
  ///   - fields: The fields to be handed on, as indices in `IncidentField.all`, ascending.
  ///   - isPlain: Whether distances and azimuths alone are wanted, neither intervals nor certainty of days.
  ///   - outline: The distances to the outline of a place.
  ///   - receiver: Takes the incidents of each question, nearest first, then by identifier.
  ///   - values: The values of further columns, by the number of the question and the distance.
  ///   - afterEach: Is called after each row, so that the receiver can pass on what it holds.
  /// - Throws: What `afterEach` throws, or ``StoreError/unreadable(path:reason:)``.
  /// - Complexity: O(*n*) once, then O(log *n* + *k*) for *k* incidents in reach.
  public func answer<Receiver: IncidentRowReceiver>(
    _ queries: [NearQuery], matching filter: IncidentFilter, fields: [Int], isPlain: Bool,
    outline: @escaping OutlineDistance = { _, _ in nil }, to receiver: inout Receiver,
    adding values: (Int, IncidentDistance) -> [FieldValue],
    afterEach: (inout Receiver) throws -> Void
  ) throws {
    let isMany = queries.count >= Self.fewQuestions
    try reading { db in
      let batch = isMany ? try BatchSearch(filter, in: db) : nil
      for (number, query) in queries.enumerated() {
        if isPlain, let batch, query.filter == filter, !query.includesPossible {
          let hits = batch.hits(query.reach, of: query.center)
          let distances = hits.map {
            IncidentDistance(
              distance: $0.distance, azimuth: $0.azimuth, minDistance: $0.distance,
              maxDistance: $0.distance)
          }
          if fields == [Self.identifierField] {
            for (hit, distance) in zip(hits, distances) {
              batch.withIdentifier(hit.number) { id in
                receiver.beginRow(id: id, position: batch.position(hit.number), uncertainty: nil)
                receiver.receive(text: id, field: Self.identifierField)
              }
              receiver.endRow(adding: values(number, distance))
              try afterEach(&receiver)
            }
          } else {
            try StoredIncidents(database: db, source: .keys(hits.map { batch.keys[$0.number] }))
              .send(
                fields, to: &receiver, adding: { row, _ in values(number, distances[row]) },
                afterEach: afterEach)
          }
        } else {
          let hits = try NearSearch(query, outline: outline, in: db).hits()
          try StoredIncidents(database: db, source: .keys(hits.map(\.key)))
            .send(
              fields, to: &receiver, adding: { row, _ in values(number, hits[row].distance) },
              afterEach: afterEach)
        }
      }
    }
  }

  private static let identifierField = 0
}
