internal import SimpleFeatures

extension BasemapLayers {
  /// The layers as a country sees them.
  ///
  /// Geometry stays as it is. An area that belongs to another country in this view has the code of
  /// that in `country` and `part_of`; one that was a country before keeps its code in `own_code`. A line between two areas of one
  /// country is ``BorderStatus/internal``; one between two countries is
  /// ``BorderStatus/international`` where this country has a view on every contested area beside it,
  /// and what it was where not. So no area loses its ground, and no line is drawn across a country.
  ///
  /// Complexity: linear in the number of features.
  public func seen(from viewpoint: Viewpoint) -> BasemapLayers {
    var layers = self
    layers.viewpoint = viewpoint
    for path in [\BasemapLayers.world, \.countries, \.municipalities] {
      layers[keyPath: path].features = self[keyPath: path].features.map {
        $0.area(seenFrom: viewpoint)
      }
    }
    let countries = (layers.world.features + layers.countries.features)
      .reduce(into: [String: String]()) { countries, area in
        if let id = area.text("place_id") { countries[id] = area.text("country") }
      }
    for path in [\BasemapLayers.borders, \.worldBorders] {
      layers[keyPath: path].features = self[keyPath: path].features.map {
        $0.border(seenFrom: viewpoint, countries: countries)
      }
    }
    return layers
  }
}

extension BasemapLayers {
  /// The codes of the countries that incidents of these countries lie in, as the layers see it.
  func countries(of codes: Set<String>) -> Set<String> {
    let parts = (world.features + countries.features).reduce(into: [String: String]()) {
      if let code = $1.text("own_code") { $0[code] = $1.text("country") }
    }
    return Set(codes.map { parts[$0] ?? $0 })
  }
}

extension Feature {
  fileprivate func area(seenFrom viewpoint: Viewpoint) -> Feature {
    guard let id = text("place_id"), let owner = viewpoint.owners[id] else { return self }
    let holder = text("country") ?? ""
    guard owner != holder else { return self }
    var seen = self
    if isOwnCountry, !holder.isEmpty { seen.properties["own_code"] = .text(holder) }
    seen.properties["country"] = .text(owner)
    seen.properties["part_of"] = owner.isEmpty ? nil : .text(owner)
    return seen
  }

  fileprivate func border(
    seenFrom viewpoint: Viewpoint, countries: [String: String]
  ) -> Feature {
    let areas = [text("area_left"), text("area_right")].compactMap { $0 }
    let contested = areas.filter(viewpoint.contested.contains)
    guard areas.count == 2, contested.contains(where: { viewpoint.owners[$0] != nil }) else {
      return self
    }
    let sides = areas.map { countries[$0] ?? "" }
    var status = BorderStatus.international
    if sides[0] == sides[1], !sides[0].isEmpty {
      status = .internal
    } else if !contested.allSatisfy({ viewpoint.owners[$0] != nil }) {
      status = borderStatus == .internal ? .disputed : borderStatus
    }
    var seen = self
    seen.properties["country_left"] = .text(sides[0])
    seen.properties["country_right"] = .text(sides[1])
    seen.properties["status"] = .text(status.rawValue)
    return seen
  }
}
