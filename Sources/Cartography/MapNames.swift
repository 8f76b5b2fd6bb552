internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// The names that a map writes: in the languages asked for, in letters that have a glyph.
///
/// - Where languages are asked for, a place has its name in each of them, in their order and without
///   repetition; one that has none of them has its preferred name.
/// - Where none is asked for, a place has its preferred name; in a country of ``localLanguages`` it has
///   its names in those.
/// - A name with a letter that the fonts may lack is left out; a place that has no other gets the first
///   of its names that can be written, one in Latin letters if there is any.
struct MapNames {
  /// BCP 47 tags in the order asked for; `sr` is Serbian in Latin letters.
  let languages: [String]
  let places: Gazetteer

  /// Countries where several languages are official, in which places have names in the gazetteers.
  static let localLanguages = ["XK": ["sr", "sq"]]

  /// The names of a place; empty where none of them can be written.
  func names(of place: Place) -> [String] {
    let names = Self.writable(wanted(in: place.country).compactMap { Self.name(of: place, in: $0) })
    return names.isEmpty ? Self.first(writable: [place.name] + place.names.map(\.text)) : names
  }

  /// The names of where an incident happened: those of its place, else those it came with.
  func names(of incident: Incident) -> [String] {
    if let place = incident.placeID.flatMap(places.place) {
      let names = names(of: place)
      if !names.isEmpty { return names }
    }
    let others = incident.locationAlternatives
    guard let location = incident.location else { return [] }
    return Self.first(writable: [location] + others)
  }

  /// The names of a basemap feature, by its own properties (`name_sr_latn` is that for `sr` and
  /// `sr-Latn`), else by the place it shows.
  func names(of feature: Feature) -> [String] { names(of: feature) { name, _ in name } }

  /// The names of a basemap feature in the capitals of their languages.
  func capitals(of feature: Feature) -> [String] {
    names(of: feature) { LabelText.capitals($0, language: $1) }
  }

  private func names(
    of feature: Feature, spelled: (_ name: String, _ language: String?) -> String
  ) -> [String] {
    let place = feature.text("place_id").flatMap { places.place(PlaceID($0)) }
    let country = feature.text("country") ?? place?.country ?? ""
    let names = wanted(in: country).compactMap { language in
      let tag = language == "sr" ? "sr_latn" : language.lowercased().replacing("-", with: "_")
      let own = feature.text("name_\(tag)").flatMap { $0.isEmpty ? nil : $0 }
      return (own ?? place.flatMap { Self.name(of: $0, in: language) }).map {
        spelled($0, language)
      }
    }
    let writable = Self.writable(names)
    guard writable.isEmpty else { return writable }
    let own = [feature.text("name"), feature.text("name_en")].compactMap(\.self)
    let others = own + (place.map { [$0.name] + $0.names.map(\.text) } ?? [])
    return Self.first(writable: others.map { spelled($0, nil) })
  }

  private func wanted(in country: String) -> [String] {
    languages.isEmpty ? Self.localLanguages[country] ?? [] : languages
  }

  /// The most usual name in a language: by its tag; else, for `zh`, that of any script, and, for
  /// `en-GB`, that of the language itself.
  private static func name(of place: Place, in language: String) -> String? {
    if let name = place.name(in: language) { return name }
    let narrower = place.names.first {
      $0.language.hasPrefix(language + "-") && !$0.language.contains("-x-")
    }
    if let narrower, language != "sr" { return narrower.text }
    // A script is asked for on purpose: `sr-Cyrl` is not answered in Latin letters.
    guard let dash = language.firstIndex(of: "-"), language[dash...].count == 3 else { return nil }
    return place.name(in: String(language[..<dash]))
  }

  // MARK: - What can be written

  /// The names that have a glyph for each letter, without repetition.
  static func writable(_ names: [String]) -> [String] {
    var found: [String] = []
    for name in names.map(LabelText.cleaned)
    where !name.isEmpty && GlyphWidths.cover(name) && !found.contains(name) {
      found.append(name)
    }
    return found
  }

  /// The first of some names if it can be written, else the first in Latin letters, else any.
  static func first(writable names: [String]) -> [String] {
    let known = writable(names)
    if let first = names.first, known.first == LabelText.cleaned(first) { return [known[0]] }
    let latin = known.first { name in name.unicodeScalars.allSatisfy { $0.value < 0x250 } }
    return (latin ?? known.first).map { [$0] } ?? []
  }
}
