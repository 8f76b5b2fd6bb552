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
  /// The metres of a pixel, on a sheet of 1,200, from which on only cities are named.
  static let coarsest = 900.0
  /// The metres of a pixel from which on cities are small on a map of continents.
  static let coarsestForLargeNames = 4000.0

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
      metersPerPixel < Self.coarsest
      ? found([.capital, .city, .town], room: 90) : found([.capital, .city], room: 105)
    villages = metersPerPixel < 160 ? found([.village], room: 220) : []
  }

  /// The places inside the frame: four times as many are asked for until enough of them are, because
  /// a box of degrees holds more than a frame.
  ///
  /// Of equally important ones, as villages without a count of inhabitants are, the better known come
  /// first: those with more names.
  private static func towns(
    of kinds: Set<PlaceKind>, from places: Gazetteer, in frame: MapFrame, view: GeographicView,
    atMost limit: Int
  ) -> [Town] {
    var asked = max(4 * limit, 400)
    while true {
      let found = places.places(of: kinds, within: [view.boundingBox], atMost: asked)
      let images = frame.projection.images(of: found.map(\.position))
      let seen = zip(found, images).compactMap { place, image -> Town? in
        guard let pixel = image.map(frame.pixel), frame.box.contains(pixel) else { return nil }
        return Town(place: place, pixel: pixel)
      }
      if seen.count >= limit || found.count < asked {
        let ordered = seen.sorted {
          ($1.place.importance, -$0.place.names.count, $0.place.id)
            < ($0.place.importance, -$1.place.names.count, $1.place.id)
        }
        return Array(ordered.prefix(limit))
      }
      asked *= 4
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
