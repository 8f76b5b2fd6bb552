internal import SimpleFeatures

/// The members of one feature.
extension FeatureScanner {
  /// Scans a feature into ``feature`` and ``properties``.
  mutating func scan(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    _ = try scanner.peek()
    let start = scanner.index
    feature = Scanned()
    properties.removeAll(keepingCapacity: true)
    guard try scanner.takes("{") else {
      // An element that is no object: a wrong feature, not a wrong text.
      try scanner.skipValue(depth: 1)
      feature.range = start..<scanner.index
      return
    }
    if try !scanner.takes("}") {
      repeat {
        let name = try scanner.name().range
        let first = try scanner.peek()
        switch scanner.byte(name.lowerBound) {
        case UInt8(ascii: "t") where scanner.holds(name, "type"):
          let value = scanner.index + 1
          try scanner.skipValue(depth: 2)
          feature.isFeature =
            first == UInt8(ascii: "\"") && scanner.holds(value..<scanner.index - 1, "Feature")
        case UInt8(ascii: "g") where scanner.holds(name, "geometry"):
          feature.hasGeometry = true
          try geometry(&scanner, first: first)
        case UInt8(ascii: "p") where scanner.holds(name, "properties"):
          if first == UInt8(ascii: "{") {
            try members(&scanner)
          } else {
            feature.hasProperties = first == UInt8(ascii: "n")
            try scanner.skipValue(depth: 2)
          }
        case UInt8(ascii: "i") where scanner.holds(name, "id"):
          feature.id = try value(&scanner, first: first)
        default: try scanner.skipValue(depth: 2)
        }
      } while try scanner.goesOn(to: "}")
    }
    feature.range = start..<scanner.index
  }

  /// How many names of properties are told apart.
  private static let mostNames = 4096

  /// Numbers names before they are met.
  mutating func know(_ names: [String]) {
    for name in names {
      var written = JSONWriter()
      written.string(name)
      note(Array(written.bytes.dropFirst().dropLast()), as: name)
    }
  }

  private mutating func note(_ written: [UInt8], as name: String) {
    numbers[written] = names.count
    writtenNames.append(written)
    names.append(name)
  }

  private mutating func members(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    scanner.index += 1
    if try scanner.takes("}") { return }
    var expected = 0
    repeat {
      let name = try scanner.name()
      let number = number(of: name.range, expected: expected, scanner)
      let value = try value(&scanner, first: scanner.peek())
      if let number {
        properties.append((number, value))
        expected = number + 1
      }
    } while try scanner.goesOn(to: "}")
  }

  private mutating func value(
    _ scanner: inout JSONScanner, first: UInt8
  ) throws(JSONScanner.Fault) -> Value {
    let origin = scanner.index
    switch first {
    case UInt8(ascii: "\""):
      let text = try scanner.string()
      return Value(kind: .text, range: text.range, isEscaped: text.isEscaped, origin: origin)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try scanner.skipValue(depth: 3)
      return Value(kind: .nested, range: origin..<scanner.index, origin: origin)
    case UInt8(ascii: "n"):
      try scanner.literal("null")
      return Value(kind: .null, range: origin..<origin, origin: origin)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      try scanner.skipValue()
      return Value(kind: .boolean, range: origin..<scanner.index, origin: origin)
    default:
      try scanner.skipNumber()
      return Value(kind: .number, range: origin..<scanner.index, origin: origin)
    }
  }

  /// The number of a name: most often the one that followed the last one before.
  private mutating func number(
    of name: Range<Int>, expected: Int, _ scanner: borrowing JSONScanner
  ) -> Int? {
    if expected < writtenNames.count, scanner.holds(name, writtenNames[expected]) {
      return expected
    }
    let written = Array(window.buffer[name])
    if let number = numbers[written] { return number }
    // Names without end are no columns.
    guard names.count < Self.mostNames else { return nil }
    let name = String(decoding: JSONEscapes.replaced(written) ?? written, as: UTF8.self)
    if let known = names.firstIndex(of: name) {
      numbers[written] = known
      return known
    }
    note(written, as: name)
    return names.count - 1
  }
}
