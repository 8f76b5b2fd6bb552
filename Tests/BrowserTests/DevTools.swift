import Foundation
import Subprocess

/// A browser's DevTools protocol over a pair of pipes: JSON messages, each ended by a zero byte.
actor DevTools {
  /// What a browser told of a page without being asked.
  struct Event: Sendable {
    var method: String
    var parameters: JSONValue
  }

  private let writer: StandardInputWriter
  /// The beginning of a message whose end has not come.
  private var received = Data()
  private var lastCall = 0
  private var pending: [Int: CheckedContinuation<JSONValue, any Error>] = [:]
  private var events: [String: [Event]] = [:]
  private var isClosed = false

  init(writer: StandardInputWriter) {
    self.writer = writer
  }

  /// Calls a method and awaits its result.
  func call(
    _ method: String, _ parameters: JSONValue = [:], session: String? = nil
  ) async throws -> JSONValue {
    lastCall += 1
    let id = lastCall
    var message: [String: JSONValue] = [
      "id": .number(Double(id)), "method": .text(method), "params": parameters,
    ]
    if let session { message["sessionId"] = .text(session) }
    let bytes = Array(try JSONEncoder().encode(JSONValue.object(message))) + [0]
    guard !isClosed else { throw DevToolsError(method: method, reason: "the browser has ended") }
    let answer = try await withCheckedThrowingContinuation { continuation in
      pending[id] = continuation
      Task {
        do { _ = try await writer.write(bytes) } catch { fail(id, with: error) }
      }
    }
    if let reason = answer["error"]["message"].text {
      throw DevToolsError(method: method, reason: reason)
    }
    return answer["result"]
  }

  /// What was told of a page so far, in its order.
  func events(of session: String) -> [Event] { events[session] ?? [] }

  /// Takes what the browser wrote.
  func receive(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0) {
      try take(received + Data(rest[..<end]))
      received = Data()
      rest = rest[(end + 1)...]
    }
    received += Data(rest)
  }

  private func take(_ data: Data) throws {
    let message = try JSONDecoder().decode(JSONValue.self, from: data)
    if let id = message["id"].number {
      pending.removeValue(forKey: Int(id))?.resume(returning: message)
    } else if let method = message["method"].text, let session = message["sessionId"].text {
      events[session, default: []].append(Event(method: method, parameters: message["params"]))
    }
  }

  /// Ends every call that waits: the browser writes nothing more.
  func close() {
    isClosed = true
    for id in pending.keys.sorted() {
      fail(id, with: DevToolsError(method: "a call", reason: "the browser has ended"))
    }
  }

  private func fail(_ id: Int, with error: any Error) {
    pending.removeValue(forKey: id)?.resume(throwing: error)
  }
}

struct DevToolsError: Error, CustomStringConvertible {
  var method: String
  var reason: String
  var description: String { "\(method): \(reason)" }
}
