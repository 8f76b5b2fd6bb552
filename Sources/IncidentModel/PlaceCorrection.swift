internal import Foundation
internal import SimpleFeatures
internal import Toponymy

/// Where an incident was, as a person says: a gazetteer's place with the values of its row, so that the
/// decision can be applied without the gazetteer.
public struct PlaceCorrection: Hashable, Sendable, Codable {
  var id: PlaceID?
  var name: String?
  var alternatives: [String]
  var country: String?
  var admin1: String?
  var admin2: String?
  var longitude: Double?
  var latitude: Double?
  var precision: WherePrecision?
  var uncertainty: Double?

  /// Takes over what is known of an event's place.
  public init(_ place: EventPlace) {
    func stated(_ text: String) -> String? { text.isEmpty ? nil : text }
    (id, name, alternatives) = (place.id, place.name, place.alternativeNames)
    (country, admin1, admin2) = (stated(place.country), stated(place.admin1), stated(place.admin2))
    (longitude, latitude) = (place.position.longitude, place.position.latitude)
    (precision, uncertainty) = (place.precision, place.uncertainty.value)
  }

  /// Takes over what an incident says of its place.
  init(_ incident: Incident) {
    (id, name) = (incident.placeID, incident.location)
    alternatives = incident.locationAlternatives
    (country, admin1, admin2) = (incident.country, incident.admin1, incident.admin2)
    (longitude, latitude) = (incident.position?.longitude, incident.position?.latitude)
    (precision, uncertainty) = (incident.wherePrecision, incident.uncertainty?.value)
  }

  /// One line of JSON, its members in order: what a decision keeps.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Reads the form of ``text``.
  public init?(_ text: String) {
    guard let place = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = place
  }

  /// What people call it: the name and the identifier.
  public var label: String {
    guard let name else { return "no place" }
    return name + (id.map { " (\($0.text))" } ?? "")
  }

  /// Puts an incident there.
  public func apply(to incident: inout Incident) {
    (incident.placeID, incident.location) = (id, name)
    incident.locationAlternatives = alternatives
    (incident.country, incident.admin1, incident.admin2) = (country, admin1, admin2)
    incident.position =
      if let longitude, let latitude {
        Position(longitude: longitude, latitude: latitude)
      } else {
        nil
      }
    incident.wherePrecision = precision
    incident.uncertainty = uncertainty.map(Meters.init)
  }
}
