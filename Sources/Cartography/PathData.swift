/// The `d` attribute of a path: relative steps in tenths of a pixel, rounded without drift.
///
/// No separator stands where SVG's grammar needs none: before a minus sign, and before a decimal point
/// behind a number that has one already (`.1.1`), which saves a fifteenth of the bytes. `h` and `v`
/// would save less than a hundredth.
struct PathData {
  private(set) var bytes: [UInt8] = []
  private var last = (x: 0, y: 0)
  /// Whether the number written last has a decimal point.
  private var endsInFraction = false

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends a line, or a ring where it is closed.
  ///
  /// Points that fall together are left out.
  mutating func append(_ points: some Sequence<PixelPoint>, closed: Bool) {
    var isFirst = true
    var steps = 0
    let before = (bytes: bytes.count, last: last)
    var start = (x: 0, y: 0)
    for point in points {
      let next = (x: Self.tenths(point.x), y: Self.tenths(point.y))
      if isFirst {
        bytes.append(UInt8(ascii: "M"))
        append(next.x, isFirst: true)
        append(next.y, isFirst: false)
        bytes.append(UInt8(ascii: "l"))
        start = next
        isFirst = false
      } else if next != last {
        append(next.x - last.x, isFirst: steps == 0)
        append(next.y - last.y, isFirst: false)
        steps += 1
      }
      last = next
    }
    if steps < (closed ? 2 : 1) {
      bytes.removeLast(bytes.count - before.bytes)
      last = before.last
      return
    }
    if closed {
      bytes.append(UInt8(ascii: "z"))
      last = start
    }
  }

  /// A path of closed rings.
  static func rings(_ rings: [[PixelPoint]]) -> PathData {
    var path = PathData()
    for ring in rings { path.append(ring, closed: true) }
    return path
  }

  /// A path of open lines.
  static func lines(_ lines: [[PixelPoint]]) -> PathData {
    var path = PathData()
    for line in lines { path.append(line, closed: false) }
    return path
  }

  private static func tenths(_ value: Double) -> Int {
    Int((value * 10).rounded(.toNearestOrAwayFromZero))
  }

  private mutating func append(_ tenths: Int, isFirst: Bool) {
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let beginsWithPoint = whole == 0 && tenth > 0
    if tenths < 0 {
      bytes.append(UInt8(ascii: "-"))
    } else if !isFirst, !beginsWithPoint || !endsInFraction {
      bytes.append(UInt8(ascii: " "))
    }
    if !beginsWithPoint { append(digits: whole) }
    endsInFraction = tenth > 0
    guard tenth > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(tenth))
  }

  private mutating func append(digits number: UInt) {
    if number >= 10 { append(digits: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
