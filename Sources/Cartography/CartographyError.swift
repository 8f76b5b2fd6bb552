public import SimpleFeatures

/// Why a map cannot be drawn.
public enum CartographyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sheet is smaller than a map with a legend needs.
  case sheetTooSmall(width: Int, height: Int)
  /// The area is no box of longitudes and latitudes.
  case invalidArea(String)
  /// The circle has no radius, or reaches to the other side of the Earth.
  case invalidCircle(radius: Meters)
  /// The projection cannot show the area.
  case projectionFails(system: String, reason: String)
  /// The table of viewpoints cannot be read.
  case viewpointsBroken(path: String, line: Int, reason: String)

  /// The error in one line: what happened, and what to do.
  public var description: String {
    switch self {
    case .sheetTooSmall(let width, let height):
      "a sheet of \(width) × \(height) pixels is too small for a map: give at least 320 × 320"
    case .invalidArea(let area):
      "the area \(area) is empty or outside the globe: give west, south, east, north in degrees"
    case .invalidCircle(let radius):
      "a circle of \(radius.value / 1000) km cannot be shown: give a"
        + " radius above 0 and up to 10000 km"
    case .projectionFails(let system, let reason):
      "\(system) cannot show this area (\(reason)): give another system, or leave the choice to auto"
    case .viewpointsBroken(let path, let line, let reason):
      "\(path):\(line): \(reason): put the file back as it was shipped"
    }
  }
}
