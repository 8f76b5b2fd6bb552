public import Geodesy
public import SimpleFeatures

/// What an editor decides about a map; everything left out is decided by rule.
public struct MapOptions: Sendable {
  /// The headline.
  public var title: String
  /// The line under it; `nil` names the time span and the number of incidents.
  public var subtitle: String?
  /// The sheet's width in pixels, at least 320.
  public var width: Int
  /// The sheet's height in pixels, at least 320; `nil` follows the shape of the area.
  ///
  /// It grows where title and notes leave no room for a map.
  public var height: Int?
  /// The languages of labels in their order, as in `["sr", "sq"]` for "Leposavić / Leposaviq";
  /// empty for preferred names, and in Kosovo those in both official languages.
  public var languages: [String]
  /// The colours.
  public var theme: MapTheme
  /// The projected system; `nil` for the UTM zone of a small area, else an equal-area one.
  public var crs: CoordinateReferenceSystem?
  /// The area to show; `nil` fits the incidents.
  public var area: BoundingBox?
  /// The circle to show, with its ring and its name; goes before ``area``.
  public var circle: MapCircle?
  /// Credits of the data, one line each.
  public var sources: [String]
  /// What a symbol's area stands for.
  public var sizeBy: SizeMeasure

  /// Makes options; what is left out is decided by rule.
  public init(
    title: String, subtitle: String? = nil, width: Int = 1200, height: Int? = nil,
    languages: [String] = [], theme: MapTheme = .light, crs: CoordinateReferenceSystem? = nil,
    area: BoundingBox? = nil, circle: MapCircle? = nil, sources: [String] = [],
    sizeBy: SizeMeasure = .incidents
  ) {
    self.title = title
    self.subtitle = subtitle
    self.width = width
    self.height = height
    self.languages = languages
    self.theme = theme
    self.crs = crs
    self.area = area
    self.circle = circle
    self.sources = sources
    self.sizeBy = sizeBy
  }
}
