internal import SimpleFeatures
internal import Toponymy

extension MapLabels {
  func countryWishes() -> [Wish] {
    let fine = ground.countries.features.map { ($0, content.layers.countries.features[$0.index]) }
    let known = Set(fine.compactMap { $0.1.text("country") })
    let coarse = ground.world.features.map { ($0, content.layers.world.features[$0.index]) }
      .filter { !known.contains($0.1.text("country") ?? "") }
    return (fine + coarse).filter(\.1.isOwnCountry).compactMap { projected, feature in
      let names = names.capitals(of: feature)
      for shrink in [1, 0.8, 0.62] {
        var style = design.country
        style.size = max((style.size * shrink * 10).rounded() / 10, design.px(8.5))
        style.spacing *= shrink * shrink
        let wish = wish(for: projected.area, names: names, kind: .country, style: style)
        if let wish { return wish }
      }
      return nil
    }
  }

  /// The names of municipalities but those that are named as the places of incidents.
  func municipalityWishes(without named: Set<PlaceID>) -> [Wish] {
    ground.municipalities.features.compactMap { projected in
      let feature = content.layers.municipalities.features[projected.index]
      if let id = feature.text("place_id"), named.contains(PlaceID(id)) { return nil }
      return wish(
        for: projected.area, names: names.capitals(of: feature), kind: .municipality,
        style: design.municipality)
    }
  }

  /// A name inside an area: in all languages one under the other, else in the first, else that in
  /// one word to a line.
  private func wish(
    for area: PixelArea, names: [String], kind: LabelKind, style: TextStyle
  ) -> Wish? {
    guard let first = names.first else { return nil }
    let seen = PixelArea(rings: area.rings.map { RectangleClip.ring($0, to: frame.box) })
    var style = style
    if names.contains(where: LabelText.isJoinedOrRightToLeft) { style.spacing = 0 }
    var forms = [names]
    if names.count > 1 { forms.append([first]) }
    let words = first.split(separator: " ").map(String.init)
    if words.count > 1 { forms.append(words) }
    let candidates = forms.enumerated().flatMap { number, lines in
      LabelCandidates.inside(seen, names: lines, style: style).prefix(60).map { candidate in
        var candidate = candidate
        candidate.cost += Double(number) * 1e7
        return candidate
      }
    }
    guard !candidates.isEmpty else { return nil }
    let weight = kind == .country ? Weight.country : Weight.area
    return Wish(
      kind: kind, request: LabelPlacement.Request(candidates: candidates, weight: weight))
  }

  func lakeWishes() -> [Wish] {
    ground.lakes.features.compactMap { projected in
      let names = names.names(of: content.layers.lakes.features[projected.index])
      guard let bounds = projected.area.bounds, bounds.width + bounds.height > design.px(24),
        !names.isEmpty
      else { return nil }
      let circle = PixelCircle(
        center: bounds.center, radius: min(bounds.width, bounds.height) / 2)
      let inside = LabelCandidates.inside(projected.area, names: names, style: design.lake)
        .enumerated().map { rank, candidate in
          var candidate = candidate
          candidate.cost = Double(rank) / 1000
          return candidate
        }
      let beside = LabelCandidates.around(
        circle, names: Array(names.prefix(2)), first: design.lake, second: design.lake,
        gaps: [design.px(4)]
      ).map { candidate in
        var candidate = candidate
        candidate.cost += 1
        return candidate
      }
      return Wish(
        kind: .lake,
        request: LabelPlacement.Request(candidates: inside + beside, weight: Weight.area))
    }
  }

  /// Names along rivers, repeated where a river is long.
  func riverWishes() -> [Wish] {
    var named: Set<String> = []
    return ground.rivers.features.flatMap { river -> [Wish] in
      let names = names.names(of: content.layers.rivers.features[river.index])
      guard let first = names.first, !named.contains(first) else { return [] }
      let forms = names.count > 1 ? [names.joined(separator: " / "), first] : [first]
      let candidates = forms.enumerated().flatMap { number, form in
        LabelCandidates.ranked(
          river.lines.flatMap { LabelCandidates.along($0, name: form, style: design.lake) }
        ).map { candidate in
          var candidate = candidate
          candidate.cost += Double(number) * 4
          return candidate
        }
      }
      guard !candidates.isEmpty else { return [] }
      named.insert(first)
      return parts(of: river.lines).map { part in
        let near = candidates.compactMap { candidate -> LabelPlacement.Candidate? in
          let distance = candidate.box.center.distance(to: part.center)
          guard distance < part.radius else { return nil }
          var candidate = candidate
          candidate.cost += 6 * distance / part.radius
          return candidate
        }
        return Wish(
          kind: .river,
          request: LabelPlacement.Request(
            candidates: Array(LabelCandidates.ranked(near).prefix(40)), weight: Weight.area))
      }
    }
  }

  /// Where along a river its name stands: anywhere on a short one, in each third of a long one.
  private func parts(of lines: [[PixelPoint]]) -> [PixelCircle] {
    let edges = lines.flatMap { zip($0, $0.dropFirst()) }
    let length = edges.reduce(0) { $0 + $1.0.distance(to: $1.1) }
    let count = min(Int(length / design.px(550)), 3)
    guard count > 1, let start = edges.first?.0 else {
      return [PixelCircle(center: frame.box.center, radius: .infinity)]
    }
    return (0..<count).map { number in
      var missing = length * (Double(number) + 0.5) / Double(count)
      var middle = start
      for (a, b) in edges {
        middle = b
        missing -= a.distance(to: b)
        if missing <= 0 { break }
      }
      return PixelCircle(center: middle, radius: 0.35 * length / Double(count))
    }
  }
}
