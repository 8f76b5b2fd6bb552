import NamedSeeds
import Synchronization
import Testing

@testable import IncidentExtraction

@Suite("Work in order")
struct OrderedWorkTests {
  struct Stop: Error {}

  @Test(arguments: [0, 1, 2, 7])
  func `results come in the order of the elements, however long each takes`(jobs: Int) async throws
  {
    var generator = Seed.alpha.generator
    let elements = (0..<200).map {
      (number: $0, turns: Int.random(in: 0...3000, using: &generator))
    }
    var rest = elements[...]
    var results: [Int] = []
    try await OrderedWork(jobs: jobs).run(
      next: { rest.popFirst() },
      work: { element in
        var state = Seed.beta.generator
        for _ in 0..<element.turns { _ = state.next() }
        return element.number
      },
      deliver: { results.append($0) })
    #expect(results == elements.map(\.number))
  }

  @Test func `only so many elements are in flight`() async throws {
    let inFlight = Mutex((now: 0, most: 0))
    var next = 0
    try await OrderedWork(jobs: 3).run(
      next: {
        guard next < 100 else { return nil }
        next += 1
        inFlight.withLock { state in
          state.now += 1
          state.most = max(state.most, state.now)
        }
        return next
      },
      work: { $0 },
      deliver: { (_: Int) in inFlight.withLock { $0.now -= 1 } })
    #expect(inFlight.withLock(\.now) == 0)
    #expect(inFlight.withLock(\.most) <= 24)
  }

  @Test(arguments: [1, 3])
  func `what stops the delivery ends the work`(jobs: Int) async {
    var next = 0
    var delivered = 0
    await #expect(throws: Stop.self) {
      try await OrderedWork(jobs: jobs).run(
        next: {
          next += 1
          return next
        },
        work: { $0 },
        deliver: { (_: Int) in
          delivered += 1
          if delivered == 5 { throw Stop() }
        })
    }
    #expect(delivered == 5)
  }
}
