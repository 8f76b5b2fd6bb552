import NamedSeeds

@testable import Cartography

/// Areas made up to fill a sheet without gap or overlap: cells with fractal edges, islands inside some
/// of them as areas of their own, the outside around all.
struct Coverage {
  /// The rings of each area: the outer one, then the holes.
  var areas: [[[PixelPoint]]] = []

  /// Makes a coverage.
  ///
  /// - Parameters:
  ///   - seed: Where its chances begin.
  ///   - cells: The cells of a side.
  ///   - side: The sheet's width and height in pixels.
  ///   - depth: How often an edge is halved.
  init(_ seed: Seed, cells: Int, side: Double, depth: Int) {
    var generator = seed.generator
    let size = side / Double(cells)
    func inner(_ number: Int) -> Bool { number > 0 && number < cells }
    let corners = (0...cells).map { row in
      (0...cells).map { column in
        PixelPoint(
          x: (Double(column)
            + (inner(column) ? .random(in: -0.15...0.15, using: &generator) : 0)) * size,
          y: (Double(row) + (inner(row) ? .random(in: -0.15...0.15, using: &generator) : 0)) * size)
      }
    }
    func edge(_ a: PixelPoint, _ b: PixelPoint, _ isBent: Bool) -> [PixelPoint] {
      var line = [a, b]
      for _ in 0..<depth {
        line =
          zip(line, line.dropFirst()).flatMap { a, b in
            let bend = isBent ? Double.random(in: -0.09...0.09, using: &generator) : 0
            return [
              a,
              PixelPoint(
                x: (a.x + b.x) / 2 + bend * (b.y - a.y), y: (a.y + b.y) / 2 - bend * (b.x - a.x)),
            ]
          } + [b]
      }
      return line
    }
    var across: [[[PixelPoint]]] = []
    var down: [[[PixelPoint]]] = []
    for row in 0...cells {
      across.append((0..<cells).map { edge(corners[row][$0], corners[row][$0 + 1], inner(row)) })
    }
    for row in 0..<cells {
      down.append((0...cells).map { edge(corners[row][$0], corners[row + 1][$0], inner($0)) })
    }
    for row in 0..<cells {
      for column in 0..<cells {
        let ring =
          across[row][column].dropLast() + down[row][column + 1].dropLast()
          + across[row + 1][column].reversed().dropLast() + down[row][column].reversed().dropLast()
        let middle = PixelPoint(
          x: (Double(column) + 0.5) * size, y: (Double(row) + 0.5) * size)
        var area = [Array(ring)]
        if Bool.random(using: &generator) {
          let radius = size * ([0.002, 0.02, 0.2].randomElement(using: &generator) ?? 0.2)
          let count = Int.random(in: 3...400, using: &generator)
          let island = (0..<count).map { number in
            middle.offset(
              by: radius * .random(in: 0.9...1, using: &generator),
              degrees: 360 * Double(number) / Double(count))
          }
          area.append(island.reversed())
          areas.append([island])
        }
        areas.append(area)
      }
    }
    let top = across[0].flatMap { $0.dropLast() }
    let right = down.flatMap { $0[cells].dropLast() }
    let bottom = across[cells].reversed().flatMap { $0.reversed().dropLast() }
    let left = down.reversed().flatMap { $0[0].reversed().dropLast() }
    areas.append([top + right + bottom + left])
  }

  var rings: [[PixelPoint]] { areas.flatMap(\.self) }

  /// The same areas with other rings, which stand in the order of ``rings``.
  func with(_ rings: [[PixelPoint]]) -> Coverage {
    var copy = self
    var next = 0
    for index in areas.indices {
      copy.areas[index] = Array(rings[next..<next + areas[index].count])
      next += areas[index].count
    }
    return copy
  }
}

extension [PixelPoint] {
  /// Twice the area inside a ring, its sign by its direction.
  var doubledArea: Double {
    zip(self, dropFirst() + prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  /// The length of a ring.
  var perimeter: Double {
    zip(self, dropFirst() + prefix(1)).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }
}
