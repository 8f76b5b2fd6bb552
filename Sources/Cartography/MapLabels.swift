internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// What a label names.
enum LabelKind: String, CaseIterable {
  case country, municipality, river, lake, village, town, city, coarse, incident
}

/// A label that has found its place.
struct PlacedLabel {
  var kind: LabelKind
  var lines: [LabelLine]
  /// The symbol of a place without incidents.
  var dot: PixelCircle?
  var box: OrientedBox
}

/// Chooses what is named on a map, and in which order names claim their places.
struct MapLabels {
  let content: MapContent
  let points: IncidentPoints
  /// The incidents that have a symbol, by number.
  let details: [Int: Incident]
  let towns: MapTowns
  let languages: [String]
  let design: MapDesign
  let frame: MapFrame
  let ground: MapGround
  let clusters: [IncidentCluster]
  let furniture: MapFurniture

  private struct Wish {
    var kind: LabelKind
    var request: LabelPlacement.Request
  }

  /// The labels that found room, background first.
  func placed() -> [PlacedLabel] {
    let wishes =
      incidentWishes() + countryWishes() + townWishes(towns.towns) + lakeWishes() + riverWishes()
      + municipalityWishes() + townWishes(towns.villages)
    let chosen = LabelPlacement.place(
      wishes.map(\.request), in: frame.box.expanded(by: -design.px(4)),
      avoiding: furniture.boxes.map { $0.expanded(by: design.px(3)) },
      circles: clusters.flatMap(circles))
    let labels = zip(wishes, chosen).compactMap { wish, number -> PlacedLabel? in
      guard let number else { return nil }
      let candidate = wish.request.candidates[number]
      return PlacedLabel(
        kind: wish.kind, lines: candidate.lines, dot: wish.request.dot, box: candidate.box)
    }
    return LabelKind.allCases.flatMap { kind in labels.filter { $0.kind == kind } }
  }

  /// What labels must leave free of a cluster: its symbols, and its anchor where it was moved.
  private func circles(_ cluster: IncidentCluster) -> [PixelCircle] {
    let margin = design.px(1.2)
    var circles =
      cluster.isDisc
      ? [PixelCircle(center: cluster.center, radius: cluster.radius + margin)]
      : cluster.marks.map {
        PixelCircle(
          center: cluster.center + $0.offset, radius: $0.outline.circumradius + margin)
      }
    if cluster.isDisplaced {
      circles.append(PixelCircle(center: cluster.anchor, radius: design.px(3.5)))
    }
    return circles
  }

  // MARK: - Names

  /// The names of a place in the languages asked for, without repetition.
  func names(of place: Place) -> [String] {
    var names: [String] = []
    for language in languages {
      if let name = place.name(in: language), !names.contains(name) { names.append(name) }
    }
    if names.isEmpty { names = [place.name] }
    if languages.isEmpty, let other = place.alternativeNames.first(where: isLatin) {
      names.append(other)
    }
    return names
  }

