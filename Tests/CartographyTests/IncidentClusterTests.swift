import IncidentModel
import NamedSeeds
import Testing

@testable import Cartography

@Suite("Incidents at one place") struct IncidentClusterTests {
  @Test(arguments: Seed.allCases)
  func `packed circles keep their gap`(seed: Seed) {
    var generator = seed.generator
    for count in [2, 3, 7, 24] {
      let radii = (0..<count).map { _ in Double.random(in: 3...20, using: &generator) }
        .sorted(by: >)
      let centers = CirclePacking.centers(radii: radii, gap: 1.6)
      #expect(centers.count == count)
      for i in 0..<count {
        for j in 0..<i {
          let free = centers[i].distance(to: centers[j]) - radii[i] - radii[j]
          #expect(free >= 1.6 - 1e-4)
        }
      }
    }
  }

  @Test func `seven equal circles lie as a flower`() {
    let centers = CirclePacking.centers(radii: Array(repeating: 1, count: 7), gap: 0)
    let middle = PixelPoint(x: 0, y: 0)
    #expect(centers.filter { $0.distance(to: middle) < 0.2 }.count == 1)
    #expect(centers.allSatisfy { $0.distance(to: middle) < 2.2 })
  }

  private func cluster(at anchor: PixelPoint, count: Int) -> IncidentCluster {
    let points = [IncidentPoint](
      repeating: IncidentPoint(key: 0, eventType: .protests, place: 0), count: count)
    var group = IncidentGroup(at: anchor, lead: 0)
    for index in points.indices {
      var point = points[index]
      point.value = 1
      group.add(point, number: index)
    }
    let symbols = SymbolScale(measure: .incidents, largest: 1, scale: 0.8)
    return IncidentCluster(group, points: points, symbols: symbols, gap: 1.6)
  }

  @Test(arguments: Seed.allCases)
  func `no cluster hides another and none leaves the window`(seed: Seed) {
    var generator = seed.generator
    let window = PixelBox(left: 0, top: 0, right: 600, bottom: 600)
    var clusters = (0..<25).map { _ in
      cluster(
        at: PixelPoint(
          x: .random(in: 250...350, using: &generator),
          y: .random(in: 250...350, using: &generator)),
        count: Int.random(in: 1...5, using: &generator))
    }
    IncidentCluster.separate(&clusters, gap: 3, within: window)
    for i in clusters.indices {
      #expect(window.expanded(by: 0.1).contains(clusters[i].circle.bounds))
      for j in 0..<i {
        let free =
          clusters[i].center.distance(to: clusters[j].center) - clusters[i].radius
          - clusters[j].radius
        #expect(free > 1.5)
      }
    }
  }

  @Test func `two clusters at one point part`() {
    let point = PixelPoint(x: 300, y: 300)
    var clusters = [cluster(at: point, count: 1), cluster(at: point, count: 3)]
    IncidentCluster.separate(
      &clusters, gap: 3, within: PixelBox(left: 0, top: 0, right: 600, bottom: 600))
    let distance = clusters[0].center.distance(to: clusters[1].center)
    #expect(distance >= clusters[0].radius + clusters[1].radius + 2.9)
    #expect(clusters[0].center.distance(to: point) > clusters[1].center.distance(to: point))
  }

  @Test func `a cluster that has room stays at its place`() {
    var clusters = [
      cluster(at: PixelPoint(x: 100, y: 100), count: 2),
      cluster(at: PixelPoint(x: 300, y: 300), count: 2),
    ]
    IncidentCluster.separate(
      &clusters, gap: 3, within: PixelBox(left: 0, top: 0, right: 600, bottom: 600))
    #expect(clusters.allSatisfy { $0.center == $0.anchor && !$0.isDisplaced })
  }

  @Test func `too many incidents for one place become a disc`() {
    let point = PixelPoint(x: 0, y: 0)
    #expect(!cluster(at: point, count: IncidentCluster.mostMarks).isDisc)
    let disc = cluster(at: point, count: 100)
    #expect(disc.isDisc && disc.tally.total == 100)
    let ratio = disc.radius / cluster(at: point, count: 400).radius
    #expect((ratio - 0.5).magnitude < 1e-9)
  }
}
