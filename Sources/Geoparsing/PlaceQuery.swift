public import IncidentModel
public import SimpleFeatures
public import Toponymy

/// A place as a command is given it: a name, an identifier, or a position.
public struct PlaceQuery: Hashable, Sendable {
  /// What a command needs of a place.
  public enum Wish: Sendable {
    /// A point: of a town and its municipality, the town.
    case point
    /// An area: of a town and its municipality, the municipality.
    case area
  }

  /// Where it is.
  public var position: Position
  /// The radius that holds it; 0 for a position.
  public var uncertainty: Meters
  /// What people call it: "Leposavić / Leposaviq", or the position.
  public var label: String
  /// The gazetteer's place, where it is one.
  public var place: Place?
  /// The area that it is by way of other places: "10 km N of Leposavić".
  public var area: VagueArea?

  /// Reads a place argument.
  ///
  /// - Parameters:
  ///   - text: `Leposaviq`, `10 km north of Leposavić`, `xk:leposavic`, `43.1039,20.8028` (latitude first, RFC 5870),
  ///     `geo:43.1039,20.8028` or `43°06'14"N 20°48'10"E`.
  ///   - wish: What the command needs.
  ///   - resolver: Knows the names.
  /// - Throws: ``PlaceQueryError`` where the place is unknown or ambiguous, with the nearest names or
  ///   the candidates.
  public init(_ text: String, for wish: Wish, resolver: NameResolver) throws(PlaceQueryError) {
    if let position = try PlaceQuery(position: text) {
      self = position
      return
    }
    let reading = resolver.read(text)
    if let area = reading.area {
      self.area = area
      place = area.place
      position = area.position
      uncertainty = area.uncertainty
      label = area.label
      return
    }
    let place = try Self.place(text, reading.resolution, for: wish, resolver: resolver)
    self.place = place
    position = place.position
    uncertainty = place.uncertainty
    label = ([place.name] + place.alternativeNames.prefix(1)).joined(separator: " / ")
  }

  /// Reads a place argument that is a position: `43.1039,20.8028`, `geo:43.1039,20.8028` or
  /// `43°06'14"N 20°48'10"E`; `nil` where it is none.
  ///
  /// - Throws: ``PlaceQueryError`` where it looks like one and is not on the globe.
  public init?(position text: String) throws(PlaceQueryError) {
    guard let position = try PositionText.position(in: text) else { return nil }
    self.position = position
    uncertainty = Meters(0)
    label =
      DecimalText.text(position.latitude, places: 6) + ","
      + DecimalText.text(position.longitude, places: 6)
  }

  private static func place(
    _ text: String, _ resolution: Resolution, for wish: Wish, resolver: NameResolver
  ) throws(PlaceQueryError) -> Place {
    var resolution = resolution
    let shown = shown(text)
    let areas = resolution.candidates.filter { $0.place.kind.isArea }
    if wish == .area, !areas.isEmpty { resolution = PlaceResolver.decide(areas, sense: nil) }
    let candidates = resolution.candidates
    guard let best = candidates.first else {
      let similar = resolver.gazetteer.similarNames(to: text, limit: 5)
      let advice =
        similar.isEmpty ? "" : "; the nearest known names are: \(similar.joined(separator: ", "))"
      throw PlaceQueryError("no place is called \"\(shown)\"\(advice)")
    }
    if wish == .point, let town = settlement(among: candidates, for: best) { return town }
    guard case .ambiguous = resolution else { return best.place }
    let list = candidates.prefix(6).map { candidate in
      let place = candidate.place
      let holder = [place.admin2, place.admin1, place.country].first {
        !$0.isEmpty && $0 != place.name
      }
      return "\(place.id) (\(place.kind.rawValue)\(holder.map { ", \($0)" } ?? ""))"
    }
    throw PlaceQueryError(
      "\"\(shown)\" is ambiguous; name one by its id: \(list.joined(separator: ", "))")
  }

  /// A text as an error may show it: on one line, and not longer than one.
  private static func shown(_ text: String) -> String {
    let line = text.unicodeScalars.prefix(80).map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
        ? " " : Character(scalar)
    }
    return String(line) + (text.unicodeScalars.count > 80 ? "…" : "")
  }

  /// The town that a municipality is named after.
  private static func settlement(among candidates: [Candidate], for best: Candidate) -> Place? {
    guard best.place.kind == .municipality else { return nil }
    return candidates.map(\.place).first {
      $0.kind.isSettlement && $0.country == best.place.country && $0.admin2 == best.place.admin2
    }
  }
}
