internal import Foundation
public import IncidentModel
internal import Toponymy

/// The time zone of each country that has only one: what turns a local time of day into UTC.
///
/// Countries of several zones are left out; there the day alone is used.
public struct TimeZones: Sendable {
  private let zones: [String: TimeZone]

  /// Reads `country,zone` rows: ISO 3166-1 alpha-2 codes and names of the IANA time zone database.
  ///
  /// Rows whose zone the system does not know are passed over.
  public init(_ csv: [UInt8]) {
    var zones: [String: TimeZone] = [:]
    for record in CSVRecords(csv).dropFirst() where record.fields.count == 2 {
      zones[record.fields[0].text] = TimeZone(identifier: record.fields[1].text)
    }
    self.zones = zones
  }

  /// The moment of a local time of day.
  ///
  /// - Parameters:
  ///   - minute: Minutes after local midnight, 0 … 1439.
  ///   - date: The local day.
  ///   - country: The country's ISO 3166-1 alpha-2 code.
  /// - Returns: The moment in UTC, or `nil` where the country's zone is not known.
  public func instant(minute: Int, of date: CalendarDate, in country: String) -> Instant? {
    guard let zone = zones[country] else { return nil }
    let local = Instant(midnightOf: date).seconds + minute * 60
    let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
    // Once more from the moment itself, for the hours around a change of clocks.
    let moment = Date(timeIntervalSince1970: Double(local - guess))
    return Instant(seconds: local - zone.secondsFromGMT(for: moment))
  }
}
