internal import Cartography
internal import Geoparsing
internal import SimpleFeatures
internal import Toponymy

extension DataFolder {
  /// The outlines that maps are drawn on, as a country sees them.
  ///
  /// - Parameters:
  ///   - code: The country's ISO 3166-1 alpha-2 code in any case, XK for Kosovo; `nil` for who holds
  ///     what. One that is known to see nothing otherwise is told on the standard error.
  ///   - gazetteer: Where a country is looked up that the outlines lack.
  /// - Returns: The layers.
  /// - Throws: `PlaceQueryError` where the code is no country's; errors of files.
  func basemap(seenFrom code: String?, gazetteer: Gazetteer) throws -> BasemapLayers {
    let layers = try basemap()
    guard let code = code?.uppercased() else { return layers }
    let outlined = layers.world.features.first {
      !code.isEmpty && $0.isOwnCountry && $0.text("country") == code
    }
    let known =
      outlined?.text("name")
      ?? gazetteer.places.first { $0.kind == .country && $0.country == code }?.name
    guard let known else {
      throw PlaceQueryError(
        "\(code) is no country's code: --viewpoint takes two letters of ISO 3166, as in RS or UA")
    }
    let path = "\(path)/basemap/viewpoints.csv"
    let table = try ViewpointTable(try bytes(path), path: path)
    guard let viewpoint = table.viewpoint(of: code, named: known) else {
      Console.warn("no view of \(known) on contested areas is known: drawn is who holds what")
      return layers
    }
    return layers.seen(from: viewpoint)
  }
}
