import Foundation
import Testing

extension BrowserPage {
  /// Keys by their names, with their numbers and the text they type.
  private static let keys: [String: (code: Int, text: String?)] = [
    "Tab": (9, nil), "Enter": (13, "\r"), "Escape": (27, nil), "Space": (32, " "),
    "End": (35, nil), "Home": (36, nil), "ArrowLeft": (37, nil), "ArrowUp": (38, nil),
    "ArrowRight": (39, nil), "ArrowDown": (40, nil), "+": (107, "+"), "-": (109, "-"),
    "0": (48, "0"),
  ]

  /// Presses a key, once or several times.
  func press(_ name: String, times: Int = 1, shift: Bool = false) async throws {
    let key = try #require(Self.keys[name], "no key \(name)")
    var event: [String: JSONValue] = [
      "key": .text(name == "Space" ? " " : name), "code": .text(name),
      "windowsVirtualKeyCode": .number(Double(key.code)), "modifiers": shift ? 8 : 0,
    ]
    for _ in 0..<times {
      event["type"] = key.text == nil ? "rawKeyDown" : "keyDown"
      event["text"] = key.text.map(JSONValue.text)
      try await call("Input.dispatchKeyEvent", .object(event))
      event["type"] = "keyUp"
      event["text"] = nil
      try await call("Input.dispatchKeyEvent", .object(event))
    }
  }

  /// Types into what has the focus.
  func type(_ text: String) async throws {
    try await call("Input.insertText", ["text": .text(text)])
  }

  func focus(_ selector: String) async throws {
    _ = try await value("document.querySelector(\(Self.quoted(selector))).focus()")
  }

  /// Scrolls to an element and clicks its middle.
  func click(_ selector: String) async throws {
    let point = try await middle(of: selector)
    for (type, buttons) in [("mousePressed", 1.0), ("mouseReleased", 0.0)] {
      try await call(
        "Input.dispatchMouseEvent",
        [
          "type": .text(type), "x": .number(point.x), "y": .number(point.y), "button": "left",
          "buttons": .number(buttons), "clickCount": 1,
        ])
    }
  }

  /// Turns the wheel over the middle of an element; negative distances are away from the reader.
  func turnWheel(over selector: String, by distance: Double, control: Bool = false) async throws {
    let point = try await middle(of: selector)
    try await call(
      "Input.dispatchMouseEvent",
      [
        "type": "mouseWheel", "x": .number(point.x), "y": .number(point.y), "deltaX": 0,
        "deltaY": .number(distance), "modifiers": control ? 2 : 0,
      ])
  }

  private func middle(of selector: String) async throws -> (x: Double, y: Double) {
    let box = try await value(
      """
      (function () {
        var part = document.querySelector(\(Self.quoted(selector)));
        part.scrollIntoView({ block: "center", inline: "center" });
        var box = part.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      })()
      """
    ).elements.compactMap(\.number)
    try #require(box.count == 2, "no \(selector)")
    return (box[0], box[1])
  }

  /// Prints the page as a browser does of itself, and gives the PDF's bytes.
  func printed() async throws -> Data {
    let answer = try await call(
      "Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
    return try #require(answer["data"].text.flatMap { Data(base64Encoded: $0) })
  }

  /// The roles and names that a screen reader is told of, leaving out what it is not.
  func accessibleParts() async throws -> [(role: String, name: String)] {
    try await call("Accessibility.getFullAXTree")["nodes"].elements
      .filter { $0["ignored"].boolean != true }
      .compactMap { node in
        node["role"]["value"].text.map { ($0, node["name"]["value"].text ?? "") }
      }
  }
}
