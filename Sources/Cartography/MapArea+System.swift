internal import Geodesy
internal import SimpleFeatures

/// Which projection suits an area; `Documentation/guides/frame-and-projection.md` says why.
extension MapArea {
  /// Degrees of longitude and latitude up to which a zone of UTM is true within 0.6 %.
  private static let utmSpan = (longitude: 6.0, latitude: 12.0)
  /// Degrees up to which one azimuthal map holds an area.
  private static let azimuthalSpan = (longitude: 150.0, latitude: 120.0)
  /// The latitude above which an area all around a pole is seen from over the pole.
  private static let polarLatitude = 45.0
  /// Degrees of longitude up to which an area across the antimeridian is put in the middle.
  private static let pacificLongitude = 180.0

  /// The system in which the area looks right: conformal where small, equal in area where large.
  var system: CoordinateReferenceSystem {
    if isPolar {
      return .lambertAzimuthalEqualArea(
        center: Position(
          longitude: span.longitude < 300 ? (center.longitude / 10).rounded() * 10 : 0,
          latitude: center.latitude < 0 ? -90 : 90))
    }
    if isWorld { return .equalEarth(around: meridian) }
    if span.longitude <= Self.utmSpan.longitude, span.latitude <= Self.utmSpan.latitude,
      (-80...84).contains(center.latitude - span.latitude / 2),
      (-80...84).contains(center.latitude + span.latitude / 2)
    {
      return .utm(containing: center)
    }
    let digits = isCircle ? 10_000.0 : 10
    return .lambertAzimuthalEqualArea(
      center: Position(
        longitude: (center.longitude * digits).rounded() / digits,
        latitude: (center.latitude * digits).rounded() / digits))
  }

  private var isPolar: Bool {
    !isCircle && span.longitude > Self.azimuthalSpan.longitude
      && abs(center.latitude) - span.latitude / 2 > Self.polarLatitude
  }

  /// Whether the area is shown on a map of the whole world: a part of it would hardly be smaller.
  var isWorld: Bool {
    !isPolar && !isCircle
      && (span.longitude > Self.azimuthalSpan.longitude
        || span.latitude > Self.azimuthalSpan.latitude)
  }

  /// The middle meridian of a map of the world: Greenwich, unless the area reaches across the
  /// antimeridian and leaves room elsewhere.
  var meridian: Double {
    let half = span.longitude / 2
    guard center.longitude.magnitude + half > 180, span.longitude <= Self.pacificLongitude else {
      return 0
    }
    return Self.normalized((center.longitude / 10).rounded() * 10)
  }

  /// The outline of the globe, and its middle.
  static func globe(around meridian: Double) -> [Position] {
    stride(from: -90.0, through: 90, by: 5).flatMap { latitude in
      // Hardly less than 180°, because the meridian at 180° may be projected to either side.
      [-179.9999, 0, 179.9999].map { offset in
        Position(longitude: normalized(meridian + offset), latitude: latitude)
      }
    }
  }
}
