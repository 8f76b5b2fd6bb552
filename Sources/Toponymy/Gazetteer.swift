internal import Synchronization

/// Places and all their names: what a name may stand for, in any spelling or script.
///
/// A gazetteer is one index or several, the first to be searched first. It is not a geocoder: it
/// proposes candidates with reasons and never decides between them; that takes a context, which
/// `Geoparsing` has.
public struct Gazetteer: Sendable {
  let indexes: [GazetteerIndex]
  let decisions: NameDecisions
  let known = KnownPlaces()

  /// Searches indexes, the first to be preferred: a place that an earlier one has, by identifier or by
  /// a shared reference, is taken from there.
  public init(_ indexes: [GazetteerIndex]) {
    self.indexes = indexes
    decisions = NameDecisions(indexes.flatMap(\.footer.decisions))
  }

  /// Loads gazetteer CSV files, the first to be searched first, into an index in memory.
  ///
  /// - Parameter files: Each file's bytes, and its path for messages.
  /// - Throws: ``GazetteerError`` with every broken row of every file.
  /// - Complexity: O(*n*) in the bytes of the files.
  public init(files: [(path: String, bytes: [UInt8])]) throws(GazetteerError) {
    self.init([try GazetteerIndex(files: files)])
  }

  /// Makes a gazetteer of places with unique identifiers, the first to be preferred.
  public init(places: [Place]) {
    self.init([
      GazetteerIndex(sources: [GazetteerSource(places: places)], tolerating: .oneEdit)
    ])
  }

  /// How many names, demonyms not among them, the places have.
  public var nameCount: Int { indexes.reduce(0) { $0 + $1.nameCount } }

  /// The hashes of the contents of the indexes, hexadecimal: what tells this gazetteer from another.
  public var contentHash: String {
    indexes.map { String($0.contentHash, radix: 16) }.joined(separator: " ")
  }

  /// All places, those of the first index first.
  public var places: Places { Places(gazetteer: self) }

  /// The place with an identifier or a reference such as `geonames:788731`; `nil` if unknown.
  public func place(_ id: PlaceID) -> Place? {
    number(of: id).flatMap(place)
  }

  /// The number of the place with an identifier or a reference.
  func number(of id: PlaceID) -> PlaceNumber? {
    number(of: id.text, before: indexes.count)
  }

  private func number(of identifier: String, before end: Int) -> PlaceNumber? {
    for layer in 0..<end {
      guard let number = indexes[layer].number(of: identifier) else { continue }
      let found = PlaceNumber(layer: layer, number: number)
      if place(found) != nil { return found }
    }
    return nil
  }

  /// What a person decided about a name; `nil` where nobody did.
  public func decision(on name: String) -> NameDecision? {
    let folded = FoldedText(name)
    return decisions.decision(on: folded.key(of: folded.words.indices))
  }

  /// The place of a number; `nil` where an earlier index has it, or its record is damaged.
  func place(_ number: PlaceNumber) -> Place? {
    known.place(number) { read(number) }
  }

  private func read(_ number: PlaceNumber) -> Place? {
    guard let place = indexes[number.layer].place(number.number) else { return nil }
    let isKnown = ([place.id.text] + place.references).contains { identifier in
      self.number(of: identifier, before: number.layer) != nil
    }
    return isKnown ? nil : place
  }

  /// A place's number in one of the indexes.
  package struct PlaceNumber: Hashable, Sendable {
    let layer: Int
    let number: Int
  }

  /// Places and names that were read lately: a report names few places, and names them often.
  final class KnownPlaces: Sendable {
    /// How many are kept: some tens of megabytes.
    private static let most = 50_000

    private let places = Mutex<[PlaceNumber: Place?]>([:])

    private let names = Mutex<[PlaceNumber: [NamedPlace]]>([:])

    /// What the record of a name in an index stands for.
    func names(at record: Int, of layer: Int, read: () -> [NamedPlace]) -> [NamedPlace] {
      let key = PlaceNumber(layer: layer, number: record)
      if let known = names.withLock({ $0[key] }) { return known }
      let found = read()
      names.withLock { names in
        if names.count >= Self.most { names.removeAll(keepingCapacity: true) }
        names[key] = found
      }
      return found
    }

    func place(_ number: PlaceNumber, read: () -> Place?) -> Place? {
      if let known = places.withLock({ $0[number] }) { return known }
      let place = read()
      places.withLock { places in
        if places.count >= Self.most { places.removeAll(keepingCapacity: true) }
        places[number] = .some(place)
      }
      return place
    }
  }
}

extension Gazetteer {
  /// All places of a gazetteer, read from its indexes as they are asked for.
  public struct Places: Sequence, Sendable {
    fileprivate let gazetteer: Gazetteer

    /// How many places there are.
    ///
    /// - Complexity: O(*n*) where there is more than one index.
    public var count: Int {
      gazetteer.indexes.count == 1
        ? gazetteer.indexes[0].placeCount : reduce(0) { count, _ in count + 1 }
    }

    /// Whether there is none.
    public var isEmpty: Bool { first == nil }

    /// The first place of the first index that has one.
    public var first: Place? { first { _ in true } }

    /// The place of a number that a name was found with.
    package subscript(number: PlaceNumber) -> Place {
      guard let place = gazetteer.place(number) else {
        preconditionFailure("place \(number.number) of index \(number.layer) is not there")
      }
      return place
    }

    /// Goes over the places, those of the first index first.
    public func makeIterator() -> AnyIterator<Place> {
      var layer = 0
      var number = 0
      return AnyIterator {
        while layer < gazetteer.indexes.count {
          while number < gazetteer.indexes[layer].footer.placeCount {
            defer { number += 1 }
            let place = gazetteer.read(PlaceNumber(layer: layer, number: number))
            if let place { return place }
          }
          layer += 1
          number = 0
        }
        return nil
      }
    }
  }
}
