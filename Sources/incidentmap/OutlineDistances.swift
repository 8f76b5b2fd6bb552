internal import SimpleFeatures
internal import Toponymy
final class OutlineDistances {
  func distances(
    _ id: PlaceID, from position: Position
  ) -> (least: Meters, most: Meters)? {
    nil
  }
}
