/// Identifiers and references on their way into the table that leads from them to places.
struct IdentifierTuples {
  private static let fixedLength = 15

  private let spool: PartitionedSpool

  init(folder: String?, memory: Int = PartitionedSpool.memory) {
    spool = PartitionedSpool(folder: folder, memory: memory)
  }

  /// The hash under which an identifier is found.
  static func hash(_ identifier: String) -> UInt64 {
    WordHash.of(identifier.utf8)
  }

  /// Adds an identifier, or a reference, of a place.
  func add(_ identifier: String, place: Int, isReference: Bool) throws(IndexError) {
    let key = Array(identifier.utf8.prefix(Int(UInt16.max)))
    let hash = Self.hash(identifier)
    try spool.append(hash) { writer in
      writer.word64(hash)
      writer.word32(UInt32(place))
      writer.byte(isReference ? 1 : 0)
      writer.word16(UInt16(key.count))
      writer.append(key)
    }
  }

  /// An identifier with the first place that has it, and the others.
  struct Claims {
    var hash: UInt64
    var identifier: String
    var place: Int
    /// Later places with the same identifier: a fault of the source.
    var duplicates: [Int] = []
  }

  /// The identifiers of a partition in the order of their hashes; they are forgotten here.
  func takeAll(_ partition: Int, _ body: (Claims) -> Void) throws(IndexError) {
    let tuples = SortedTuples(try spool.takeAll(partition)) { bytes, offset in
      Self.fixedLength + Int(SortedTuples.word(bytes, offset + 13, 2))
    }
    tuples.forEachGroup { references in
      var claims: [(claims: Claims, isReference: Bool)] = []
      for reference in references {
        let offset = reference.offset
        let start = offset + Self.fixedLength
        let key = tuples.bytes[start..<start + Int(tuples.word(offset + 13, 2))]
        let identifier = String(decoding: key, as: UTF8.self)
        let place = Int(tuples.word(offset + 8, 4))
        let isReference = tuples.bytes[offset + 12] == 1
        guard let index = claims.firstIndex(where: { $0.claims.identifier == identifier }) else {
          let first = Claims(hash: reference.hash, identifier: identifier, place: place)
          claims.append((first, isReference))
          continue
        }
        if claims[index].claims.place == place { continue }
        if !isReference, !claims[index].isReference {
          claims[index].claims.duplicates.append(place)
        }
      }
      for claim in claims { body(claim.claims) }
    }
  }
}
