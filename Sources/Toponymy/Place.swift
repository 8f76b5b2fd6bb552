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
///
/// Its facts are held once however often the place is handed on: a report names few places, and each
/// stands in many mentions, candidates and events.
public struct Place: Hashable, Sendable {
  @usableFromInline
  struct Facts: Hashable, Sendable {
    @usableFromInline var id: PlaceID
    @usableFromInline var name: String
    @usableFromInline var kind: PlaceKind
    @usableFromInline var position: Position
    @usableFromInline var uncertainty: Meters
    @usableFromInline var country: String
    @usableFromInline var admin1: String
    @usableFromInline var admin2: String
    @usableFromInline var population: Int?
    @usableFromInline var names: [Toponym]
    @usableFromInline var demonyms: [Toponym]
    @usableFromInline var references: [String]
    @usableFromInline var source: String
  }

  @usableFromInline
  final class Record: Sendable {
    @usableFromInline let facts: Facts

    init(_ facts: Facts) {
      self.facts = facts
    }
  }

  @usableFromInline var record: Record

  /// The gazetteer's identifier.
  public var id: PlaceID {
    @inlinable get { record.facts.id }
    set { set(\.id, newValue) }
  }
  /// The preferred name.
  public var name: String {
    @inlinable get { record.facts.name }
    set { set(\.name, newValue) }
  }
  /// What it is.
  public var kind: PlaceKind {
    @inlinable get { record.facts.kind }
    set { set(\.kind, newValue) }
  }
  /// The representative point.
  public var position: Position {
    @inlinable get { record.facts.position }
    set { set(\.position, newValue) }
  }
  /// The radius around ``position`` that holds the place.
  public var uncertainty: Meters {
    @inlinable get { record.facts.uncertainty }
    set { set(\.uncertainty, newValue) }
  }
  /// ISO 3166-1 alpha-2 code (`XK` for Kosovo); empty for what lies in several countries.
  public var country: String {
    @inlinable get { record.facts.country }
    set { set(\.country, newValue) }
  }
  /// The first-level division's name, or empty.
  public var admin1: String {
    @inlinable get { record.facts.admin1 }
    set { set(\.admin1, newValue) }
  }
  /// The second-level division's (municipality's) name, or empty.
  public var admin2: String {
    @inlinable get { record.facts.admin2 }
    set { set(\.admin2, newValue) }
  }
  /// Inhabitants, where known.
  public var population: Int? {
    @inlinable get { record.facts.population }
    set { set(\.population, newValue) }
  }
  /// The names, the most usual first within each language.
  public var names: [Toponym] {
    @inlinable get { record.facts.names }
    set { set(\.names, newValue) }
  }
  /// Names of the inhabitants and adjectives; never places themselves.
  public var demonyms: [Toponym] {
    @inlinable get { record.facts.demonyms }
    set { set(\.demonyms, newValue) }
  }
  /// The same place elsewhere: `geonames:788731`, `wikidata:Q…`.
  public var references: [String] {
    @inlinable get { record.facts.references }
    set { set(\.references, newValue) }
  }
  /// Where the row's facts come from.
  public var source: String {
    @inlinable get { record.facts.source }
    set { set(\.source, newValue) }
  }

  /// Makes a place; what is left out is empty.
  public init(
    id: PlaceID, name: String, kind: PlaceKind, position: Position, uncertainty: Meters? = nil,
    country: String, admin1: String = "", admin2: String = "", population: Int? = nil,
    names: [Toponym] = [], demonyms: [Toponym] = [], references: [String] = [],
    source: String = ""
  ) {
    record = Record(
      Facts(
        id: id, name: name, kind: kind, position: position,
        uncertainty: uncertainty ?? kind.defaultUncertainty, country: country, admin1: admin1,
        admin2: admin2, population: population, names: names, demonyms: demonyms,
        references: references, source: source))
  }

  private mutating func set<Value>(_ path: WritableKeyPath<Facts, Value>, _ value: Value) {
    var facts = record.facts
    facts[keyPath: path] = value
    record = Record(facts)
  }

  /// Whether two places are told by the same facts.
  public static func == (a: Place, b: Place) -> Bool {
    a.record === b.record || a.record.facts == b.record.facts
  }

  /// Hashes the facts.
  public func hash(into hasher: inout Hasher) { hasher.combine(record.facts) }
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
