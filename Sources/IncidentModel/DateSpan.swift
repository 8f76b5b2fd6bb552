/// The days that the sources allow for something, and how well they say so.
public struct DateSpan: Hashable, Sendable, Codable {
  /// The first day.
  public var start: CalendarDate
  /// The last day, `start` or later.
  public var end: CalendarDate
  /// How exact the span is.
  public var precision: DatePrecision
  /// What the span rests on.
  public var basis: DateBasis

  /// Makes a span; `end` may not lie before `start`.
  public init(
    start: CalendarDate, end: CalendarDate, precision: DatePrecision, basis: DateBasis
  ) {
    precondition(start <= end, "a span ends on or after the day it starts")
    self.start = start
    self.end = end
    self.precision = precision
    self.basis = basis
  }

  /// Whether two spans share a day.
  public func overlaps(_ other: DateSpan) -> Bool {
    start <= other.end && other.start <= end
  }
}

/// How exact a date is; UCDP GED's `date_prec`.
public enum DatePrecision: Int, Hashable, Sendable, Codable, Comparable, CaseIterable {
  /// The day is known.
  case day = 1
  /// One of several days.
  case severalDays = 2
  /// One of a week.
  case week = 3
  /// One of a month.
  case month = 4
  /// One of a year.
  case year = 5

  /// Orders precisions from the finest to the coarsest.
  public static func < (a: DatePrecision, b: DatePrecision) -> Bool { a.rawValue < b.rawValue }
}

/// What a date rests on.
public enum DateBasis: String, Hashable, Sendable, Codable, CaseIterable {
  /// Day, month and year stand in the text, or the year follows from the report's date.
  case explicit
  /// A weekday, counted back from the report's date.
  case weekday
  /// Relative to the report's date: "yesterday", "last week".
  case relative
  /// A span that the text names.
  case span
  /// Taken over from other reports of the same.
  case inferred
  /// Nothing is known.
  case unknown
}
