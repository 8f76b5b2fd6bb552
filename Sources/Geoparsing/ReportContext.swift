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

  /// A place that a name may stand for: what is asked of it again and again, as numbers.
  private struct Option {
    let place: Int32
    let country: Int32
    /// The first-level division with its country; −1 where none is known.
    let division: Int32
    let isPoint: Bool
    let position: Position
    /// How much it counts: the weights of a name add up to how loud it speaks.
    let weight: Double
  }

  /// A name's places, and how loud it speaks itself.
  private struct Voice {
    let loudness: Double
    let options: Range<Int>
  }

  /// What the names other than one say together, whichever of its places that one may stand for.
  private struct Others {
    var whole = 0.0
    /// By the countries' numbers.
    var countries: [Double]
    /// The share of the country that most of them lie in.
    var most = 0.0
    /// What was asked before, by the places' numbers.
    var supports: [PlaceID: Support] = [:]
  }

  private var voices: [Voice] = []
  private var options: [Option] = []
  private var voiceOfKey: [String: Int] = [:]
  /// What is heard without one voice, for each voice that was left out, and at the end without none.
  private var others: [Others?] = []
  private var countries = Numbers()
  private var divisions = Numbers()
  private var places = Numbers()

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
      let heard = ranked.prefix(Self.mostOptions).filter { $0.score > top - Self.reach }
      let weights = heard.map { 1 - (top - $0.score) / Self.reach }
      let sum = weights.reduce(0, +)
      let loudness = heard.first.map { Self.loudness($0.place) } ?? 0
      voiceOfKey[key] = voices.count
      voices.append(
        Voice(loudness: loudness, options: options.count..<options.count + heard.count))
      for (candidate, weight) in zip(heard, weights) {
        options.append(option(candidate.place, weight: weight / sum * loudness))
      }
    }
    others = Array(repeating: nil, count: voices.count + 1)
  }

  private mutating func option(_ place: Place, weight: Double) -> Option {
    let division = Self.division(of: place)
    return Option(
      place: places.number(place.id.text), country: countries.number(place.country),
      division: division.isEmpty ? -1 : divisions.number("\(place.country)/\(division)"),
      isPoint: Self.isPoint(place), position: place.position, weight: weight)
  }

  /// How much the names other than one speak for a place that this one may stand for.
  ///
  /// - Complexity: O(*n*) in the names of the report for each name and place, the first time.
  mutating func support(for place: Place, named key: String) -> Support {
    let voice = voiceOfKey[key] ?? voices.count
    if let known = others[voice]?.supports[place.id] { return known }
    var others = self.others[voice] ?? self.others(than: voice)
    self.others[voice] = nil
    let support = support(for: place, others: others, than: voice)
    others.supports[place.id] = support
    self.others[voice] = others
    return support
  }

  private func others(than own: Int) -> Others {
    var others = Others(countries: Array(repeating: 0, count: countries.count))
    for (index, voice) in voices.enumerated() where index != own {
      others.whole += voice.loudness
      for option in options[voice.options] {
        others.countries[Int(option.country)] += option.weight
      }
    }
    for (country, weight) in others.countries.enumerated() where country != countries.empty {
      others.most = max(others.most, weight)
    }
    return others
  }

  private mutating func support(for place: Place, others: Others, than own: Int) -> Support {
    var support = Support()
    guard others.whole > 0 else { return support }
    let asked = option(place, weight: 0)
    let isDivided = Self.isDivided(place)
    var close = 0.0
    for (index, voice) in voices.enumerated() where index != own {
      for option in options[voice.options] {
        if isDivided, option.division == asked.division { support.division += option.weight }
        if asked.isPoint, option.isPoint, option.place != asked.place {
          let distance = Self.kilometers(asked.position, option.position) / 60
          close += option.weight / (1 + distance * distance)
        }
      }
    }
    let country = Int(asked.country)
    let inCountry =
      country < others.countries.count && country != countries.empty ? others.countries[country] : 0
    support.country = inCountry / others.whole
    support.division /= others.whole
    support.nearness = close / (close + 0.6)
    support.isElsewhere =
      country != countries.empty && support.country < 0.1 && others.most > 0.5 * others.whole
      && others.whole >= 1.5
    return support
  }

  /// Gives texts numbers, from 0 on.
  private struct Numbers {
    private var byText: [String: Int32] = [:]

    var count: Int { byText.count }
    /// The number of the empty text; −1 where it has none.
    var empty: Int { byText[""].map { Int($0) } ?? -1 }

    mutating func number(_ text: String) -> Int32 {
      if let known = byText[text] { return known }
      let number = Int32(byText.count)
      byText[text] = number
      return number
    }
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
