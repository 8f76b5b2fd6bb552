internal import SimpleFeatures

extension MapLabels {
  /// The names of features of own layers, as far as they have any.
  func ownWishes() -> [Wish] {
    let most = Int(frame.box.width * frame.box.height / (design.px(120) * design.px(120)))
    return zip(own, content.layers.own).flatMap { projected, layer in
      projected.projected.features.lazy.compactMap { feature in
        request(for: feature, named: layer.features[feature.index].text("name"))
          .map { Wish(kind: .own, request: $0) }
      }.prefix(most)
    }
  }

  /// The symbols of points of own layers, which no name may cover.
  var ownPoints: [PixelCircle] {
    own.flatMap { $0.projected.features.flatMap(\.points) }
      .map { PixelCircle(center: $0, radius: design.px(RegionMap.ownPointRadius)) }
  }

  private func request(
    for feature: ProjectedLayer.Feature, named name: String?
  ) -> LabelPlacement.Request? {
    guard let name = MapNames.writable(name.map { [$0] } ?? []).first, name.count <= 60 else {
      return nil
    }
    let style = design.town
    var candidates: [LabelPlacement.Candidate] = []
    if let point = feature.points.first {
      candidates = LabelCandidates.around(
        PixelCircle(center: point, radius: design.px(RegionMap.ownPointRadius)), names: [name],
        first: style, second: style, gaps: [design.px(3.2), design.px(6)])
    } else if !feature.area.isEmpty {
      candidates = LabelCandidates.inside(feature.area, names: [name], style: style)
    } else {
      candidates = Array(
        LabelCandidates.ranked(
          feature.lines.flatMap { LabelCandidates.along($0, name: name, style: style) }
        ).prefix(40))
    }
    return candidates.isEmpty
      ? nil : LabelPlacement.Request(candidates: candidates, weight: Weight.town)
  }
}
