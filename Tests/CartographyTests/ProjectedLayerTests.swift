import Foundation
import Geodesy
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Layers in the frame") struct ProjectedLayerTests {
  private func frame(
    _ system: CoordinateReferenceSystem, metersPerPixel: Double, around center: Position
  ) throws -> MapFrame {
    let projection = try Projection(to: system)
    let middle = try projection.forward(center)
    return MapFrame(
      box: PixelBox(left: 30, top: 80, right: 1170, bottom: 980), projection: projection,
      metersPerPixel: metersPerPixel,
      northwest: PlanarPosition(
        easting: middle.easting - 570 * metersPerPixel,
        northing: middle.northing + 450 * metersPerPixel))
  }

  private func frames() throws -> [MapFrame] {
    func at(_ longitude: Double, _ latitude: Double) -> Position {
      Position(longitude: longitude, latitude: latitude)
    }
    return [
      try frame(.epsg(32634), metersPerPixel: 60, around: at(20.8, 42.9)),
      try frame(.epsg(32760), metersPerPixel: 400, around: at(179.9, -17)),
      try frame(
        .lambertAzimuthalEqualArea(center: at(31, 48)), metersPerPixel: 2000, around: at(31, 48)),
      try frame(
        .lambertAzimuthalEqualArea(center: at(0, 90)), metersPerPixel: 5000, around: at(0, 90)),
      try frame(
        .lambertAzimuthalEqualArea(center: at(-179.1, 66.5)), metersPerPixel: 700,
        around: at(-179.1, 66.5)),
      try frame(.epsg(8857), metersPerPixel: 31_000, around: at(0, 0)),
    ]
  }

  private func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> [Position] {
    [(west, south), (east, south), (east, north), (west, north), (west, south)]
      .map { Position(longitude: $0.0, latitude: $0.1) }
  }

  private func layer(_ geometries: Geometry...) -> Layer {
    Layer(name: "made up", features: geometries.map { Feature(geometry: $0) })
  }

  @Test(arguments: Seed.allCases)
  func `interpolated pixels are those of the projection`(seed: Seed) throws {
    var generator = seed.generator
    for frame in try frames() {
      let view = GeographicView(of: frame)
      let grid = try #require(ProjectionGrid(frame: frame, view: view))
      for _ in 0..<400 {
        let x = Double.random(in: view.box.left...view.box.right, using: &generator)
        let y = Double.random(in: view.box.top...view.box.bottom, using: &generator)
        guard let exact = frame.pixel(Position(longitude: x, latitude: -y)),
          frame.box.contains(exact)
        else { continue }
        #expect(grid.pixel(x: x, y: y).distance(to: exact) < 0.05)
      }
    }
  }

  @Test func `a view that reaches where there is no image is not interpolated`() throws {
    let center = Position(longitude: 0, latitude: 0)
    let frame = try frame(
      .lambertAzimuthalEqualArea(center: center), metersPerPixel: 40_000, around: center)
    #expect(ProjectionGrid(frame: frame, view: GeographicView(of: frame)) == nil)
  }

  @Test func `a hole is no part of an area, in whichever direction it is drawn`() throws {
    let frame = try frames()[0]
    let view = GeographicView(of: frame)
    let hole = box(20.7, 42.8, 20.9, 43)
    for hole in [hole, hole.reversed()] {
      let polygon = Polygon(exterior: box(20.5, 42.7, 21.1, 43.1), interiors: [hole])
      let area = try #require(
        ProjectedLayer(layer(.polygon(polygon)), in: frame, view: view).features.first?.area)
      let inside = try #require(frame.pixel(Position(longitude: 20.8, latitude: 42.9)))
      let around = try #require(frame.pixel(Position(longitude: 20.6, latitude: 42.9)))
      #expect(!area.contains(inside))
      #expect(area.contains(around))
    }
  }

  @Test func `neighbours share their edge where it is divided and cut`() throws {
    for frame in try frames() {
      let view = GeographicView(of: frame)
      let middle = view.middle
      // Areas that reach far out of view, and so are cut; their common edge is long, and bends.
      let south = view.box.center.y < 0 ? -view.box.bottom - 3 : -view.box.bottom - 1
      let line = max(min(-view.box.center.y, 85), -85)
      let west = max(middle - 30, -180)
      let east = min(middle + 30, 180)
      guard east - west > 1 else { continue }
      let features = ProjectedLayer(
        layer(
          .polygon(Polygon(exterior: box(west, max(south, -89), east, line))),
          .polygon(Polygon(exterior: box(west, line, east, min(line + 4, 89))))),
        in: frame, view: view
      ).features
      let window = frame.box.expanded(by: 7.9)
      let points = features.map { Set($0.area.rings.joined().filter(window.contains)) }
      guard points.count == 2 else { continue }
      let shared = points[0].intersection(points[1])
      let border = try #require(frame.pixel(Position(longitude: (west + east) / 2, latitude: line)))
      #expect(!window.contains(border) || shared.count > 2)
    }
  }

  @Test func `a polygon that leaps over the antimeridian is drawn on both sides of it`() throws {
    let frame = try frames()[1]
    let view = GeographicView(of: frame)
    let leaping = [
      (179.5, -17.5), (-179.5, -17.5), (-179.5, -16.5), (179.5, -16.5), (179.5, -17.5),
    ]
    .map { Position(longitude: $0.0, latitude: $0.1) }
    let feature = try #require(
      ProjectedLayer(layer(.polygon(Polygon(exterior: leaping))), in: frame, view: view)
        .features.first)
    let west = try #require(frame.pixel(Position(longitude: 179.7, latitude: -17)))
    let east = try #require(frame.pixel(Position(longitude: -179.7, latitude: -17)))
    let outside = try #require(frame.pixel(Position(longitude: 179, latitude: -17)))
    #expect(feature.area.contains(west))
    #expect(feature.area.contains(east))
    #expect(!feature.area.contains(outside))
  }

  @Test func `a line that leaps over the antimeridian goes the shorter way`() throws {
    let frame = try frames()[1]
    let line = [(179.5, -17.0), (-179.5, -17.0)].map {
      Position(longitude: $0.0, latitude: $0.1)
    }
    let feature = try #require(
      ProjectedLayer(layer(.lineString(line)), in: frame, view: GeographicView(of: frame))
        .features.first)
    let ends = try line.map { try #require(frame.pixel($0)) }
    let length = feature.lines.flatMap { zip($0, $0.dropFirst()) }
      .reduce(0) { $0 + $1.0.distance(to: $1.1) }
    #expect(abs(length - ends[0].distance(to: ends[1])) < 1)
  }

  @Test func `the globe is land where a layer covers it, to the poles and the rim`() throws {
    let frame = try frames()[5]
    let view = GeographicView(of: frame)
    let whole = layer(.polygon(Polygon(exterior: box(-180, -90, 180, 90))))
    let area = try #require(ProjectedLayer(whole, in: frame, view: view).features.first?.area)
    for (longitude, latitude) in [(-179.0, 0.0), (179, 0), (0, 89), (0, -89), (-170, 60), (20, 43)]
    {
      let pixel = try #require(frame.pixel(Position(longitude: longitude, latitude: latitude)))
      guard frame.box.contains(pixel) else { continue }
      #expect(area.contains(pixel))
    }
  }

  @Test func `points are kept with their feature`() throws {
    let frame = try frames()[0]
    let inside = Position(longitude: 20.8, latitude: 42.9)
    let outside = Position(longitude: 30, latitude: 42.9)
    let features = ProjectedLayer(
      layer(.point(outside), .multiPoint([inside, outside])), in: frame,
      view: GeographicView(of: frame)
    ).features
    #expect(features.map(\.index) == [1])
    #expect(features.first?.points == [try #require(frame.pixel(inside))])
  }

  @Test func `any number of points is kept, beside a polygon of any number of vertices`() throws {
    let frame = try frames()[0]
    let view = GeographicView(of: frame)
    let points = (0..<400).map {
      Position(
        longitude: 20.8 + 0.001 * Double($0 % 20), latitude: 42.9 + 0.001 * Double($0 / 20))
    }
    let circle = (0...20_000).map { number in
      let angle = 2 * .pi * Double(number % 20_000) / 20_000
      return Position(longitude: 20.8 + 0.1 * cos(angle), latitude: 42.9 + 0.1 * sin(angle))
    }
    let polygon = Geometry.polygon(Polygon(exterior: circle))
    let pixels = try points.map { try #require(frame.pixel($0)) }
    let single = ProjectedLayer(
      layer(.multiPoint(points), .point(points[7])), in: frame, view: view)
    #expect(single.features.map(\.points.count) == [400, 1])
    #expect(zip(single.features[0].points, pixels).allSatisfy { $0.distance(to: $1) < 1e-6 })
    let mixed = ProjectedLayer(
      layer(.point(points[7]), polygon, .multiPoint(points)), in: frame, view: view)
    #expect(mixed.features.map(\.points.count) == [1, 0, 400])
    #expect(zip(mixed.features[2].points, pixels).allSatisfy { $0.distance(to: $1) < 1e-6 })
    let ring = try #require(mixed.features[1].area.rings.first)
    #expect(ring.count > 300 && ring.count < 10_000)
  }

  @Test func `where one part of a feature is cut, all its parts have outlines`() throws {
    let frame = try frames()[1]
    let view = GeographicView(of: frame)
    let cut = Polygon(exterior: box(179.8, -17.2, 180, -17))
    let whole = Polygon(exterior: box(179.2, -17.6, 179.4, -17.4))
    let line = [(179.0, -18.0), (179.5, -18.0)].map {
      Position(longitude: $0.0, latitude: $0.1)
    }
    let features = ProjectedLayer(
      layer(
        .multiPolygon([whole, cut]), .multiPolygon([cut, whole]),
        .collection([.polygon(whole), .lineString(line)])), in: frame, view: view
    ).features
    let corners = try whole.exterior.map { try #require(frame.pixel($0)) }
    let sides = try cut.exterior.map { try #require(frame.pixel($0)) }
    for feature in features.prefix(2) {
      #expect(feature.isOutlinedApart && feature.lines.isEmpty)
      #expect(feature.outlines.contains { Set(corners).isSubset(of: $0) })
      let edges = feature.outlines.flatMap { zip($0, $0.dropFirst()) }
      // The side at 180° is no border; the one opposite is.
      #expect(!edges.contains { Set([$0, $1]) == Set([sides[1], sides[2]]) })
      #expect(edges.contains { Set([$0, $1]) == Set([sides[0], sides[3]]) })
    }
    #expect(!features[2].isOutlinedApart && features[2].outlines.isEmpty)
    #expect(features[2].lines.count == 1)
  }

  @Test func `an area's coast is its outline without borders and without the sides of a box`()
    throws
  {
    let frame = try frames()[0]
    let view = GeographicView(of: frame)
    let land = layer(.polygon(Polygon(exterior: box(20.6, 42.8, 20.9, 43))))
    // The northern side is a border, drawn from the other end; the western one ends the layer.
    let border = [(20.9, 43.0), (20.6, 43.0)].map { Position(longitude: $0.0, latitude: $0.1) }
    let edges = EdgeSet(
      of: layer(.lineString(border)), in: view,
      sidesOf: BoundingBox(west: 20.6, south: 40, east: 22, north: 45))
    let feature = try #require(
      ProjectedLayer(land, in: frame, view: view, outlinesWithout: edges).features.first)
    #expect(feature.area.rings.count == 1)
    let coast = try [(20.6, 42.8), (20.9, 42.8), (20.9, 43)].map {
      try #require(frame.pixel(Position(longitude: $0.0, latitude: $0.1)))
    }
    #expect(feature.lines.isEmpty)
    #expect(feature.outlines.count == 1)
    #expect(feature.outlines.first?.first == coast[0])
    #expect(feature.outlines.first?.last == coast[2])
    #expect(feature.outlines.first?.contains(coast[1]) == true)
  }
}
