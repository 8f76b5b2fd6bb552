internal import SimpleFeatures

/// Reads GeoJSON feature by feature in the memory of the longest: a FeatureCollection, a Feature, a
/// geometry, or any number of these, one after the other, as in GeoJSON lines and text sequences.
///
/// Members stand in any order; what is nested in properties and what RFC 7946 does not name is gone
/// over. A feature that is wrong as GeoJSON costs itself only, a text that is wrong as JSON ends the
/// reading.
///
/// - SeeAlso: RFC 7946; RFC 8142 for text sequences.
struct FeatureScanner: ~Copyable {
  /// The most bytes of a feature.
  static let longestFeature = 64 << 20

  /// A property's value.
  struct Value {
    /// What it is.
    enum Kind { case text, number, boolean, null, nested }

    /// What it is.
    var kind: Kind
    /// Its bytes, of a text those between the quotes, escapes replaced.
    var range: Range<Int>
    /// Whether escapes are still to be replaced.
    var isEscaped = false
    /// Where it stands in the file's text.
    var origin: Int
  }

  /// A feature, in ranges of the window's buffer.
  struct Scanned {
    /// Where it begins and ends.
    var range: Range<Int> = 0..<0
    /// Its position, where it is a point of a plain form.
    var point: Position?
    /// Its geometry of any other kind or form, as JSON; `nil` where it has none.
    var geometry: Range<Int>?
    /// The same geometry, where it is of a plain form and was read while going over it.
    var plain: Geometry?
    /// Whether there is a member "geometry".
    var hasGeometry = false
    /// Whether the properties are an object or null.
    var hasProperties = true
    /// Whether its type is "Feature".
    var isFeature = false
    /// Whether it is a geometry without a feature around it.
    var isBare = false
    /// Its identifier.
    var id: Value?
  }

  let window: InputWindow
  /// The feature.
  var feature = Scanned()
  /// The feature's properties: their numbers in ``names``, their values.
  var properties: [(name: Int, value: Value)] = []
  /// The names of all properties so far.
  var names: [String] = []
  /// The names as they stand in the file, escapes and all.
  var writtenNames: [[UInt8]] = []
  var numbers: [[UInt8]: Int] = [:]
  /// Room for the positions of a ring or line while it is read.
  var positions: [Position] = []
  /// The name that the collection gives itself; known for certain behind the last feature.
  private(set) var collectionName: String?
  /// Whether a JSON object has begun.
  private(set) var hasObject = false

  /// Where reading stands, and on which line that is.
  private var next: Int
  private var nextLine = 1
  private var isInFeatures = false
  /// The line on which the feature begins.
  private(set) var line = 1

  /// Reads what a window shows, UTF-8.
  init(_ window: InputWindow) {
    let isMarked = window.buffer[..<window.end].starts(with: [0xEF, 0xBB, 0xBF])
    self.window = window
    next = isMarked ? 3 : 0
  }

  /// The bytes read so far.
  var bytesRead: Int { window.bytesRead - (window.end - next) }

  /// Goes to the next feature; whether there is one.
  ///
  /// - Throws: ``InterchangeError/malformed(path:problems:)`` with the place where the JSON is broken.
  mutating func advance() throws(InterchangeError) -> Bool {
    window.forgetNotes()
    while true {
      let step: Step
      do {
        step = try self.step()
      } catch {
        guard case .syntax(let message, let offset) = error else {
          try extend()
          continue
        }
        throw malformed(message, at: offset)
      }
      switch step {
      case .end: return false
      case .moved(let end): go(to: end)
      case .feature(let end):
        // The feature's first line, not that of the white space before it.
        line = nextLine + lineEnds(next..<feature.range.lowerBound)
        try unescape()
        go(to: end)
        return true
      }
    }
  }

  private mutating func extend() throws(InterchangeError) {
    guard !window.isAtEnd else {
      throw malformed("the text ends where more should follow", at: window.end)
    }
    guard window.end - next <= Self.longestFeature else {
      throw malformed(
        "a feature or member is longer than \(Self.longestFeature >> 20) MiB", at: next)
    }
    next -= try window.extend(keeping: next)
  }

  /// The line of an offset of the feature, and the column where the line begins not far before it.
  ///
  /// Files of one line are common: to count from its beginning for each feature would be quadratic.
  func place(of offset: Int) -> (line: Int, column: Int?) {
    let start = feature.range.lowerBound
    let within = window.buffer[start..<max(start, offset)]
    return (line + within.count { $0 == 0x0A }, column(of: offset, upTo: 4096 + offset - start))
  }

  /// The column of an offset in Unicode scalars, from 1; `nil` where the line begins further away.
  private func column(of offset: Int, upTo distance: Int) -> Int? {
    var index = offset
    var column = 1
    while index > 0, window.buffer[index - 1] != 0x0A {
      guard offset - index < distance else { return nil }
      index -= 1
      if window.buffer[index] & 0xC0 != 0x80 { column += 1 }
    }
    // A byte order mark is no character.
    if index == 0, window.hasLetGo { return nil }
    return index == 0 && window.buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? column - 1 : column
  }

