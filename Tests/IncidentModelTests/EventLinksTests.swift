import IncidentModel
import Testing

@Suite("What people decided about which events are one")
struct EventLinksTests {
  private let a = EventKey(report: "a", offset: 0)
  private let b = EventKey(report: "b", offset: 0)
  private let c = EventKey(report: "c", offset: 0)
  private let d = EventKey(report: "d", offset: 0)

  private func units(_ links: EventLinks) -> [[String]] {
    links.units.map { $0.events.map(\.report) }
  }

  @Test func `events that are taken for one are one, over several decisions`() {
    var links = EventLinks()
    links.join([b, a], why: "first")
    links.join([d, c], why: "second")
    #expect(units(links) == [["a", "b"], ["c", "d"]])
    links.join([c, b], why: "third")
    #expect(units(links) == [["a", "b", "c", "d"]])
    #expect(!links.areApart([a], [d]))
  }

  @Test func `events that are told apart are so from either side`() {
    var links = EventLinks()
    links.part([a], from: [b, c])
    #expect(links.areApart([a], [c]) && links.areApart([c, d], [a]))
    #expect(!links.areApart([b], [c]) && !links.areApart([a], [d]))
    #expect(links.apart.count == 2)
  }

  @Test func `a later parting takes a joining back, and the other way round`() {
    var links = EventLinks()
    links.join([a, b, c], why: "")
    links.part([a], from: [b, c])
    #expect(units(links) == [["b", "c"]])
    links.join([a, b], why: "")
    #expect(!links.areApart([a], [b]))
    #expect(links.areApart([a], [c]))
  }

  @Test func `of decisions that together contradict, the latest stand`() {
    var links = EventLinks()
    links.join([a, b], why: "early")
    links.part([a], from: [c])
    links.join([b, c], why: "late")
    #expect(units(links) == [["b", "c"]])
  }

  @Test func `a joining of one event, and a parting from nothing, say nothing`() {
    var links = EventLinks()
    links.join([a, a], why: "")
    links.part([a], from: [a])
    #expect(links == .none)
    #expect(links.units == [])
  }
}
