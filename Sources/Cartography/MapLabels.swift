internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// What a label names.
enum LabelKind: String, CaseIterable {
  case country, municipality, river, lake, village, town, city, own, coarse, incident
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
  let towns: MapTowns
  let points: IncidentPoints
  /// The incidents that have a symbol, by number.
  let details: [Int: Incident]
  let names: MapNames
  let design: MapDesign
  let frame: MapFrame
  let ground: MapGround
  let clusters: [IncidentCluster]
  /// The circles around the hexagons.
  let bins: [PixelCircle]
  let furniture: MapFurniture
  let own: [OwnLayer]

  /// A label that is wanted.
  struct Wish {
    var kind: LabelKind
    var request: LabelPlacement.Request
  }

  /// What a label is worth beside others.
  enum Weight {
    static let incident = 10.0
    static let capital = 8.0
    static let country = 5.0
    static let city = 4.0
    static let town = 2.0
    static let area = 1.5
    static let village = 1.0
  }

  /// The labels that found room, background first.
  func placed() -> [PlacedLabel] {
    let land = LandMask(
      (ground.world.features + ground.countries.features).map(\.area), in: frame.box,
      side: design.px(4))
    let incidents = incidentWishes()
    let wishes =
      besideCoasts(incidents.wishes, land) + besideBins(ownWishes()) + besideBins(countryWishes())
      + besideCoasts(besideBins(townWishes(towns.towns, labelled: incidents.clusters)), land)
      + lakeWishes() + riverWishes() + municipalityWishes(without: incidents.areas)
      + besideCoasts(besideBins(townWishes(towns.villages, labelled: incidents.clusters)), land)
    let chosen = LabelPlacement.place(
      wishes.map(\.request), in: frame.box.expanded(by: -design.px(4)),
      avoiding: furniture.boxes.map { $0.expanded(by: design.px(3)) },
      circles: clusters.flatMap(circles) + ownPoints)
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

  /// The same wishes, names rather not across a coast.
  private func besideCoasts(_ wishes: [Wish], _ land: LandMask) -> [Wish] {
    wishes.map { wish in
      var wish = wish
      wish.request.candidates = LabelCandidates.ranked(
        wish.request.candidates.map { candidate in
          var candidate = candidate
          candidate.cost += land.cost(of: candidate.box)
          return candidate
        })
      return wish
    }
  }
}
