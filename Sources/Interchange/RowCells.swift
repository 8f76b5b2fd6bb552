internal import IncidentModel
internal import SimpleFeatures

/// The bytes of rows, and what is the same in every row, made once: what stands before each value,
/// and the decimals of reals.
///
/// Added columns go by the indices that follow those of the incidents' own fields, so that all values
/// take one way.
struct RowCells: Sendable {
  /// A column's part of a row.
  private struct Slot: Sendable {
    var opening = PaddedPieces.Piece()
    var null = PaddedPieces.Piece()
    var places = 0
    var isCoordinate = false
  }

  /// The columns.
  let columns: RowColumns
  /// The rows.
  var buffer = ByteBuffer()
  private var pieces = PaddedPieces()
  private var slots: [Slot]
  private var coordinatePlaces = 0
  private var start = 0

  /// Prepares rows.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - null: What stands for a value that is not stated, behind what opens it; `nil` where such a
  ///     value is left out with what opens it.
  ///   - opening: What stands before a column's value, given its name and whether it is the first.
  init(
    _ columns: RowColumns, null: String?, opening: (_ name: String, _ isFirst: Bool) -> [UInt8]
  ) {
    self.columns = columns
    slots = Array(repeating: Slot(), count: IncidentField.all.count + columns.addedCount)
    let indices = columns.leadingIndices + columns.fields + columns.trailingIndices
    for (position, (index, heading)) in zip(indices, columns.headings).enumerated() {
      let opening = opening(heading.name, position == 0)
      slots[index].opening = pieces.add(opening)
      if let null { slots[index].null = pieces.add(opening + Array(null.utf8)) }
      slots[index].places = heading.places
      let isOwn = index < IncidentField.all.count
      slots[index].isCoordinate = isOwn && ["latitude", "longitude"].contains(heading.name)
    }
  }

  /// Begins a row's values behind what is written.
  mutating func begin(uncertainty: Meters?) {
    start = buffer.count
    coordinatePlaces = CoordinatePlaces.forUncertainty(uncertainty)
  }

  /// Appends what stands before a value.
  @inline(__always)
  mutating func open(_ field: Int) {
    buffer.append(slots[field].opening, of: pieces)
  }

  /// Appends a value that is not stated.
  @inline(__always)
  mutating func appendNull(_ field: Int) {
    buffer.append(slots[field].null, of: pieces)
  }

  /// Appends a real number with the decimals of its column and a decimal point, and tells whether it
  /// could.
  mutating func append(_ number: Double, of field: Int) -> Bool {
    let slot = slots[field]
    return buffer.append(
      number, places: slot.isCoordinate ? coordinatePlaces : slot.places, hasPoint: true)
  }

  /// Puts what was written from an offset on before the row's values.
  fileprivate mutating func moveToFront(from offset: Int) {
    buffer.rotate(from: start, middle: offset)
  }
}

extension RowColumns {
  /// The indices of the columns before the incidents' own.
  fileprivate var leadingIndices: [Int] { leading.indices.map { IncidentField.all.count + $0 } }

  /// The indices of the columns after the incidents' own.
  fileprivate var trailingIndices: [Int] {
    trailing.indices.map { IncidentField.all.count + leading.count + $0 }
  }
}

/// Writes the values of rows into cells.
protocol CellWriter: IncidentRowReceiver {
  /// Where they go.
  var cells: RowCells { get set }
}

extension CellWriter {
  /// Writes the values of the added columns, and puts those that lead before the row's own.
  mutating func append(added values: [FieldValue]) {
    let columns = cells.columns
    precondition(values.count == columns.addedCount, "a value for each added column")
    guard !values.isEmpty else { return }
    let end = cells.buffer.count
    for (value, index) in zip(values, columns.leadingIndices) { receive(value, field: index) }
    cells.moveToFront(from: end)
    for (value, index) in zip(values[columns.leading.count...], columns.trailingIndices) {
      receive(value, field: index)
    }
  }
}
