public import Toponymy

extension WherePrecision {
  /// How exactly a place of a kind tells where something is.
  public init(placeOf kind: PlaceKind) {
    self =
      switch kind {
      case .municipality: .municipality
      case .admin1, .region: .region
      case .country: .country
      case .continent, .river, .lake, .mountain: .vague
      default: .exact
      }
  }
}
