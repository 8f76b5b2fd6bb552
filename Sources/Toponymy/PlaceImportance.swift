/// How important a settlement is among those of the whole world: what is named first where a map has
/// no room for all.
///
/// Capitals come first, then the number of inhabitants decides; where it is not known, and at the
/// least, a city counts 100,000 and the seat of a municipality 5,000, as their kinds mean.
public struct PlaceImportance: Hashable, Sendable, Comparable {
  private let value: Int

  /// The importance of a place of a kind; 0 inhabitants where they are not known.
  init(kind: PlaceKind, population: Int) {
    let (least, rank) =
      switch kind {
      case .capital: (1 << 40, 3)
      case .city: (100_000, 2)
      case .town: (5_000, 1)
      default: (0, 0)
      }
    let inhabitants = min(max(population, 0), 1 << 39)
    value = (kind == .capital ? least + inhabitants : max(least, inhabitants)) << 2 | rank
  }

  /// Orders the less important first.
  public static func < (a: PlaceImportance, b: PlaceImportance) -> Bool { a.value < b.value }
}

extension Place {
  /// How important it is among those of the whole world.
  public var importance: PlaceImportance {
    PlaceImportance(kind: kind, population: population ?? 0)
  }
}
