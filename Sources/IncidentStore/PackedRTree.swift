internal import FoundationEssentials
internal import GRDB
internal import Geodesy
internal import SimpleFeatures

/// Writes an R-tree of points whole, from the leaves up, into the tables that SQLite keeps it in.
///
/// Ten times as fast as inserting, and better packed: the points lie in the order of a Hilbert curve,
/// and every node but the last of its level is full.
///
/// - SeeAlso: "Shadow tables" in https://www.sqlite.org/rtree.html and the head of SQLite's `rtree.c`
///   for the form of a node; Kamel and Faloutsos (1993), "On packing R-trees".
struct PackedRTree {
  /// A box with what it belongs to: a row, or a node further down.
  fileprivate struct Cell {
    var id: Int64
    var west: Float
    var east: Float
    var south: Float
    var north: Float
  }

  /// A point and its row.
  struct Entry {
    var id: Int64
    var curve: UInt64
    fileprivate var cell: Cell

    init(id: Int64, position: Position) {
      self.id = id
      // A map program may have put a point where no map is.
      curve = position.isValid ? HilbertCurve.key(of: position) : .max
      let (longitude, latitude) = (position.longitude, position.latitude)
      cell = Cell(
        id: id, west: longitude.roundedDown, east: longitude.roundedUp,
        south: latitude.roundedDown, north: latitude.roundedUp)
    }
  }

  /// How many cells a node has room for: SQLite's own limit.
  private static let capacity = 51

  private let name: String
  private let nodeLength: Int

  /// The R-tree of a name, which exists.
  init(_ name: String, in db: Database) throws {
    self.name = name
    // SQLite chose the length of a node by the page size when it made the tree.
    nodeLength = try Int.fetchOne(db, sql: "SELECT length(data) FROM \(name)_node LIMIT 1") ?? 1228
  }

  /// Makes these the points of the tree.
  func replace(by entries: [Entry], in db: Database) throws {
    for table in ["node", "rowid", "parent"] { try db.execute(sql: "DELETE FROM \(name)_\(table)") }
    let nodes = try NodeWriter(name, length: nodeLength, in: db)
    var cells = entries.sorted { ($0.curve, $0.id) < ($1.curve, $1.id) }.map(\.cell)
    var leaves: [(row: Int64, node: Int64)] = []
    leaves.reserveCapacity(cells.count)
    var depth = 0
    // The root is always node 1; all others are numbered from the leaves up.
    var number: Int64 = 2
    while cells.count > Self.capacity {
      var level: [Cell] = []
      for start in stride(from: 0, to: cells.count, by: Self.capacity) {
        let content = cells[start..<min(start + Self.capacity, cells.count)]
        try nodes.write(number, depth: 0, content)
        for cell in content {
          if depth == 0 {
            leaves.append((cell.id, number))
          } else {
            try nodes.setParent(number, of: cell.id)
          }
        }
        level.append(Self.enclosing(content, as: number))
        number += 1
      }
      cells = level
      depth += 1
    }
    try nodes.write(1, depth: depth, cells[...])
    for cell in cells {
      if depth == 0 { leaves.append((cell.id, 1)) } else { try nodes.setParent(1, of: cell.id) }
    }
    leaves.sort { $0.row < $1.row }
    for (row, node) in leaves { try nodes.setNode(node, of: row) }
  }

  private static func enclosing(_ cells: ArraySlice<Cell>, as number: Int64) -> Cell {
    var box = cells[cells.startIndex]
    box.id = number
    for cell in cells {
      box.west = min(box.west, cell.west)
      box.east = max(box.east, cell.east)
      box.south = min(box.south, cell.south)
      box.north = max(box.north, cell.north)
    }
    return box
  }

  /// The statements that write nodes and what leads to them.
  private struct NodeWriter {
    private let length: Int
    private let node: Statement
    private let parent: Statement
    private let row: RowBinder

    init(_ name: String, length: Int, in db: Database) throws {
      self.length = length
      node = try db.makeStatement(sql: "INSERT INTO \(name)_node (nodeno, data) VALUES (?, ?)")
      parent = try db.makeStatement(
        sql: "INSERT INTO \(name)_parent (nodeno, parentnode) VALUES (?, ?)")
      row = RowBinder(
        try db.makeStatement(sql: "INSERT INTO \(name)_rowid (rowid, nodeno) VALUES (?, ?)"))
    }

    /// Two bytes of depth, which only the root's count, two of the number of cells, then the cells; all
    /// big-endian.
    func write(_ number: Int64, depth: Int, _ cells: ArraySlice<Cell>) throws {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(length)
      Self.append(UInt16(depth), to: &bytes)
      Self.append(UInt16(cells.count), to: &bytes)
      for cell in cells {
        Self.append(UInt64(bitPattern: cell.id), to: &bytes)
        for edge in [cell.west, cell.east, cell.south, cell.north] {
          Self.append(edge.bitPattern, to: &bytes)
        }
      }
      bytes += repeatElement(0, count: length - bytes.count)
      try node.execute(arguments: [number, Data(bytes)])
    }

    func setParent(_ number: Int64, of node: Int64) throws {
      try parent.execute(arguments: [node, number])
    }

    func setNode(_ number: Int64, of id: Int64) throws {
      row.bind(integer: id, 1)
      row.bind(integer: number, 2)
      try row.execute()
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
      for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
  }
}

extension Double {
  /// The nearest single-precision number that is not greater.
  fileprivate var roundedDown: Float {
    let single = Float(self)
    return Double(single) > self ? single.nextDown : single
  }

  /// The nearest single-precision number that is not less.
  fileprivate var roundedUp: Float {
    let single = Float(self)
    return Double(single) < self ? single.nextUp : single
  }
}
