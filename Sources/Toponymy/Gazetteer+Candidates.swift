internal import SimpleFeatures

/// What a name may stand for, before any context is known.
extension Gazetteer {
  /// The places that a name may stand for, in any spelling or script, best first.
  ///
  /// The score adds up how exactly the name is spelled and how prominent the place is; each part is
  /// among the reasons. Ties are ordered by identifier.
  ///
  /// ```swift
  /// gazetteer.candidates(for: "Лепосавић").first?.place.id  // xk:leposavic
  /// ```
  ///
  /// - Returns: One candidate a place; empty where no place has the name.
  /// - Complexity: O(1) in the size of the gazetteer, plus the places of that name.
  public func candidates(for name: String) -> [Candidate] {
    let folded = FoldedText(name)
    let matches = names { word in
      folded.words.indices.contains(word)
        ? [Spelling(Array(folded.folded(folded.words[word])), isInflected: false)] : nil
    }
    guard let whole = matches.first(where: { $0.wordCount == folded.words.count }) else {
      return []
    }
    return candidates(whole.places.filter { !$0.isDemonym }, surface: name, isInflected: false)
  }

  /// Ranks the places that a name in a text may stand for.
  package func candidates(
    _ named: [NamedPlace], surface: String, isInflected: Bool
  ) -> [Candidate] {
    var best: [PlaceNumber: Candidate] = [:]
    for match in named {
      let candidate = candidate(match, surface: surface, isInflected: isInflected)
      if candidate.score > best[match.place]?.score ?? -1 { best[match.place] = candidate }
    }
    return best.values.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id
    }
  }

  private func candidate(_ match: NamedPlace, surface: String, isInflected: Bool) -> Candidate {
    let place = places[match.place]
    if let pin = match.pin {
      return Candidate(place: place, score: 1, reasons: [pin, place.prominenceReason])
    }
    var score = 0.0
    var reasons: [String] = []
    let language = match.name.language == "und" ? "" : " (\(match.name.language))"
    if match.name.text == surface {
      score += 0.32
      reasons.append("spelled exactly so\(language)")
    } else if isInflected {
      score += 0.22
      reasons.append("an inflected form of \(match.name.text)\(language)")
    } else if match.isColloquial {
      score += 0.24
      reasons.append("a colloquial spelling of \(match.name.text)\(language)")
    } else {
      score += 0.28
      reasons.append("\(match.name.text)\(language) but for case, diacritics or script")
    }
    if match.name.text == place.name {
      score += 0.04
      reasons.append("its preferred name")
    } else if match.name.language == "und" {
      // Lists of alternate names hold many that hardly anybody uses, fewer so for what all speak of.
      score -= place.kind == .capital || place.population ?? 0 >= 1_000_000 ? 0.08 : 0.15
      reasons.append("a name of no known language")
    }
    score += place.prominence
    reasons.append(place.prominenceReason)
    return Candidate(place: place, score: score, reasons: reasons)
  }
}

extension Place {
  /// How likely a place is meant without any context, 0 … 0.34.
  var prominence: Double {
    switch kind {
    case .continent, .country: 0.34
    case .municipality: 0.1
    case .admin1: max(0.24, byPopulation)
    case .capital: max(0.26, byPopulation)
    case .city: max(0.2, byPopulation)
    case .town: max(0.12, byPopulation)
    case .village, .neighbourhood: max(0.04, byPopulation)
    case .region: byExtent(from: 0.2)
    case .river, .lake, .mountain: byExtent(from: 0.06)
    case .bridge, .crossing, .monastery, .institution, .facility: 0.06
    }
  }

  /// A million people weigh 0.27, ten thousand 0.18, a hundred 0.09.
  private var byPopulation: Double {
    guard let population else { return 0 }
    var digits = 0.0
    var rest = Double(population)
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return min(0.34, (digits + rest / 10) * 0.045)
  }

  /// What a place of its kind weighs, and 0.13 more for each ten times that its radius exceeds what is
  /// usual: the Danube is better known than a brook, the Sahel than a valley.
  private func byExtent(from usual: Double) -> Double {
    let ratio = uncertainty.value / kind.defaultUncertainty.value
    var tens = 0.0
    // Straight between powers of ten, as for people: the same on every machine.
    var rest = ratio
    while rest >= 10, tens < 3 {
      rest /= 10
      tens += 1
    }
    tens += rest < 1 ? max(-1, (rest - 1) / 0.9) : (rest - 1) / 9
    return min(0.3, max(0.06, usual + 0.13 * tens))
  }

  var prominenceReason: String {
    guard let population else { return kind.rawValue }
    return "\(kind.rawValue) of \(population) people"
  }
}
