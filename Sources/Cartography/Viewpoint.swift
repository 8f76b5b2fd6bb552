/// Which country each contested area belongs to, as one country sees it.
///
/// It says what a state declares, not what is right; ``ViewpointTable`` says since when and why.
public struct Viewpoint: Hashable, Sendable {
  /// The ISO 3166-1 alpha-2 code of the country whose view it is; XK for Kosovo.
  public var code: String
  /// The country's name in the language of the map's words.
  public var name: String
  /// The country that an area belongs to in this view, by the area's `place_id`: its code, or the
  /// empty text where the area is a country that has no code.
  public var owners: [String: String]
  /// The `place_id` of every area that some country sees otherwise than it is held.
  public var contested: Set<String>

  /// Who sees it so, as in "Borders as seen by the Netherlands".
  var phrase: String {
    let takesArticle =
      name.hasPrefix("United ") || name.hasSuffix(" Islands") || name.hasSuffix("Republic")
      || name.contains("Republic of")
      || ["Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines"].contains(name)
    return takesArticle ? "the \(name)" : name
  }

  /// Gathers a view.
  public init(code: String, name: String, owners: [String: String], contested: Set<String>) {
    self.code = code
    self.name = name
    self.owners = owners
    self.contested = contested
  }
}
