internal import SimpleFeatures

/// Rings and lines cut into the arcs that they share, so that neighbours still have every edge in
/// common after the arcs are changed.
///
/// As in TopoJSON a point is a junction where the lines through it do not all have the same
/// neighbours there, or where a line ends. Points are the same where their coordinates are, to the last
/// bit. See `Documentation/guides/shared-arcs.md`.
struct ArcNetwork {
  /// An arc in the direction in which a line runs through it.
  struct Passage {
    var arc: Int
    var isReversed: Bool
  }

  /// Where lines meet or end.
  private var isJunction: [Bool] = []
  /// The two neighbours that a point had when it was first met.
  private var neighbors: [(Int32, Int32)] = []
  private var points: [PixelPoint] = []
  /// The points of each line by number; of a ring without the last, which is the first.
  private var lines: [(numbers: [Int32], isRing: Bool)] = []
  /// The points of each arc; a ring without a junction is an arc from a point to itself.
  private(set) var arcs: [[PixelPoint]] = []
  /// The arcs of each line, in its order.
  private(set) var passages: [[Passage]] = []

  private static let noNeighbor: Int32 = -1

  /// Cuts lines and rings into arcs.
  ///
  /// - Parameter lines: Points of lines, and of rings, which are closed implicitly or by their last
  ///   point.
  /// - Complexity: O(n) for n points.
  init(_ lines: [(points: [PixelPoint], isRing: Bool)]) {
    number(lines)
    findJunctions()
    cut()
  }

  // MARK: - Points and junctions

  private mutating func number(_ lines: [(points: [PixelPoint], isRing: Bool)]) {
    var numbers = PointNumbers(capacity: lines.reduce(0) { $0 + $1.points.count })
    self.lines.reserveCapacity(lines.count)
    for line in lines {
      var found: [Int32] = []
      found.reserveCapacity(line.points.count)
      for point in line.points {
        let number = numbers.number(of: point)
        if found.last != number { found.append(number) }
      }
      while line.isRing, found.count > 1, found.last == found.first { found.removeLast() }
      self.lines.append((found, line.isRing))
    }
    points = numbers.points
  }

  private mutating func findJunctions() {
    isJunction = Array(repeating: false, count: points.count)
    neighbors = Array(repeating: (-2, -2), count: points.count)
    for line in lines {
      let numbers = line.numbers
      for index in numbers.indices {
        var before = index > 0 ? numbers[index - 1] : Self.noNeighbor
        var after = index + 1 < numbers.count ? numbers[index + 1] : Self.noNeighbor
        if line.isRing {
          if index == 0 { before = numbers[numbers.count - 1] }
          if index == numbers.count - 1 { after = numbers[0] }
        } else if before == Self.noNeighbor || after == Self.noNeighbor {
          isJunction[Int(numbers[index])] = true
          continue
        }
        meet(Int(numbers[index]), (min(before, after), max(before, after)))
      }
    }
  }

  private mutating func meet(_ point: Int, _ pair: (Int32, Int32)) {
    if neighbors[point].0 == -2 {
      neighbors[point] = pair
    } else if neighbors[point] != pair {
      isJunction[point] = true
    }
  }

  // MARK: - Arcs

  private mutating func cut() {
    // Between junctions a point has the same neighbours in all lines, so that an arc is known by its
    // first edge.
    var known: [Edge: Int] = [:]
    for line in lines {
      passages.append([])
      for part in parts(of: line.numbers, isRing: line.isRing) {
        let (first, last) = (part[0], part[part.count - 1])
        let start = Edge(from: first, to: part[1])
        let end = Edge(from: last, to: part[part.count - 2])
        let passage: Passage
        if let arc = known[start] {
          passage = Passage(arc: arc, isReversed: false)
        } else if let arc = known[end] {
          passage = Passage(arc: arc, isReversed: true)
        } else {
          passage = Passage(arc: arcs.count, isReversed: false)
          known[start] = arcs.count
          arcs.append(part.map { points[Int($0)] })
        }
        passages[passages.count - 1].append(passage)
      }
    }
  }

  private struct Edge: Hashable {
    var from: Int32
    var to: Int32
  }

  /// A line's points between junctions, both included.
  private func parts(of numbers: [Int32], isRing: Bool) -> [[Int32]] {
    guard numbers.count > (isRing ? 2 : 1) else { return [] }
    var numbers = numbers
    if isRing {
      // A ring without a junction begins where it was first met, in the direction it then had.
      let start =
        numbers.firstIndex { isJunction[Int($0)] }
        ?? numbers.indices.min { numbers[$0] < numbers[$1] } ?? 0
      numbers = Array(numbers[start...] + numbers[...start])
    }
    var parts: [[Int32]] = []
    var start = 0
    for index in 1..<numbers.count
    where index == numbers.count - 1 || isJunction[Int(numbers[index])] {
      parts.append(Array(numbers[start...index]))
      start = index
    }
    return parts
  }

  // MARK: - Putting together

  /// The lines and rings as they run through arcs; of rings, closed implicitly, each point once.
  func lines(through arcs: [[PixelPoint]]) -> [[PixelPoint]] {
    zip(passages, lines).map { passages, line in
      var points: [PixelPoint] = []
      for passage in passages {
        let arc = arcs[passage.arc]
        if !points.isEmpty { points.removeLast() }
        if passage.isReversed { points += arc.reversed() } else { points += arc }
      }
      if line.isRing, points.count > 1 { points.removeLast() }
      return points
    }
  }
}

/// Numbers for points, the same for the same coordinates, in the order in which they are first met.
private struct PointNumbers {
  private(set) var points: [PixelPoint] = []
  /// A number in each slot, found by linear probing (Knuth 1973, section 6.4); −1 where it is free.
  private var slots: [Int32]
  private let shift: UInt64

  init(capacity: Int) {
    var bits = 4
    while 1 << bits < 2 * capacity { bits += 1 }
    slots = Array(repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
    points.reserveCapacity(capacity / 2)
  }

  mutating func number(of point: PixelPoint) -> Int32 {
    // Zero is zero, whatever its sign.
    let (x, y) = ((point.x + 0).bitPattern, (point.y + 0).bitPattern)
    let hash = (x &* 0x9E37_79B9_7F4A_7C15 ^ (y &* 0xC2B2_AE3D_27D4_EB4F) >> 7)
    var slot = Int((hash &* 0xFF51_AFD7_ED55_8CCD) >> shift)
    while slots[slot] >= 0 {
      if points[Int(slots[slot])] == point { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(points.count)
    points.append(point)
    return slots[slot]
  }
}
