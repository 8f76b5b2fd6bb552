import Foundation
import Testing

/// A page open in the browser.
struct BrowserPage: Sendable {
  let devTools: DevTools
  let session: String
  let target: String

  /// Opens a file in a window of its own, lets the body work with it, and closes it:
  /// `fragment` is what follows `#` in the address; `media` names features of the medium, as in
  /// `prefers-color-scheme`.
  static func open(
    _ file: URL, fragment: String = "", width: Int = 1300, height: Int = 900,
    media: [String: String] = [:], body: (BrowserPage) async throws -> Void
  ) async throws {
    let devTools = try BrowserSession.required().devTools
    let target = try await devTools.call("Target.createTarget", ["url": "about:blank"])
    let id = try #require(target["targetId"].text)
    let attached = try await devTools.call(
      "Target.attachToTarget", ["targetId": .text(id), "flatten": true])
    let page = BrowserPage(
      devTools: devTools, session: try #require(attached["sessionId"].text), target: id)
    for domain in ["Page", "Network", "Runtime", "Log", "Accessibility"] {
      try await page.call("\(domain).enable")
    }
    // A window in the background is told nothing of keys otherwise.
    try await page.call("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try await page.call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": .boolean(width < 600),
      ])
    let features = media.map { JSONValue.object(["name": .text($0), "value": .text($1)]) }
    try await page.call("Emulation.setEmulatedMedia", ["features": .array(features)])
    let address = file.absoluteString + (fragment.isEmpty ? "" : "#\(fragment)")
    try await page.call("Page.navigate", ["url": .text(address)])
    try await page.wait(for: "document.readyState === 'complete' && location.protocol === 'file:'")
    try await body(page)
    _ = try await devTools.call("Target.closeTarget", ["targetId": .text(id)])
  }

  @discardableResult
  func call(_ method: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
    try await devTools.call(method, parameters, session: session)
  }

  // MARK: - Asking

  /// The value of an expression of the page's script.
  func value(_ expression: String) async throws -> JSONValue {
    let answer = try await call(
      "Runtime.evaluate", ["expression": .text(expression), "returnByValue": true])
    if let text = answer["exceptionDetails"]["exception"]["description"].text {
      throw DevToolsError(method: expression, reason: text)
    }
    return answer["result"]["value"]
  }

  func text(_ expression: String) async throws -> String {
    try #require(try await value(expression).text, "\(expression) is no text")
  }

  func number(_ expression: String) async throws -> Double {
    try #require(try await value(expression).number, "\(expression) is no number")
  }

  /// Whether a condition holds.
  func holds(_ condition: String) async throws -> Bool {
    try await value("!!(\(condition))").boolean ?? false
  }

  /// Waits until a condition holds; an error where it does not within half a minute.
  func wait(for condition: String) async throws {
    for _ in 0..<1500 {
      if try await holds(condition) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw DevToolsError(method: condition, reason: "does not come to hold")
  }

  /// The number of elements that are drawn.
  func count(_ selector: String) async throws -> Int {
    Int(
      try await number(
        """
        Array.from(document.querySelectorAll(\(Self.quoted(selector))))
          .filter(function (part) { return part.getClientRects().length > 0; }).length
        """))
  }

  /// The addresses that the page asked for, leaving out what its own policy kept back.
  func requests() async -> [String] {
    let events = await devTools.events(of: session)
    let refused = events.filter {
      $0.method == "Network.loadingFailed" && $0.parameters["blockedReason"] == "csp"
    }.map { $0.parameters["requestId"] }
    return events.filter {
      $0.method == "Network.requestWillBeSent" && !refused.contains($0.parameters["requestId"])
    }.compactMap { $0.parameters["request"]["url"].text }
  }

  /// What the page's console complains of.
  func complaints() async -> [String] {
    await devTools.events(of: session).compactMap { event in
      let said = event.parameters
      switch event.method {
      case "Runtime.exceptionThrown":
        return said["exceptionDetails"]["exception"]["description"].text ?? "an exception"
      case "Runtime.consoleAPICalled":
        return said["type"].text.map { "console.\($0)" }
      case "Log.entryAdded":
        return said["entry"]["text"].text ?? "an entry"
      default: return nil
      }
    }
  }

  static func quoted(_ text: String) -> String {
    let data = try? JSONEncoder().encode(JSONValue.text(text))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
