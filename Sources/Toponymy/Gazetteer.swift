/// Places and all their names: what a name may stand for, in any spelling or script.
///
/// Not a geocoder: it proposes candidates with reasons and never decides between them; that takes a
/// context, which `Geoparsing` has.
public struct Gazetteer: Sendable {
  /// The places; those of the first file first.
  public let places: [Place]
  let index: NameIndex
  private let numbers: [PlaceID: Int]
  private let references: [String: Int]

  /// Loads gazetteer CSV files, the first to be searched first.
  ///
  /// A place that an earlier file has, by identifier or by a shared reference, is taken from there.
  ///
  /// - Parameter files: Each file's bytes, and its path for messages.
  /// - Throws: ``GazetteerError`` with every broken row of every file.
  /// - Complexity: O(*n*) in the bytes of the files.
  public init(files: [(path: String, bytes: [UInt8])]) throws(GazetteerError) {
    var places: [Place] = []
    var faults: [GazetteerError.Fault] = []
    var known: Set<PlaceID> = []
    var knownReferences: Set<String> = []
    for (path, bytes) in files {
      let (read, fileFaults) = GazetteerReader.read(bytes, path: path)
      faults += fileFaults
      let fresh = read.filter { place in
        !known.contains(place.id) && !place.references.contains { knownReferences.contains($0) }
      }
      places += fresh
      known.formUnion(read.map(\.id))
      knownReferences.formUnion(fresh.flatMap(\.references))
    }
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    self.init(places: places)
  }

  /// Makes a gazetteer of places with unique identifiers, the first to be preferred.
  public init(places: [Place]) {
    self.places = places
    var numbers: [PlaceID: Int] = [:]
    var references: [String: Int] = [:]
    var index = NameIndex(expecting: places.reduce(0) { $0 + $1.names.count + 1 })
    for (number, place) in places.enumerated() {
      numbers[place.id] = numbers[place.id] ?? number
      for reference in place.references { references[reference] = references[reference] ?? number }
      Self.add(place.name, to: &index, place: number, toponym: -1)
      for (toponym, name) in place.names.enumerated() {
        Self.add(name.text, to: &index, place: number, toponym: toponym)
      }
      for (toponym, name) in place.demonyms.enumerated() {
        index.insert(FoldedText(name.text), place: number, toponym: toponym, form: .demonym)
      }
    }
    self.numbers = numbers
    self.references = references
    self.index = index
  }

  /// The place with an identifier or a reference such as `geonames:788731`; `nil` if unknown.
  public func place(_ id: PlaceID) -> Place? {
    (numbers[id] ?? references[id.text]).map { places[$0] }
  }

  /// How many names, demonyms not among them, the places have.
  public var nameCount: Int { places.reduce(0) { $0 + $1.names.count } }

  private static func add(_ name: String, to index: inout NameIndex, place: Int, toponym: Int) {
    let bytes = Array(name.utf8)
    let folded = FoldedText(bytes)
    index.insert(folded, place: place, toponym: toponym, form: .name)
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    for table in [FoldingTable.bare, .digraphs] {
      index.insert(
        FoldedText(bytes, table: table), place: place, toponym: toponym, form: .colloquial)
    }
  }
}
