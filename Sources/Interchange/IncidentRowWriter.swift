public import IncidentModel
public import SimpleFeatures

/// Turns rows of incidents into a file, a row at a time, holding no more than what was not yet taken.
///
/// ```swift
/// var rows = GeoJSONRows(RowColumns(), form: .collection(name: "incidents"))
/// rows.appendHead(box: nil)
/// for incident in incidents {
///   incident.send(RowColumns.allFields, to: &rows)
///   if rows.isFull { try write(rows.drain()) }
/// }
/// rows.appendTail()
/// try write(rows.drain())
/// ```
public protocol IncidentRowWriter: IncidentRowReceiver, Sendable {
  /// Which fields it takes, and which values at the end of each row: the leading ones, then the
  /// trailing ones.
  var columns: RowColumns { get }

  /// Writes what stands before the first row.
  ///
  /// - Parameter box: What holds all points as they are written, see ``WrittenBox``; only GeoJSON
  ///   collections write it.
  mutating func appendHead(box: BoundingBox?)

  /// Writes what stands behind the last row.
  mutating func appendTail()

  /// How many bytes have not been taken yet.
  var byteCount: Int { get }

  /// Hands out the bytes that have not been taken yet.
  mutating func drain() -> [UInt8]
}

extension IncidentRowWriter {
  /// Whether so much has been written, a mebibyte, that it is time to take it.
  public var isFull: Bool { byteCount >= 1 << 20 }
}
