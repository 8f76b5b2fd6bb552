public import ArgumentParser
public import Cartography
internal import Foundation
public import IncidentModel
public import Interchange
public import SimpleFeatures
public import Toponymy

/// A distance with its unit: `20km`, `500m`, `3mi`, `2nmi`.
extension Meters: ExpressibleByArgument {
  /// Reads a number and a unit; a bare number is none.
  public init?(argument: String) {
    let units: [(String, Double)] = [("nmi", 1852), ("km", 1000), ("mi", 1609.344), ("m", 1)]
    for (unit, factor) in units where argument.hasSuffix(unit) {
      // No distance on the globe is longer than half its circumference.
      guard let number = Double(argument.dropLast(unit.count)), number >= 0,
        number * factor <= 20_100_000
      else { return nil }
      self.init(number * factor)
      return
    }
    return nil
  }
}

/// Days as the user gives them: `2023-05-29`, `2023-05`, `2023`, or two of them with `/` between.
struct DateArgument: ExpressibleByArgument {
  let first: CalendarDate
  let last: CalendarDate

  init?(argument: String) {
    let ends = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let start = Self.days(ends[0]),
      let end = Self.days(ends[ends.count - 1]), start.first <= end.last
    else { return nil }
    (first, last) = (start.first, end.last)
  }

  private static func days(_ text: Substring) -> (first: CalendarDate, last: CalendarDate)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    switch parts.count {
    case 3:
      return CalendarDate(text).map { ($0, $0) }
    case 2:
      guard parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
        let first = CalendarDate(year: year, month: month, day: 1)
      else { return nil }
      return (first, first + (CalendarDate.days(inMonth: month, of: year) - 1))
    case 1:
      guard parts[0].utf8.count == 4, let year = Int(parts[0]),
        let first = CalendarDate(year: year, month: 1, day: 1),
        let last = CalendarDate(year: year, month: 12, day: 31)
      else { return nil }
      return (first, last)
    default: return nil
    }
  }
}

extension EventType: ExpressibleByArgument {
  /// Reads a type by its name or the beginning of it, in any case.
  public init?(argument: String) {
    let wanted = argument.lowercased()
    let matching = EventType.allCases.filter { $0.rawValue.lowercased().hasPrefix(wanted) }
    guard matching.count == 1 || matching.contains(where: { $0.rawValue.lowercased() == wanted })
    else { return nil }
    self = matching[0]
  }
}

extension DateOrder: ExpressibleByArgument {}
extension IncidentFileFormat: ExpressibleByArgument {}
extension ReviewStatus: ExpressibleByArgument {}
extension MapTheme: ExpressibleByArgument {}
extension PlaceKind: ExpressibleByArgument {}
extension GazetteerFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension SizeMeasure: ExpressibleByArgument {}
