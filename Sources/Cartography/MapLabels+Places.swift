internal import IncidentModel
internal import Toponymy

extension MapLabels {
  /// Names of the places of incidents, and what need not be named once more.
  struct IncidentWishes {
    var wishes: [Wish] = []
    /// The clusters that are named, by number.
    var clusters: Set<Int> = []
    /// The areas that are named as the places of incidents.
    var areas: Set<PlaceID> = []
  }

  /// The places where most happened, no more of them than leave the map calm.
  func incidentWishes() -> IncidentWishes {
    let side = design.px(215)
    let most = max(Int(frame.box.width * frame.box.height / (side * side)), 12)
    var found = IncidentWishes()
    var labelled: [(names: [String], place: PlaceID?, at: PixelPoint)] = []
    for number in clustersByImportance() where labelled.count < most {
      let cluster = clusters[number]
      guard let incident = incident(of: cluster) else { continue }
      let names = names.names(of: incident)
      let isKnown = labelled.contains {
        $0.names == names
          && ($0.place == incident.placeID || $0.at.distance(to: cluster.center) < design.px(90))
      }
      guard !names.isEmpty, !isKnown else { continue }
      labelled.append((names, incident.placeID, cluster.center))
      found.clusters.insert(number)
      let isCoarse = isCoarse(cluster)
      if isCoarse, let place = incident.placeID { found.areas.insert(place) }
      let symbol = PixelCircle(center: cluster.center, radius: cluster.radius)
      let candidates = LabelCandidates.around(
        symbol, names: names, first: isCoarse ? design.coarsePlace : design.incidentPlace,
        second: isCoarse ? design.coarsePlace : design.incidentPlaceSecond,
        gaps: [design.px(4), design.px(9), design.px(17)])
      found.wishes.append(
        Wish(
          kind: isCoarse ? .coarse : .incident,
          request: LabelPlacement.Request(
            candidates: candidates, anchor: symbol, weight: Weight.incident)))
    }
    return found
  }

  /// Exact places first, then those with the larger symbols or more of them, then the more important.
  private func clustersByImportance() -> [Int] {
    let keyed = clusters.enumerated().map { number, cluster in
      (
        number: number, isCoarse: isCoarse(cluster) ? 1 : 0, cluster: cluster,
        importance: incident(of: cluster)?.placeID.flatMap(content.places.place)?.importance
      )
    }
    return keyed.sorted { a, b in
      if a.isCoarse != b.isCoarse { return a.isCoarse < b.isCoarse }
      if a.cluster.radius != b.cluster.radius { return a.cluster.radius > b.cluster.radius }
      if a.cluster.tally.total != b.cluster.tally.total {
        return a.cluster.tally.total > b.cluster.tally.total
      }
      if a.importance != b.importance {
        guard let first = a.importance, let second = b.importance else {
          return b.importance == nil
        }
        return first > second
      }
      return (a.cluster.anchor.y, a.cluster.anchor.x, a.number)
        < (b.cluster.anchor.y, b.cluster.anchor.x, b.number)
    }.map(\.number)
  }

  private func incident(of cluster: IncidentCluster) -> Incident? {
    cluster.lead.flatMap { details[$0] }
  }

  /// Whether no incident of a cluster is known to its settlement.
  private func isCoarse(_ cluster: IncidentCluster) -> Bool {
    cluster.tally.isRough
  }

  /// Names of settlements with their dots; where there are incidents, their symbol is the dot.
  func townWishes(_ towns: [MapTowns.Town], labelled: Set<Int>) -> [Wish] {
    var clustersOfPlace: [PlaceID: Int] = [:]
    for (number, cluster) in clusters.enumerated() where !isCoarse(cluster) {
      for mark in cluster.marks {
        let place = points.place(of: points.points[mark.index]).id
        if let place { clustersOfPlace[place] = number }
      }
    }
    let isWorld = frame.metersPerPixel * design.scale >= MapTowns.coarsestForLargeNames
    return towns.compactMap { town in
      let (kind, style, radius, weight): (LabelKind, TextStyle, Double, Double) =
        switch town.place.kind {
        case .village: (.village, design.village, 1.7, Weight.village)
        case .town: (.town, design.town, 2.3, Weight.town)
        case .capital: (.city, isWorld ? design.worldCapital : design.capital, 3.4, Weight.capital)
        default: (.city, isWorld ? design.worldCity : design.city, 3, Weight.city)
        }
      let names = names.names(of: town.place)
      guard !names.isEmpty else { return nil }
      let size = design.px(isWorld ? radius * 0.75 : radius)
      var request = LabelPlacement.Request(candidates: [], weight: weight)
      var symbol = PixelCircle(center: town.pixel, radius: size)
      if let number = clustersOfPlace[town.place.id] ?? cluster(at: town.pixel) {
        guard !labelled.contains(number) else { return nil }
        symbol = PixelCircle(center: clusters[number].center, radius: clusters[number].radius)
        request.anchor = symbol
      } else {
        request.dot = symbol
      }
      request.candidates = LabelCandidates.around(
        symbol, names: names, first: style, second: style, gaps: [design.px(3.2), design.px(6)])
      return Wish(kind: kind, request: request)
    }
  }

  /// The symbols that stand for exact incidents right at a point.
  private func cluster(at pixel: PixelPoint) -> Int? {
    clusters.firstIndex { !isCoarse($0) && $0.anchor.distance(to: pixel) < design.px(4) }
  }
}
