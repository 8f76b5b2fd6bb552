public import IncidentModel
internal import SimpleFeatures
public import Toponymy

extension JSONWriter {
  /// Writes what a name was resolved to: `{"query","status","candidates":[…]}`.
  ///
  /// - Parameters:
  ///   - resolution: The outcome.
  ///   - query: The name as asked.
  ///   - limit: How many candidates at most.
  ///   - area: The area that the words make of the place, written as `area`.
  public mutating func resolution(
    _ resolution: Resolution, of query: String, limit: Int, area: VagueArea? = nil
  ) {
    object { json in
      json.member("query", query)
      json.member("status", resolution.status)
      if case .unresolved(let reason) = resolution { json.member("reason", reason) }
      json.key("candidates")
      json.array { json in
        for candidate in resolution.candidates.prefix(limit) { json.candidate(candidate) }
      }
      if let area {
        json.key("area")
        json.object { json in json.vagueArea(area) }
      }
    }
  }

  private mutating func candidate(_ candidate: Candidate) {
    object { json in
      json.placeMembers(candidate.place)
      json.member("score", candidate.score, places: 2)
      json.member("reasons", candidate.reasons)
    }
  }

  /// Writes a place with its names by language.
  public mutating func gazetteerPlace(_ place: Place) {
    object { json in json.placeMembers(place) }
  }

  private mutating func placeMembers(_ place: Place) {
    member("id", place.id.text)
    member("name", place.name)
    key("names")
    object { json in
      var languages: [String] = []
      for name in place.names where !languages.contains(name.language) {
        languages.append(name.language)
      }
      for language in languages {
        json.member(language, place.names.filter { $0.language == language }.map(\.text))
      }
    }
    member("kind", place.kind.rawValue)
    member("latitude", place.position.latitude, places: 6)
    member("longitude", place.position.longitude, places: 6)
    member("uncertainty_m", place.uncertainty.value, places: 1)
    member("country", place.country.isEmpty ? nil : place.country)
    member("admin", [place.admin1, place.admin2].filter { !$0.isEmpty })
    member("population", place.population)
  }
}

extension Resolution {
  /// The word for the outcome: `resolved`, `ambiguous` or `unresolved`.
  public var status: String {
    switch self {
    case .resolved: "resolved"
    case .ambiguous: "ambiguous"
    case .unresolved: "unresolved"
    }
  }
}
