import Foundation
import SimpleFeatures
import Testing
import Topology

@Suite("The areas of the shipped basemap") struct AreaTests {
  @Test(arguments: ["world", "countries", "municipalities", "lakes"])
  func `every area is valid`(name: String) throws {
    let features = try ShippedBasemap.layer(name).features
    #expect(!features.isEmpty)
    for feature in features {
      let geometry = try #require(feature.geometry)
      let fault = PlanarTopology.validityFault(of: geometry)
      #expect(fault == nil, "\(feature.text("name") ?? "?")")
    }
  }

  @Test func `the world's rings are right-handed and stay within 180° (RFC 7946 §3.1.6, §3.1.9)`()
    throws
  {
    for feature in try ShippedBasemap.layer("world").features {
      for polygon in feature.geometry?.polygons ?? [] {
        #expect(signedArea(polygon.exterior) > 0, "\(feature.text("name") ?? "?")")
        #expect(polygon.interiors.allSatisfy { signedArea($0) < 0 })
        let isInRange = polygon.positions.allSatisfy {
          abs($0.longitude) <= 180 && abs($0.latitude) <= 90
        }
        #expect(isInRange)
      }
    }
  }

  @Test(arguments: [("world", "world-borders"), ("countries", "borders")])
  func `neighbours share their vertices, and border lines are what they share`(
    areas: String, lines: String
  ) throws {
    var owners: [DirectedEdge: String] = [:]
    for feature in try ShippedBasemap.layer(areas).features {
      let id = try #require(feature.text("place_id"))
      for edge in (feature.geometry?.rings ?? []).flatMap(DirectedEdge.edges) {
        #expect(owners.updateValue(id, forKey: edge) == nil, "\(id): an edge is there twice")
      }
    }
    var drawn: Set<DirectedEdge> = []
    for line in try ShippedBasemap.layer(lines).features {
      let left = try #require(line.text("area_left"))
      let right = try #require(line.text("area_right"))
      for edge in (line.geometry?.lines ?? []).flatMap(DirectedEdge.edges) {
        let sides = Set([owners[edge], owners[edge.reversed]])
        #expect(owners[edge] == nil || sides == [left, right], "\(line.text("name") ?? "?")")
        drawn.formUnion([edge, edge.reversed])
      }
    }
    let shared = owners.keys.filter { owners[$0.reversed] != nil }
    #expect(!shared.isEmpty && shared.allSatisfy(drawn.contains))
    if areas == "world" {
      #expect(drawn.count == shared.count)
      for line in try ShippedBasemap.layer(lines).features {
        for edge in (line.geometry?.lines ?? []).flatMap(DirectedEdge.edges) {
          #expect(owners[edge] == line.text("area_left"), "\(line.text("name") ?? "?")")
        }
      }
    }
  }

  @Test func `island states keep their islands`() throws {
    let world = try ShippedBasemap.layer("world").features
    // Source: the number of inhabited atolls and main islands of each.
    for (code, islands) in [("TV", 3), ("KI", 10), ("MH", 8), ("MV", 8), ("FJ", 25), ("SC", 2)] {
      let feature = try #require(world.first { $0.text("country") == code })
      #expect(feature.geometry?.polygons.count ?? 0 >= islands, "\(code)")
    }
  }

  private func signedArea(_ ring: [Position]) -> Double {
    DirectedEdge.edges(of: ring).reduce(0) {
      $0 + $1.from.longitude * $1.to.latitude - $1.to.longitude * $1.from.latitude
    }
  }
}
