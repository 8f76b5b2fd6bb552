package import Geodesy

/// How words beside a name make an area of the place it names: the values of `[vague places before]`
/// and `[vague places after]`.
package enum VagueRelation: Hashable, Sendable {
  /// A part of it in a direction; `nil` its middle.
  case part(CompassDirection?)
  /// Outside it in a direction.
  case beyond(CompassDirection)
  /// A part of an area, outside a settlement, in a direction.
  case side(CompassDirection)
  /// At a distance from it in no direction told.
  case away
  /// Around it.
  case near
  /// Around it, but not in it.
  case outside
  /// Between it and another.
  case between
  /// On the road between it and another, or that leads to it.
  case road
  /// At its border, or at that of two.
  case border
  /// Along a river, a lake's shore or a range.
  case along

  /// Reads the value of an entry: `part N`, `part C`, `beyond NE`, `side S`, `near`.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 2 {
      let direction = CompassDirection(rawValue: String(words[1]))
      switch (words[0], direction) {
      case ("part", let direction?): self = .part(direction)
      case ("part", nil) where words[1] == "C": self = .part(nil)
      case ("beyond", let direction?): self = .beyond(direction)
      case ("side", let direction?): self = .side(direction)
      default: return nil
      }
      return
    }
    switch text {
    case "away": self = .away
    case "near": self = .near
    case "outside": self = .outside
    case "between": self = .between
    case "road": self = .road
    case "border": self = .border
    case "along": self = .along
    default: return nil
    }
  }

  /// Whether it may be told of two places.
  var takesTwo: Bool {
    switch self {
    case .between, .road, .border: true
    default: false
    }
  }

  /// Whether it tells a part of a place.
  var isPart: Bool {
    switch self {
    case .part, .side: true
    default: false
    }
  }

  /// Whether it tells a part of one place, or how far off one place something was.
  var isOfOnePlace: Bool {
    switch self {
    case .part, .side, .beyond, .away: true
    default: false
    }
  }

  /// Whether it is told from a point rather than of an area.
  var isMeasured: Bool {
    switch self {
    case .part, .side, .border: false
    default: true
    }
  }

  /// Whether a distance may stand before its words.
  var takesDistance: Bool {
    switch self {
    case .beyond, .side, .away, .near, .outside: true
    default: false
    }
  }
}
