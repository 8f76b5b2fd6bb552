public import SimpleFeatures

/// The identity of a place in a gazetteer: `xk:leposavic`, `geonames:788731`.
public struct PlaceID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The identifier as it stands in the gazetteer.
  public var text: String

  /// Takes an identifier as it stands in the gazetteer.
  public init(_ text: String) {
    self.text = text
  }

  /// The identifier as it stands in the gazetteer.
  public var description: String { text }

  /// Orders identifiers by their Unicode scalars.
  public static func < (a: PlaceID, b: PlaceID) -> Bool { a.text < b.text }

  /// Reads the identifier from a plain string.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the identifier as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A name as written, with its language and script.
public struct Toponym: Hashable, Sendable {
  /// The name, such as `Leposaviq`.
  public var text: String
  /// Its BCP 47 tag, such as `sq`, `sr-Latn`, `sr-Cyrl`, `tr`, `en`, or `und` where unknown.
  public var language: String

  /// Makes a toponym from its text and BCP 47 tag.
  public init(_ text: String, language: String) {
    self.text = text
    self.language = language
  }
}

/// A place on the ground: an identity, its names, a representative point, and how vague that is.
public struct Place: Hashable, Sendable {
  /// The gazetteer's identifier.
  public var id: PlaceID
  /// The preferred name.
  public var name: String
  /// What it is.
  public var kind: PlaceKind
  /// The representative point.
  public var position: Position
  /// The radius around ``position`` that holds the place.
  public var uncertainty: Meters
  /// ISO 3166-1 alpha-2 code (`XK` for Kosovo); empty for what lies in several countries.
  public var country: String
  /// The first-level division's name, or empty.
  public var admin1: String
  /// The second-level division's (municipality's) name, or empty.
  public var admin2: String
  /// Inhabitants, where known.
  public var population: Int?
  /// The names, the most usual first within each language.
  public var names: [Toponym]
  /// Names of the inhabitants and adjectives; never places themselves.
  public var demonyms: [Toponym]
  /// The same place elsewhere: `geonames:788731`, `wikidata:Q…`.
  public var references: [String]
  /// Where the row's facts come from.
  public var source: String

  /// Makes a place; what is left out is empty.
  public init(
    id: PlaceID, name: String, kind: PlaceKind, position: Position, uncertainty: Meters? = nil,
    country: String, admin1: String = "", admin2: String = "", population: Int? = nil,
    names: [Toponym] = [], demonyms: [Toponym] = [], references: [String] = [],
    source: String = ""
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.position = position
    self.uncertainty = uncertainty ?? kind.defaultUncertainty
    self.country = country
    self.admin1 = admin1
    self.admin2 = admin2
    self.population = population
    self.names = names
    self.demonyms = demonyms
    self.references = references
    self.source = source
  }
}

extension Place {
  /// The most usual name in a language, `sr` standing for Serbian in Latin script; `nil` if unknown.
  public func name(in language: String) -> String? {
    let wanted = language == "sr" ? "sr-Latn" : language
    return names.first { $0.language == wanted }?.text
  }

  /// The most usual name of each of the place's own languages that differs from ``name``: what a
  /// second line of a label shows.
  public var alternativeNames: [String] {
    var found: [String] = []
    for language in ["sq", "sr-Latn", "sr-Cyrl", "mk", "tr", "en"] {
      if let form = name(in: language), form != name, !found.contains(form) {
        found.append(form)
      }
    }
    return found
  }
}
