internal import GRDB
public import IncidentModel
public import SimpleFeatures

/// What incidents must match; what is left out matches all, rejected ones included.
public struct IncidentFilter: Hashable, Sendable {
  /// The first day: the span of an incident must reach it; one without a date never does.
  public var since: CalendarDate?
  /// The last day: the span of an incident must begin by then; one without a date never does.
  public var until: CalendarDate?
  /// Whether the whole span of an incident must lie between these days, so that it certainly happened
  /// then: one that is known to the month is left out of the question for a day.
  public var isCertain = false
  /// The classes.
  public var types: Set<EventType>?
  /// What people decided.
  public var statuses: Set<ReviewStatus>?
  /// Where, the edges included; a box with `west > east` crosses the antimeridian.
  public var box: BoundingBox?

  /// All but what a person rejected.
  public static let unrejected = Set(ReviewStatus.allCases).subtracting([.rejected])

  /// A filter that every incident passes.
  public static let all = IncidentFilter()

  /// Makes a filter.
  public init(
    since: CalendarDate? = nil, until: CalendarDate? = nil, types: Set<EventType>? = nil,
    statuses: Set<ReviewStatus>? = nil, box: BoundingBox? = nil
  ) {
    self.since = since
    self.until = until
    self.types = types
    self.statuses = statuses
    self.box = box
  }

  /// Whether days are asked for.
  public var hasPeriod: Bool { since != nil || until != nil }

  /// Whether an incident `i` certainly happened in the days asked for, as SQL with its arguments.
  var certainty: (sql: String, arguments: StatementArguments) {
    var terms: [String] = []
    var arguments = StatementArguments()
    if let since {
      terms.append("i.date_start >= ?")
      arguments += [since.description]
    }
    if let until {
      terms.append("i.date_end <= ?")
      arguments += [until.description]
    }
    return (terms.isEmpty ? "1" : "(" + terms.joined(separator: " AND ") + ")", arguments)
  }

  /// The filter as a condition on a row `i` of `incidents`.
  var condition: (sql: String, arguments: StatementArguments) {
    var terms: [String] = []
    var arguments = StatementArguments()
    if let since {
      terms.append("i.date_end >= ?")
      arguments += [since.description]
    }
    if let until {
      terms.append("i.date_start <= ?")
      arguments += [until.description]
    }
    if isCertain {
      terms.append(certainty.sql)
      arguments += certainty.arguments
    }
    if let types {
      terms.append(Self.membership(of: "i.event_type", in: types.count))
      arguments += StatementArguments(types.map(\.rawValue).sorted())
    }
    if statuses == Self.unrejected {
      // The rejected are few and have an index; the column is the last of a long row.
      terms.append(
        "i.fid NOT IN (SELECT fid FROM incidents WHERE review_status = 'rejected')")
    } else if let statuses {
      // A row that a map program added has no status yet.
      terms.append(Self.membership(of: "ifnull(i.review_status, 'manual')", in: statuses.count))
      arguments += StatementArguments(statuses.map(\.rawValue).sorted())
    }
    if let box {
      let join = box.crossesAntimeridian ? "OR" : "AND"
      terms.append(
        """
        i.fid IN (SELECT id FROM \(FeatureTable.incidents.index)
          WHERE maxy >= ? AND miny <= ? AND (maxx >= ? \(join) minx <= ?))
        AND ST_MinY(i.geom) BETWEEN ? AND ?
        AND (ST_MinX(i.geom) >= ? \(join) ST_MinX(i.geom) <= ?)
        """)
      for _ in 0..<2 { arguments += [box.south, box.north, box.west, box.east] }
    }
    return (terms.isEmpty ? "1" : terms.joined(separator: " AND "), arguments)
  }

  private static func membership(of column: String, in count: Int) -> String {
    "\(column) IN (\(Array(repeating: "?", count: count).joined(separator: ", ")))"
  }
}
