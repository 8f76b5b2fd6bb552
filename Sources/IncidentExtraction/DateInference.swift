internal import IncidentModel

/// Dates reports that do not say when they were published, from dated reports of the same events.
///
/// An undated report's "29 May" takes its year, and its "Monday" its day, from events of the same kind
/// and place in reports whose date is known. Only those are asked, so the order of reports does not
/// matter.
struct DateInference {
  private let dated: [DatedEvent]

  /// What was found out about a report.
  struct Finding {
    var year: Int?
    var publication: PublicationDate?
  }

  /// Takes the events of the reports that are dated.
  init(dated: [DatedEvent]) {
    self.dated = dated.filter {
      $0.span?.precision == .day && $0.event.when?.isInherited == false
    }
  }

  /// The year, and where weekdays allow it the date, of the report that tells some events.
  func finding(for events: [Event]) -> Finding {
    var years: [Int: Int] = [:]
    var days: [CalendarDate: Int] = [:]
    for event in events {
      let undated = DatedEvent(event: event, span: nil)
      for known in dated where known.unrest == undated.unrest {
        guard PlaceComparison(event.place, known.event.place) != .apart, let span = known.span
        else { continue }
        switch event.when?.expression {
        case .calendar(nil, let month?, let day):
          let (year, knownMonth, knownDay) = span.start.components
          if month == knownMonth, day == nil || day == knownDay { years[year, default: 0] += 1 }
        case .weekday(let weekday, _):
          if span.start.weekday == weekday { days[span.start, default: 0] += 1 }
        default: break
        }
      }
    }
    let year = Self.mostFrequent(years)
    let day = Self.mostFrequent(days)
    return Finding(
      year: year ?? day?.year, publication: day.map { PublicationDate(date: $0, basis: .inferred) })
  }

  /// The value with most votes, the later of equals.
  private static func mostFrequent<Value: Comparable & Hashable>(_ votes: [Value: Int]) -> Value? {
    votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
