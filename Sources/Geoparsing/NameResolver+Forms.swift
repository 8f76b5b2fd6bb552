internal import IncidentModel
internal import Toponymy

/// The forms of a typed name, from the name as it is to what is left without its endings.
extension NameResolver {
  /// The places that a form of a name stands for.
  struct Found {
    var candidates: [Candidate]
    /// The folded name that each place was found by, where the form may stand for several names.
    var names: [PlaceID: String] = [:]

    /// Whether another name of the same municipality may be meant as well: no form of a name decides
    /// between neighbours.
    func isAmbiguous(_ place: Place, among candidates: [Candidate]) -> Bool {
      guard let name = names[place.id], !place.admin2.isEmpty else { return false }
      return candidates.contains { other in
        other.place.admin2 == place.admin2 && other.place.country == place.country
          && names[other.place.id] != name && other.place.name != place.name
      }
    }
  }

  /// The places of a name, of one in another ("Mitrovica, Kosovo", "Zvečan (Mitrovica)", "Springfield,
  /// IL" by the code of ISO 3166-2), or of one given in several languages ("Pejë/Peć").
  func named(_ text: String) -> Found? {
    if let found = forms(of: text) ?? shared(by: text) { return found }
    guard let (inner, outer) = Self.split(text), var found = forms(of: inner) else { return nil }
    let holders = forms(of: outer)?.candidates.map(\.place) ?? []
    found.candidates = found.candidates.compactMap { candidate in
      let code = "iso3166-2:\(candidate.place.country)-\(outer.uppercased())"
      let division = gazetteer.place(PlaceID(code))
      return held(candidate, by: holders + [division].compactMap(\.self), outer)
    }
    return found.candidates.isEmpty ? nil : found
  }

  private func held(_ candidate: Candidate, by holders: [Place], _ outer: String) -> Candidate? {
    let place = candidate.place
    var held = candidate
    held.score += 0.3
    if let holder = holders.first(where: { PlaceResolver.holds($0, place) }) {
      held.reasons.append("in \(holder.name), as asked")
    } else if place.country == outer.uppercased() {
      held.reasons.append("in \(place.country), as asked")
    } else if let holder = holders.first(where: { isClaimed(place, by: $0) }) {
      let country = gazetteer.place(PlaceID("country:\(place.country)"))?.name ?? place.country
      held.reasons.append("in \(country), which \(holder.name) claims")
    } else {
      return nil
    }
    return held
  }

  /// Whether a country claims the one that a place lies in: a reference of that country's row says so.
  private func isClaimed(_ place: Place, by claimant: Place) -> Bool {
    claimant.kind == .country
      && gazetteer.place(PlaceID("claimed:\(place.country)-\(claimant.country)")) != nil
  }

  /// The places that all names between slashes stand for.
  private func shared(by text: String) -> Found? {
    let names = text.split(separator: "/").map { String(trimmed($0)) }
    guard (2...4).contains(names.count) else { return nil }
    let found = names.compactMap(forms)
    guard found.count == names.count, var first = found.first else { return nil }
    first.candidates = first.candidates.filter { candidate in
      found.allSatisfy { $0.candidates.contains { $0.place.id == candidate.place.id } }
    }
    let all = names.count == 2 ? "both" : "all \(names.count)"
    for index in first.candidates.indices {
      first.candidates[index].reasons.append("\(all) names are its own")
    }
    return first.candidates.isEmpty ? nil : first
  }

  /// Splits "Mitrovica, Kosovo" and "Mitrovica (Kosovo)".
  private static func split(_ name: String) -> (inner: String, outer: String)? {
    let marks: [Character] = [",", "("]
    guard let mark = name.lastIndex(where: marks.contains) else { return nil }
    let outer = name[name.index(after: mark)...].filter { $0 != ")" }
    let inner = String(trimmed(name[..<mark]))
    return inner.isEmpty || outer.allSatisfy(\.isWhitespace)
      ? nil : (inner, String(trimmed(outer[...])))
  }

  /// The places of the first form of a name that is known.
  private func forms(of text: String) -> Found? {
    let exact = gazetteer.candidates(for: text)
    if !exact.isEmpty { return Found(candidates: exact) }
    let folded = FoldedText(text)
    guard (1...Self.mostWords).contains(folded.words.count) else { return nil }
    let words = folded.words.map { Array(folded.folded($0)) }
    if let found = respelled(words, text) ?? turned(words, text) ?? basic(words, text) {
      return found
    }
    // "Priştine'de": an ending that an apostrophe parts from the name.
    guard let ending = folded.words.last, words.count > 1, ending.range.count <= 5,
      Self.isApostrophe(before: ending, in: text)
    else { return nil }
    let rest = Array(words.dropLast())
    return
      (whole(rest.map { [Gazetteer.Spelling($0, isInflected: false)] }).map {
        self.found($0, text, isInflected: true)
      } ?? basic(rest, text))
  }

  private static func isApostrophe(before word: FoldedText.Word, in text: String) -> Bool {
    let before = String(decoding: text.utf8.prefix(word.range.lowerBound), as: UTF8.self)
    return before.last.map { "'’".contains($0) } ?? false
  }

  // MARK: - Ways to spell the words

  /// "Sankt Louis" for "Saint Louis", "Kuzey Mitroviça" for "Severna Mitrovica".
  private func respelled(_ words: [[UInt8]], _ text: String) -> Found? {
    let meanings = words.compactMap(variants.meaning)
    guard words.count > 1, !meanings.isEmpty,
      let places = whole(words.map { variants.spellings(of: $0, [.words, .compass]) })
    else { return nil }
    return noted(found(places, text, isInflected: false), meanings)
  }