  /// Replaces the escapes in the values' texts.
  private mutating func unescape() throws(InterchangeError) {
    for index in properties.indices where properties[index].value.isEscaped {
      properties[index].value.range = try unescaped(properties[index].value.range)
    }
    if let id = feature.id, id.isEscaped {
      let range = try unescaped(id.range)
      feature.id?.range = range
    }
  }

  private func unescaped(_ range: Range<Int>) throws(InterchangeError) -> Range<Int> {
    guard let text = JSONEscapes.replaced(Array(window.buffer[range])) else {
      throw malformed(
        "the text that begins here has an escape that is none, or half a surrogate pair",
        at: range.lowerBound)
    }
    return window.note(text)
  }

  // MARK: - Steps

  private enum Step {
    case end
    case moved(to: Int)
    case feature(end: Int)
  }

  private mutating func go(to end: Int) {
    nextLine += lineEnds(next..<end)
    next = end
  }

  private func lineEnds(_ range: Range<Int>) -> Int {
    unsafe window.buffer.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return 0 }
      return unsafe ByteSearch.count(of: 0x0A, base, range)
    }
  }

  private func malformed(_ message: String, at offset: Int) -> InterchangeError {
    let line = nextLine + lineEnds(next..<max(next, offset))
    return .malformed(
      path: window.path,
      problems: [
        FileProblem(line: line, column: column(of: offset, upTo: .max), message: message)
      ])
  }

  private mutating func step() throws(JSONScanner.Fault) -> Step {
    // The array keeps the bytes where they are; nothing is noted before this returns.
    let buffer = window.buffer
    let (start, end) = (next, window.end)
    return try unsafe buffer.span.withUnsafeBytes { raw throws(JSONScanner.Fault) -> Step in
      guard let base = raw.baseAddress else { return .end }
      var scanner = unsafe JSONScanner(base, from: start, to: end)
      return isInFeatures ? try element(&scanner) : try root(&scanner)
    }
  }

  /// An element of "features", or what follows the last one.
  private mutating func element(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Step {
    if try scanner.takes("]") {
      // The rest of the collection's members.
      while try scanner.goesOn(to: "}") {
        if case .features = try member(&scanner) { return .moved(to: scanner.index) }
      }
      isInFeatures = false
      return .moved(to: scanner.index)
    }
    try scan(&scanner)
    if try scanner.peek() == UInt8(ascii: ",") {
      scanner.index += 1
      guard try scanner.peek() != UInt8(ascii: "]") else {
        throw .syntax("a feature should follow the comma", at: scanner.index)
      }
    } else if try scanner.peek() != UInt8(ascii: "]") {
      throw .syntax("a comma or ] is missing", at: scanner.index)
    }
    return .feature(end: scanner.index)
  }

  /// A text's beginning: up to the first feature of a collection, or a feature alone.
  private mutating func root(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Step {
    // A record separator begins each text of a sequence (RFC 8142).
    while scanner.index < scanner.end, scanner.byte(scanner.index) <= 0x20 { scanner.index += 1 }
    if scanner.index == scanner.end {
      guard window.isAtEnd else { throw .incomplete }
      return .end
    }
    let start = scanner.index
    guard try scanner.takes("{") else {
      throw .syntax("this is not GeoJSON: an object should stand here", at: start)
    }
    hasObject = true
    var type: Range<Int>?
    if try !scanner.takes("}") {
      repeat {
        switch try member(&scanner) {
        case .features: return .moved(to: scanner.index)
        case .type(let text): type = text
        case .other: break
        }
      } while try scanner.goesOn(to: "}")
    }
    guard let type else {
      throw .syntax("this is not GeoJSON: there is no object with a \"type\"", at: start)
    }
    if scanner.holds(type, "FeatureCollection") {
      throw .syntax("the FeatureCollection has no array \"features\"", at: start)
    }
    let end = scanner.index
    if scanner.holds(type, "Feature") {
      scanner.index = start
      try scan(&scanner)
    } else {
      feature = Scanned(range: start..<end)
      (feature.geometry, feature.hasGeometry, feature.isBare) = (start..<end, true, true)
      properties.removeAll(keepingCapacity: true)
    }
    return .feature(end: end)
  }

  private enum Member {
    case features
    case type(Range<Int>)
    case other
  }

  /// Goes over a member of the outermost object, or into its features.
  private mutating func member(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Member {
    let name = try scanner.name().range
    let first = try scanner.peek()
    if first == UInt8(ascii: "["), scanner.holds(name, "features") {
      scanner.index += 1
      isInFeatures = true
      return .features
    }
    let value = scanner.index + 1
    try scanner.skipValue(depth: 1)
    guard first == UInt8(ascii: "\"") else { return .other }
    let text = value..<scanner.index - 1
    if scanner.holds(name, "name") {
      let written = Array(window.buffer[text])
      collectionName = String(decoding: JSONEscapes.replaced(written) ?? written, as: UTF8.self)
    }
    return scanner.holds(name, "type") ? .type(text) : .other
  }

  /// What is wrong with the feature as GeoJSON; `nil` where nothing is.
  var shortcoming: String? {
    if feature.isBare { return nil }
    if !feature.isFeature { return "its \"type\" is not \"Feature\"" }
    if !feature.hasGeometry { return "it has no \"geometry\" (null where there is none)" }
    return feature.hasProperties ? nil : "its \"properties\" are not an object"
  }
}
