internal import SimpleFeatures
internal import Toponymy

/// What the names of a report say together about where it is.
///
/// Each name speaks for the places it may stand for, the likelier the louder, and never for itself:
/// "Georgia" is no evidence for Georgia, "Atlanta" and "Augusta" beside it are.
struct ReportContext {
  /// How much the other names of the report speak for a place; each part from 0 to 1.
  struct Support {
    /// The share of names that lie in the place's country.
    var country = 0.0
    /// The share of names that lie in the place's first-level division.
    var division = 0.0
    /// How many other places are close by: one next to it gives 0.6, one 60 km away 0.4.
    var nearness = 0.0
    /// Whether most names lie in one country, and next to none in the place's.
    var isElsewhere = false
  }

  /// A name's places, with weights that add up to 1, and how loud it speaks itself.
  private struct Voice {
    let key: String
    let loudness: Double
    let options: [(place: Place, weight: Double)]
  }

  private var voices: [Voice] = []

  /// Candidates this much below a name's best one are not listened to.
  private static let reach = 0.15
  /// A name that may stand for very many places says too little to weigh them all.
  private static let mostOptions = 8

  /// Listens to names with the evidence that each has of its own; mentions of one name are one voice.
  init(_ names: [(key: String, candidates: [Candidate])]) {
    var keys: [String] = []
    var best: [String: [PlaceID: Candidate]] = [:]
    for (key, candidates) in names where !candidates.isEmpty {
      if best[key] == nil { keys.append(key) }
      for candidate in candidates {
        let known = best[key]?[candidate.place.id]?.score ?? -1
        if candidate.score > known { best[key, default: [:]][candidate.place.id] = candidate }
      }
    }
    for key in keys {
      let ranked = (best[key] ?? [:]).values.sorted {
        $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id
      }
      let top = ranked.first?.score ?? 0
      let options = ranked.prefix(Self.mostOptions).filter { $0.score > top - Self.reach }
      let weights = options.map { 1 - (top - $0.score) / Self.reach }
      let sum = weights.reduce(0, +)
      voices.append(
        Voice(
          key: key, loudness: options.first.map { Self.loudness($0.place) } ?? 0,
          options: zip(options, weights).map { ($0.place, $1 / sum) }))
    }
  }

  /// How much the names other than one speak for a place that this one may stand for.
  func support(for place: Place, named key: String) -> Support {
    var support = Support()
    var whole = 0.0
    var close = 0.0
    var countries: [String: Double] = [:]
    for voice in voices where voice.key != key {
      whole += voice.loudness
      for (other, weight) in voice.options {
        let weight = weight * voice.loudness
        countries[other.country, default: 0] += weight
        if Self.isDivided(place), other.country == place.country,
          Self.division(of: other) == Self.division(of: place)
        {
          support.division += weight
        }
        if Self.isPoint(place), Self.isPoint(other), other.id != place.id {
          let distance = Self.kilometers(place.position, other.position) / 60
          close += weight / (1 + distance * distance)
        }
      }
    }
    guard whole > 0 else { return support }
    support.country = place.country.isEmpty ? 0 : (countries[place.country] ?? 0) / whole
    support.division /= whole
    support.nearness = close / (close + 0.6)
    let most = countries.filter { !$0.key.isEmpty }.values.max() ?? 0
    support.isElsewhere =
      !place.country.isEmpty && support.country < 0.1 && most > 0.5 * whole && whole >= 1.5
    return support
  }

  /// How much a place says about where a report is: villages share their names with too many.
  private static func loudness(_ place: Place) -> Double {
    switch place.kind {
    case .village, .neighbourhood: 0.4
    case .town: 0.8
    default: 1
    }
  }

  /// Whether a place lies in a first-level division that is known.
  private static func isDivided(_ place: Place) -> Bool {
    place.kind != .country && !division(of: place).isEmpty
  }

  private static func division(of place: Place) -> String {
    place.kind == .admin1 ? place.name : place.admin1
  }

  /// Whether a place is small enough for nearness to mean anything.
  private static func isPoint(_ place: Place) -> Bool {
    !place.kind.isArea || place.kind == .municipality
  }

  /// A distance that is good enough for weighing: in the plane, with Bhāskara's cosine (0.2 % off).
  private static func kilometers(_ a: Position, _ b: Position) -> Double {
    let middle = (a.latitude + b.latitude) / 2
    let cosine = (32400 - 4 * middle * middle) / (32400 + middle * middle)
    let turn = abs(a.longitude - b.longitude)
    let x = min(turn, 360 - turn) * cosine
    let y = a.latitude - b.latitude
    return 111.2 * (x * x + y * y).squareRoot()
  }
}
