internal import IncidentModel
internal import SimpleFeatures

/// What the words around a map say of any number of incidents: how many, of what, when and where.
struct IncidentCensus: Hashable {
  private(set) var tally = IncidentTally()
  private(set) var days: ClosedRange<CalendarDate>?
  /// The largest value, how many have none, and how many have a value of 0.
  private(set) var largest = 0
  private(set) var unstated = 0
  private(set) var zeros = 0
  /// How many there are at each place, by its number.
  private(set) var places: [Int]

  init(places count: Int) {
    places = [Int](repeating: 0, count: count)
  }

  var total: Int { tally.total }
  var isEmpty: Bool { total == 0 }

  mutating func add(_ point: IncidentPoint) {
    tally.add(point)
    places[point.place] += 1
    switch point.value {
    case nil: unstated += 1
    case 0?: zeros += 1
    case let value?: largest = max(largest, value)
    }
    guard let span = point.days else { return }
    guard let known = days else {
      days = span
      return
    }
    if span.lowerBound < known.lowerBound || span.upperBound > known.upperBound {
      days =
        min(span.lowerBound, known.lowerBound)...max(span.upperBound, known.upperBound)
    }
  }
}

/// Which incidents a frame shows and which it does not.
struct IncidentSurvey: Hashable {
  /// All that were given.
  let total: Int
  /// How many of them have no place.
  let unplaced: Int
  /// Those inside the frame.
  private(set) var shown: IncidentCensus
  /// Those outside that are known only to a country or vaguer.
  private(set) var vague: IncidentCensus
  /// The others outside.
  private(set) var outside: IncidentCensus

  /// Counts incidents by where they lie; with no frame, all that have an image are shown.
  init(_ points: IncidentPoints, at positions: [PlanarPosition?], in frame: MapFrame?) {
    total = points.points.count
    unplaced = points.points.count { $0.position == nil }
    shown = IncidentCensus(places: points.places.count)
    vague = shown
    outside = shown
    for (point, position) in zip(points.points, positions) where point.position != nil {
      if let position, frame.map({ $0.box.contains($0.pixel(position)) }) ?? true {
        shown.add(point)
      } else if point.fitsFrame {
        outside.add(point)
      } else {
        vague.add(point)
      }
    }
  }
}
