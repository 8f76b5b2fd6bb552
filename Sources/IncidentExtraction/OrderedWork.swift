/// Work on many elements, several at a time, whose results are handed out in the elements' order.
///
/// Only so many elements are in flight, being worked on or waiting for an earlier one, as keep all
/// jobs busy; the next is asked for when there is room.
public struct OrderedWork: Sendable {
  /// How many elements are worked on at once, 1 or more.
  public var jobs: Int

  /// Plans work of so many elements at once, 1 or more.
  public init(jobs: Int) {
    self.jobs = max(1, jobs)
  }

  /// How many elements are in flight for each job.
  private static let reach = 8

  /// Works on elements.
  ///
  /// - Parameters:
  ///   - next: Gives the next element, or `nil` after the last.
  ///   - work: What is done with each, several at a time.
  ///   - deliver: Takes the results, one at a time and in the order of the elements.
  /// - Throws: What `deliver` throws; then no more is asked for.
  public func run<Element: Sendable, Result: Sendable>(
    next: () throws -> Element?, work: @escaping @Sendable (Element) -> Result,
    deliver: (Result) throws -> Void
  ) async throws {
    guard jobs > 1 else {
      while let element = try next() { try deliver(work(element)) }
      return
    }
    try await withThrowingTaskGroup(of: (number: Int, result: Result).self) { group in
      var (begun, ended, delivered) = (0, 0, 0)
      var isExhausted = false
      var waiting: [Int: Result] = [:]
      while true {
        while !isExhausted, begun - ended < jobs, begun - delivered < jobs * Self.reach {
          guard let element = try next() else {
            isExhausted = true
            break
          }
          let number = begun
          group.addTask { (number, work(element)) }
          begun += 1
        }
        guard let (number, result) = try await group.next() else { return }
        ended += 1
        waiting[number] = result
        while let result = waiting.removeValue(forKey: delivered) {
          delivered += 1
          try deliver(result)
        }
      }
    }
  }
}
