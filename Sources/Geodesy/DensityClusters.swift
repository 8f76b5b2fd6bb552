public import SimpleFeatures

/// Clusters of positions by their density (DBSCAN), in metres on the ellipsoid.
///
/// A position with at least a minimum count of positions within a radius, itself included, is a core.
/// Cores within the radius of each other are of one cluster, and so on from core to core, so that a
/// cluster may have any shape and length. A position that is no core but has one within the radius is
/// of the cluster of the nearest; all others are of none.
///
/// ```swift
/// let clusters = DensityClusters(of: index, radius: .kilometers(2), minimumCount: 5)
/// clusters.numbers[0]  // the cluster of the first position, or nil
/// ```
///
/// Distances are those of `geod_inverse`. The result is the same whatever the order of the positions,
/// but for the numbers, and where several cores of different clusters are equally near.
///
/// - SeeAlso: Ester, Kriegel, Sander and Xu (1996), A density-based algorithm for discovering clusters
///   in large spatial databases with noise, KDD-96, 226–231.
public struct DensityClusters: Sendable {
  /// The cluster of each position of the index, in their order, or `nil` where it is of none.
  ///
  /// Clusters are numbered from 0 by the first of their positions.
  public let numbers: [Int?]
  /// How many clusters there are.
  public let count: Int

  /// Finds the clusters of the positions of an index.
  ///
  /// - Parameters:
  ///   - index: The positions; those without geodesics are of no cluster.
  ///   - radius: The distance in metres, itself included; nothing is within a negative one.
  ///   - minimumCount: How many positions make a core, with itself, at least 1.
  /// - Complexity: O(*n* log *n*) where clusters are dense or points are apart, O(*n* · *k*) with *k*
  ///   within the radius at worst; about a second a million. Positions that coincide count as one.
  public init(of index: GeodesicIndex, radius: Meters, minimumCount: Int) {
    precondition(minimumCount >= 1, "a core of clusters counts itself")
    let sites = CoincidentPositions(index)
    var scan = DensityScan(of: sites, radius: radius, minimumCount: minimumCount)
    scan.findCores()
    scan.joinCores()
    let clusters = scan.clusters()
    var numbers = [Int?](repeating: nil, count: index.positions.count)
    var numberOfCluster: [Int: Int] = [:]
    for (position, site) in sites.siteOfPosition.enumerated() {
      guard let site, let cluster = clusters[site] else { continue }
      let number = numberOfCluster[cluster] ?? numberOfCluster.count
      numberOfCluster[cluster] = number
      numbers[position] = number
    }
    self.numbers = numbers
    count = numberOfCluster.count
  }
}

/// The different positions of an index, and how often each is there.
struct CoincidentPositions: Sendable {
  /// An index of the different positions, in the order of their first.
  let index: GeodesicIndex
  /// How many positions each stands for.
  let weights: [Int]
  /// Which of them stands for each position; `nil` for those without geodesics.
  let siteOfPosition: [Int?]

  /// Finds the positions of an index that coincide.
  init(_ index: GeodesicIndex) {
    var siteAtPosition: [Position: Int] = [:]
    siteAtPosition.reserveCapacity(index.positions.count)
    var sites: [Position] = []
    var weights: [Int] = []
    siteOfPosition = index.positions.map { position in
      guard position.hasGeodesics else { return nil }
      if let site = siteAtPosition[position] {
        weights[site] += 1
        return site
      }
      siteAtPosition[position] = sites.count
      sites.append(position)
      weights.append(1)
      return sites.count - 1
    }
    self.index = sites.count == index.positions.count ? index : GeodesicIndex(sites)
    self.weights = weights
  }
}
