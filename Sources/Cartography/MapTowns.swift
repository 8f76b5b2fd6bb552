internal import SimpleFeatures
internal import Toponymy

/// The settlements that a frame may name, the most important first.
///
/// What is important is the same on every scale: ``PlaceImportance``.
struct MapTowns {
  /// A settlement and where it lies on the sheet.
  struct Town {
    var place: Place
    var pixel: PixelPoint
  }

  /// Capitals, cities and towns.
  let towns: [Town]
  /// Villages; none where the map is too coarse for them.
  let villages: [Town]

  /// Looks them up.
  ///
  /// No more are taken than leave the map calm: one for some square of the sheet, a larger one for
  /// villages, and for the cities of a map that shows a continent.
  init(_ places: Gazetteer, in frame: MapFrame, view: GeographicView, design: MapDesign) {
    func found(_ kinds: Set<PlaceKind>, room: Double) -> [Town] {
      let side = design.px(room)
      let most = Int(frame.box.width * frame.box.height / (side * side))
      return Self.towns(of: kinds, from: places, in: frame, view: view, atMost: most)
    }
    let metersPerPixel = frame.metersPerPixel * design.scale
    towns =
      metersPerPixel < 900
      ? found([.capital, .city, .town], room: 90) : found([.capital, .city], room: 120)
    villages = metersPerPixel < 160 ? found([.village], room: 220) : []
  }

  /// The places inside the frame: twice as many are asked for until enough of them are, because a
  /// box of degrees holds more than a frame.
  private static func towns(
    of kinds: Set<PlaceKind>, from places: Gazetteer, in frame: MapFrame, view: GeographicView,
    atMost limit: Int
  ) -> [Town] {
    var asked = 2 * limit
    while true {
      let found = places.places(of: kinds, within: [view.boundingBox], atMost: asked)
      let images = frame.projection.images(of: found.map(\.position))
      let seen = zip(found, images).compactMap { place, image -> Town? in
        guard let pixel = image.map(frame.pixel), frame.box.contains(pixel) else { return nil }
        return Town(place: place, pixel: pixel)
      }
      if seen.count >= limit || found.count < asked { return Array(seen.prefix(limit)) }
      asked *= 2
    }
  }
}

extension GeographicView {
  /// The view as a box of longitudes and latitudes, which may cross the antimeridian.
  var boundingBox: BoundingBox {
    let isRound = box.width > 359
    func wrapped(_ longitude: Double) -> Double {
      longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
    }
    return BoundingBox(
      west: isRound ? -180 : wrapped(box.left), south: -box.bottom,
      east: isRound ? 180 : wrapped(box.right), north: -box.top)
  }
}
