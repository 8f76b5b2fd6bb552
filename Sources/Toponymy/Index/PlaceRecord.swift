internal import SimpleFeatures

/// A place as an index holds it: a hash of the record, its length, what is asked for most often at
/// fixed offsets, then all the rest.
///
/// Coordinates are kept to a ten-millionth of a degree (about a centimetre), radii to a decimetre.
enum PlaceRecord {
  static let degree = 1e7
  private static let kinds = PlaceKind.allCases
  private static let kindNumbers = Dictionary(
    uniqueKeysWithValues: kinds.enumerated().map { ($0.element, UInt8($0.offset)) })

  /// Texts that many places share, by their offset in the pool.
  struct Pool {
    private(set) var writer = ByteWriter()
    private var offsets: [String: Int] = [:]

    mutating func offset(of text: String) -> Int {
      if let offset = offsets[text] { return offset }
      let offset = writer.count
      writer.word16(UInt16(truncatingIfNeeded: WordHash.of(text.utf8)))
      writer.text(text)
      offsets[text] = offset
      return offset
    }
  }

  /// Appends a place's record, filled up to the alignment.
  static func write(_ place: Place, to writer: inout ByteWriter, pool: inout Pool) {
    var body = ByteWriter()
    body.byte(kindNumbers[place.kind] ?? 0)
    let country = Array(place.country.utf8)
    body.byte(country.count == 2 ? country[0] : 0)
    body.byte(country.count == 2 ? country[1] : 0)
    body.word32(fixed(place.position.latitude))
    body.word32(fixed(place.position.longitude))
    body.varint(place.population ?? 0)
    let isDefault = place.uncertainty == place.kind.defaultUncertainty
    body.varint(isDefault ? 0 : Int((place.uncertainty.value * 10).rounded()) + 1)
    write(identifier: place.id.text, to: &body, pool: &pool)
    body.text(place.name)
    body.varint(pool.offset(of: place.admin1))
    body.varint(pool.offset(of: place.admin2))
    for toponyms in [place.names, place.demonyms] {
      body.varint(toponyms.count)
      for toponym in toponyms {
        body.varint(pool.offset(of: toponym.language))
        body.text(toponym.text)
      }
    }
    body.varint(place.references.count)
    for reference in place.references {
      write(identifier: reference, to: &body, pool: &pool)
    }
    body.varint(pool.offset(of: place.source))
    writer.word32(UInt32(truncatingIfNeeded: WordHash.of(body.bytes)))
    writer.varint(body.count)
    writer.append(body.bytes)
    while writer.count % IndexLayout.recordAlignment != 0 { writer.byte(0) }
  }

  /// Appends an identifier: what stands before its number is shared by many.
  private static func write(
    identifier: String, to writer: inout ByteWriter, pool: inout Pool
  ) {
    let utf8 = identifier.utf8
    let digits = utf8.reversed().prefix { $0 &- 0x30 < 10 }.count
    let start = utf8.index(utf8.endIndex, offsetBy: -digits)
    // Few differ before the number, as `geonames:` and `wikidata:Q`, unless the number is one of base
    // 16; more digits than 14 are not read back.
    guard (1...14).contains(digits), utf8[start] != 0x30, utf8.count - digits <= 16,
      !utf8[..<start].contains(where: { $0 &- 0x30 < 10 }), let number = Int(identifier[start...])
    else {
      writer.varint(0)
      writer.text(identifier)
      return
    }
    writer.varint(number)
    writer.varint(pool.offset(of: String(identifier[..<start])))
  }

  private static func identifier(_ reader: inout ByteReader, _ pool: Int) -> String {
    let number = reader.varint()
    return number == 0 ? reader.text() : pooled(&reader, pool) + String(number)
  }

  private static func fixed(_ degrees: Double) -> UInt32 {
    UInt32(bitPattern: Int32((degrees * degree).rounded()))
  }

  /// Reads the record at an offset; `nil` where it is damaged.
  static func place(_ bytes: MappedBytes, at offset: Int, pool: Int) -> Place? {
    var reader = ByteReader(bytes, at: offset)
    let hash = reader.word32()
    let length = reader.varint()
    let body = reader.offset..<reader.offset + length
    guard let actual = bytes.hash(body), UInt32(truncatingIfNeeded: actual) == hash else {
      return nil
    }
    let kindNumber = Int(reader.byte())
    let country = [reader.byte(), reader.byte()]
    let latitude = Double(Int32(bitPattern: reader.word32())) / degree
    let longitude = Double(Int32(bitPattern: reader.word32())) / degree
    let population = reader.varint()
    let radius = reader.varint()
    let id = identifier(&reader, pool)
    let name = reader.text()
    let admin1 = pooled(&reader, pool)
    let admin2 = pooled(&reader, pool)
    let names = toponyms(&reader, pool)
    let demonyms = toponyms(&reader, pool)
    let references = (0..<min(reader.varint(), length)).map { _ in identifier(&reader, pool) }
    let source = pooled(&reader, pool)
    guard !reader.hasFailed, kinds.indices.contains(kindNumber) else { return nil }
    return Place(
      id: PlaceID(id), name: name, kind: kinds[kindNumber],
      position: Position(longitude: longitude, latitude: latitude),
      uncertainty: radius == 0 ? nil : Meters(Double(radius - 1) / 10),
      country: country[0] == 0 ? "" : String(decoding: country, as: UTF8.self), admin1: admin1,
      admin2: admin2, population: population == 0 ? nil : population, names: names,
      demonyms: demonyms, references: references, source: source)
  }

  private static func toponyms(_ reader: inout ByteReader, _ pool: Int) -> [Toponym] {
    let count = reader.varint()
    guard count <= reader.bytes.count else { return [] }
    return (0..<count).map { _ in
      let language = pooled(&reader, pool)
      return Toponym(reader.text(), language: language)
    }
  }

  private static func pooled(_ reader: inout ByteReader, _ pool: Int) -> String {
    var entry = ByteReader(reader.bytes, at: pool + reader.varint())
    let hash = entry.word16()
    let text = entry.text()
    if UInt16(truncatingIfNeeded: WordHash.of(text.utf8)) != hash { reader.fail() }
    return text
  }
}
