internal import Toponymy

/// What is kept of a text to tell whether another is a copy of it: the smallest hashes of its shingles.
///
/// A shingle is four words in a row, folded. Of the set of all, the 256 with the smallest hashes are a
/// sample that is drawn alike from every text, so that two samples tell how much the sets share; of
/// shorter texts they are the whole set.
///
/// - SeeAlso: Broder (1997), "On the resemblance and containment of documents",
///   doi:10.1109/SEQUEN.1997.666900.
struct TextSketch {
  /// Different hashes of shingles, ascending.
  private let sample: [UInt64]
  /// Whether the sample is the whole set.
  private let isWhole: Bool
  /// A hash of all words in their order.
  let words: UInt64

  /// How many words a shingle has: few enough that a changed word leaves most of a sentence alike, and
  /// too many for what any two texts of one subject have in common.
  static let shingleLength = 4
  private static let sampleSize = 256
  /// What is read of a text, in bytes.
  private static let longestText = 1 << 20

  /// Samples a text.
  ///
  /// - Complexity: O(*n* log *n*), at most for a megabyte.
  init(_ text: String) {
    let hashes = FoldedText(Array(text.utf8.prefix(Self.longestText))).words.map(\.hash)
    words = hashes.reduce(0, Self.joined)
    var shingles: [UInt64] = []
    for end in hashes.indices.dropFirst(Self.shingleLength - 1) {
      shingles.append(
        Self.mixed(hashes[(end - Self.shingleLength + 1)...end].reduce(0, Self.joined)))
    }
    shingles.sort()
    var sample: [UInt64] = []
    for shingle in shingles where shingle != sample.last {
      if sample.count == Self.sampleSize { break }
      sample.append(shingle)
    }
    self.sample = sample
    isWhole = sample.count < Self.sampleSize
  }

  /// Whether it has enough shingles to be compared by them; shorter texts are alike by chance.
  var isLong: Bool { sample.count >= 20 }

  /// The smallest of the sample: by these, texts that may be copies find each other.
  var keys: ArraySlice<UInt64> { sample.prefix(16) }

  /// How much of all their shingles two texts share, from 0 to 1.
  func resemblance(to other: TextSketch) -> Double {
    let (shared, own, others) = counts(with: other)
    let all = own + others - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// How much of the shorter text's shingles stands in the other text, from 0 to 1.
  func containment(with other: TextSketch) -> Double {
    let (shared, own, others) = counts(with: other)
    let fewer = min(own, others)
    return fewer == 0 ? 0 : Double(shared) / Double(fewer)
  }

  /// The shared, own and other hashes up to where both samples are complete.
  private func counts(with other: TextSketch) -> (shared: Int, own: Int, others: Int) {
    let limit = min(
      isWhole ? .max : sample.last ?? .max, other.isWhole ? .max : other.sample.last ?? .max)
    var (shared, own, others) = (0, 0, 0)
    while own < sample.count || others < other.sample.count {
      let first = own < sample.count ? sample[own] : .max
      let second = others < other.sample.count ? other.sample[others] : .max
      if min(first, second) > limit { break }
      if first == second, own < sample.count, others < other.sample.count { shared += 1 }
      if first <= second, own < sample.count {
        own += 1
        if first == second { others += 1 }
      } else {
        others += 1
      }
    }
    return (shared, own, others)
  }

  private static func joined(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D
  }

  /// Spreads the bits, so that the smallest hashes are any shingles (Stafford's mix 13).
  private static func mixed(_ hash: UInt64) -> UInt64 {
    var mixed = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