  /// "Mitrovica North" for "North Mitrovica", "Mitrovicë e Veriut" for "Severna Mitrovica".
  private func turned(_ words: [[UInt8]], _ text: String) -> Found? {
    for direction in variants.compass {
      for form in direction.forms where words.count > form.count {
        let rest: [[UInt8]]
        if words.starts(with: form) {
          rest = Array(words.dropFirst(form.count))
        } else if words.suffix(form.count).elementsEqual(form) {
          rest = Array(words.dropLast(form.count))
        } else {
          continue
        }
        let spelled = rest.map { variants.spellings(of: $0, [.words, .inflected, .typed]) }
        // The rest may be given in another language than the whole name is known in.
        let translated = whole(spelled)?.prefix(8).map { preferredName(of: $0) } ?? []
        for name in [spelled] + translated {
          if let places = directed(name, direction) {
            return noted(found(places, text, isInflected: false), [direction.meaning])
          }
        }
      }
    }
    return nil
  }

  private func directed(
    _ name: [[Gazetteer.Spelling]], _ direction: Lexicon.EqualWords
  ) -> [Gazetteer.NamedPlace]? {
    for form in direction.forms {
      let added = form.map { [Gazetteer.Spelling($0, isInflected: false)] }
      if let places = whole(added + name) ?? whole(name + added) { return places }
    }
    return nil
  }

  private func preferredName(of place: Gazetteer.NamedPlace) -> [[Gazetteer.Spelling]] {
    let folded = FoldedText(gazetteer.places[place.place].name)
    return folded.words.map { [Gazetteer.Spelling(Array(folded.folded($0)), isInflected: false)] }
  }

  /// "Zubinog Potoka" for "Zubin Potok".
  private func basic(_ words: [[UInt8]], _ text: String) -> Found? {
    guard words.count > 1 || words.allSatisfy({ variants.meaning(of: $0) == nil }) else {
      return nil
    }
    return whole(words.map { variants.spellings(of: $0, [.words, .compass, .inflected, .typed]) })
      .map {
        found($0, text, isInflected: true)
      }
  }

  /// The places whose whole name some words spell; demonyms are none.
  private func whole(_ spellings: [[Gazetteer.Spelling]]) -> [Gazetteer.NamedPlace]? {
    let matches = gazetteer.names { $0 < spellings.count ? spellings[$0] : nil }
    for match in matches where match.wordCount == spellings.count {
      if match.ban != nil { return nil }
      let places = match.places.filter { !$0.isDemonym }
      if !places.isEmpty { return places }
    }
    return nil
  }

  private func found(
    _ places: [Gazetteer.NamedPlace], _ text: String, isInflected: Bool
  ) -> Found {
    var names: [PlaceID: String] = [:]
    for place in places {
      let folded = FoldedText(place.name.text)
      names[gazetteer.places[place.place].id] = String(
        decoding: folded.key(of: folded.words.indices), as: UTF8.self)
    }
    return Found(
      candidates: gazetteer.candidates(places, surface: text, isInflected: isInflected),
      names: names)
  }

  /// Says which words were taken for one another; a form that is not the name itself counts less.
  private func noted(_ found: Found, _ meanings: [String]) -> Found {
    var noted = found
    let note = "the forms of \(meanings.joined(separator: " and ")) taken as one"
    for index in noted.candidates.indices {
      noted.candidates[index].score -= 0.02
      noted.candidates[index].reasons.insert(note, at: 0)
    }
    return noted
  }

  // MARK: - Words before and after

  /// The places of a name without the words of a sentence around it: "u Leposaviću", "the town of
  /// Zvečan", "Zvečan municipality".
  func named(withoutSmallWords text: String) -> Found? {
    let bytes = Array(text.utf8)
    for lexicon in lexicons {
      let folded = FoldedText(bytes)
      guard (2...Self.mostWords).contains(folded.words.count) else { return nil }
      var words = folded.words.indices
      var kind: PlaceKind?
      while words.count > 1, let first = words.first {
        if let (match, noun) = lexicon.placeNounsBefore.longestMatch(
          in: folded, at: first, before: words.upperBound - 1)
        {
          kind = noun
          words = match.words.upperBound..<words.upperBound
        } else if lexicon.functionWords.contains(folded.words[first].hash) {
          words = first + 1..<words.upperBound
        } else {
          break
        }
      }
      for last in words.dropFirst() {
        guard
          let (match, noun) = lexicon.placeNounsAfter.longestMatch(
            in: folded, at: last, before: words.upperBound),
          match.words.upperBound == words.upperBound
        else { continue }
        kind = noun
        words = words.lowerBound..<last
        break
      }
      guard words.count < folded.words.count else { continue }
      let range =
        folded.words[words.lowerBound].range
        .lowerBound..<folded.words[words.upperBound - 1].range
        .upperBound
      guard var found = named(String(decoding: bytes[range], as: UTF8.self)) else { continue }
      if let kind {
        found.candidates.removeAll { !PlaceResolver.fits($0.place.kind, kind) }
        for index in found.candidates.indices {
          found.candidates[index].reasons.append("asked for as a \(kind.rawValue)")
        }
      }
      if !found.candidates.isEmpty { return found }
    }
    return nil
  }
}
