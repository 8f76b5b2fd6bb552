internal import IncidentModel

/// Fields joined so that no two lists of fields give the same bytes: each with its length before it.
struct JoinedFields {
  private var bytes: [UInt8] = []

  /// Begins again.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a field.
  mutating func append(_ field: Span<UInt8>) {
    var length = field.count
    while length > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(length % 10))
      length /= 10
    }
    bytes.append(UInt8(ascii: ":"))
    unsafe field.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// The identifier of an incident that follows from the fields.
  var identifier: String { Incident.identifier(hashing: bytes.span) }
}