  private func isLatin(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0.value < 0x250 }
  }

  private func names(of incident: Incident) -> [String] {
    if let id = incident.placeID, let place = content.places.place(id) {
      return names(of: place)
    }
    guard let location = incident.location else { return [] }
    let other = incident.locationAlternatives.first { $0 != location && isLatin($0) }
    return [location] + (other.map { [$0] } ?? [])
  }

  /// The names of a basemap feature, by its own properties (`name_sr_latn` is that for `sr` and
  /// `sr-Latn`), else by the place it shows.
  private func names(of feature: Feature) -> [String] {
    let place = feature.text("place_id").flatMap { content.places.place(PlaceID($0)) }
    var names: [String] = []
    for language in languages {
      let tag = language == "sr" ? "sr_latn" : language.lowercased().replacing("-", with: "_")
      let own = feature.text("name_\(tag)").flatMap { $0.isEmpty ? nil : $0 }
      if let name = own ?? place?.name(in: language), !names.contains(name) {
        names.append(name)
      }
    }
    if names.isEmpty, let name = feature.text("name"), !name.isEmpty { names = [name] }
    return names
  }

  // MARK: - Wishes

  private func incidentWishes() -> [Wish] {
    let ordered = clusters.sorted {
      ($0.tally.isRough ? 1 : 0, -$0.radius, -$0.tally.total, $0.anchor.y, $0.anchor.x)
        < ($1.tally.isRough ? 1 : 0, -$1.radius, -$1.tally.total, $1.anchor.y, $1.anchor.x)
    }
    var labelled: [(names: [String], at: PixelPoint)] = []
    let most = Int(frame.box.width * frame.box.height / (design.px(130) * design.px(110)))
    return ordered.prefix(max(most, 12)).compactMap { cluster in
      let names = cluster.lead.flatMap { details[$0] }.map(names) ?? []
      guard !names.isEmpty,
        !labelled.contains(where: {
          $0.names == names && $0.at.distance(to: cluster.center) < design.px(90)
        })
      else { return nil }
      labelled.append((names, cluster.center))
      let isCoarse = cluster.tally.isRough
      let candidates = LabelCandidates.around(
        PixelCircle(center: cluster.center, radius: cluster.radius), names: names,
        first: isCoarse ? design.coarsePlace : design.incidentPlace,
        second: isCoarse ? design.coarsePlace : design.incidentPlaceSecond,
        gaps: [design.px(4), design.px(9), design.px(17)])
      return Wish(
        kind: isCoarse ? .coarse : .incident,
        request: LabelPlacement.Request(candidates: candidates))
    }
  }

  private func townWishes(_ towns: [MapTowns.Town]) -> [Wish] {
    let placed = Set(
      clusters.flatMap {
        $0.marks.compactMap { points.place(of: points.points[$0.index]).id }
      })
    return towns.filter { !placed.contains($0.place.id) }.map { town in
      let (kind, style, radius): (LabelKind, TextStyle, Double) =
        switch town.place.kind {
        case .village: (.village, design.village, 1.7)
        case .town: (.town, design.town, 2.3)
        case .capital: (.city, design.capital, 3.6)
        default: (.city, design.city, 3)
        }
      let dot = PixelCircle(center: town.pixel, radius: design.px(radius))
      let candidates = LabelCandidates.around(
        dot, names: names(of: town.place), first: style, second: style,
        gaps: [design.px(3.2), design.px(6)])
      return Wish(kind: kind, request: LabelPlacement.Request(candidates: candidates, dot: dot))
    }
  }

  private func countryWishes() -> [Wish] {
    let fine = ground.countries.features.map { ($0, content.layers.countries.features[$0.index]) }
    let known = Set(fine.compactMap { $0.1.text("country") })
    let coarse = ground.world.features.map { ($0, content.layers.world.features[$0.index]) }
      .filter { !known.contains($0.1.text("country") ?? "") }
    return (fine + coarse).flatMap { projected, feature -> [Wish] in
      let names = names(of: feature).prefix(1).map { $0.uppercased() }
      guard let name = names.first else { return [] }
      let area = PixelArea(
        rings: projected.area.rings.map { RectangleClip.ring($0, to: frame.box) })
      for shrink in [1, 0.8, 0.62] {
        var style = design.country
        style.size *= shrink
        style.spacing *= shrink * shrink
        let forms = [[name], name.split(separator: " ").map(String.init)]
        let candidates = forms.flatMap {
          LabelCandidates.inside(area, names: $0, style: style)
        }
        guard !candidates.isEmpty else { continue }
        return [
          Wish(kind: .country, request: LabelPlacement.Request(candidates: candidates))
        ]
      }
      return []
    }
  }

  private func municipalityWishes() -> [Wish] {
    areaWishes(
      ground.municipalities, content.layers.municipalities, kind: .municipality,
      style: design.municipality
    ) { $0.uppercased() }
  }

  private func lakeWishes() -> [Wish] {
    ground.lakes.features.compactMap { projected in
      let names = names(of: content.layers.lakes.features[projected.index])
      guard let bounds = projected.area.bounds, bounds.width + bounds.height > design.px(24),
        !names.isEmpty
      else { return nil }
      let circle = PixelCircle(
        center: bounds.center, radius: min(bounds.width, bounds.height) / 2)
      let inside = LabelCandidates.inside(projected.area, names: names, style: design.lake)
      let beside = LabelCandidates.around(
        circle, names: Array(names.prefix(2)), first: design.lake, second: design.lake,
        gaps: [design.px(4)])
      return Wish(kind: .lake, request: LabelPlacement.Request(candidates: inside + beside))
    }
  }

  private func riverWishes() -> [Wish] {
    var named: Set<String> = []
    return ground.rivers.features.compactMap { river in
      let names = names(of: content.layers.rivers.features[river.index])
      guard let name = names.first, !named.contains(name) else { return nil }
      let candidates = LabelCandidates.ranked(
        river.lines.flatMap { LabelCandidates.along($0, name: name, style: design.lake) })
      guard !candidates.isEmpty else { return nil }
      named.insert(name)
      return Wish(
        kind: .river, request: LabelPlacement.Request(candidates: Array(candidates.prefix(40))))
    }
  }

  private func areaWishes(
    _ projected: ProjectedLayer, _ layer: Layer, kind: LabelKind, style: TextStyle,
    spelled: (String) -> String
  ) -> [Wish] {
    projected.features.compactMap { feature in
      let names = names(of: layer.features[feature.index]).prefix(1).map(spelled)
      let area = PixelArea(
        rings: feature.area.rings.map { RectangleClip.ring($0, to: frame.box) })
      let forms = [names, names.flatMap { $0.split(separator: " ").map(String.init) }]
      let candidates = forms.flatMap { LabelCandidates.inside(area, names: $0, style: style) }
      guard !candidates.isEmpty else { return nil }
      return Wish(kind: kind, request: LabelPlacement.Request(candidates: candidates))
    }
  }
}
