internal import IncidentModel

/// Merges the numbers of people that reports give for one incident.
///
/// For each field and population (soldiers, police, protesters, civilians …): low is the smallest and
/// high the largest figure, best the one with most independent publishers, ties to the latest report.
/// The incident's figure is the sum over populations. A summary over a longer time enters `high` only.
struct CountMerging {
  /// A figure of one report.
  struct Figure {
    var claim: Claim
    var report: String
    var publisher: String
    var published: CalendarDate?
    /// The days that it sums up, where it is no figure of the incident alone.
    var period: DateSpan?
    var isSummary: Bool

    var value: Int { Int(claim.value) ?? 0 }
  }

  /// What is said of the people of one kind.
  struct Population {
    var name: String
    var count: Count
    var hasConflict: Bool
    var figures: [Figure]
  }

  /// The merged counts of a field by population, the largest first.
  ///
  /// - Parameters:
  ///   - figures: The figures of the field.
  ///   - isSummary: Whether the incident is a summary itself. Of another, a figure for a longer time
  ///     is never the best, also where it is the only one.
  /// - Returns: One merged count a population.
  static func byPopulation(_ figures: [Figure], isSummary: Bool) -> [Population] {
    populations(figures).map { name, own in
      var (count, hasConflict) = merge(own)
      if !isSummary, own.allSatisfy(\.isSummary) {
        (count.low, count.best, hasConflict) = (nil, nil, true)
      }
      return Population(name: name, count: count, hasConflict: hasConflict, figures: own)
    }
    .sorted { (-($0.count.best ?? 0), $0.name) < (-($1.count.best ?? 0), $1.name) }
  }

  /// The merged count of a field, and whether sources disagree.
  static func count(
    _ figures: [Figure], isSummary: Bool
  ) -> (count: Count, hasConflict: Bool) {
    guard !figures.isEmpty else { return (.notStated, false) }
    let populations = byPopulation(figures, isSummary: isSummary)
    let hasConflict = populations.contains(where: \.hasConflict)
    let told = populations.filter { $0.count.best != nil }
    var total = told.isEmpty ? Count.notStated : Count(low: 0, best: 0, high: 0)
    for merged in told { total = total + merged.count }
    for summed in populations where summed.count.best == nil {
      guard let high = summed.count.high, total.high != nil || told.isEmpty else { continue }
      // People of whom nothing more is said may be all of the others.
      let isOfOthers = exact.contains(summed.name)
      total.high = isOfOthers ? (total.high ?? 0) + high : max(total.high ?? 0, high)
    }
    return (total, hasConflict)
  }

  /// The figures by population.
  ///
  /// One report's "52 protesters" and another's "52 inhabitants" are one, and so are a headline's "41
  /// dead" and its text's "41 people".
  private static func populations(_ figures: [Figure]) -> [(key: String, value: [Figure])] {
    var groups = Dictionary(grouping: current(figures)) { $0.claim.population ?? "unknown" }
    for (vague, others) in [("civilians", Self.exact), ("unknown", Self.exact + ["civilians"])] {
      guard let own = groups[vague] else { continue }
      let same = others.first { name in
        groups[name]?.contains { figure in own.contains { $0.value == figure.value } } ?? false
      }
      guard let same, let theirs = groups[same] else { continue }
      groups[same] = theirs + own
      groups[vague] = nil
    }
    return groups.sorted { $0.key < $1.key }
  }

  private static let exact = [
    "armed group", "detainees", "journalists", "officials", "police", "protesters", "soldiers",
  ]

  /// What each report says by now: without the parts of its totals, and without what it says was so
  /// before; what came on top is added.
  private static func current(_ figures: [Figure]) -> [Figure] {
    let reports = Dictionary(grouping: figures, by: \.report)
    return reports.keys.sorted().flatMap { key in
      withoutParts(withFurther(withoutSuperseded(reports[key] ?? [])))
    }
  }

  /// After "bringing the total to 12" no smaller figure of the report holds, and beside any figure
  /// "no one" does not.
  private static func withoutSuperseded(_ figures: [Figure]) -> [Figure] {
    let total = figures.filter { $0.claim.qualifier == "total" }.map(\.value).max() ?? 1
    let current = figures.filter { $0.value >= total || $0.isSummary }
    return current.isEmpty ? figures : current
  }

  /// "Three people were killed; a further two died later": five.
  private static func withFurther(_ figures: [Figure]) -> [Figure] {
    func isFurther(_ figure: Figure) -> Bool { figure.claim.qualifier == "further" }
    var sums = figures.filter { !isFurther($0) }
    for further in figures where isFurther(further) {
      let own = sums.indices.filter { sums[$0].claim.population == further.claim.population }
      let base = (own.isEmpty ? Array(sums.indices) : own)
        .filter { !sums[$0].isSummary && sums[$0].claim.qualifier != "including" }
        .max { sums[$0].value < sums[$1].value }
      guard let base else {
        sums.append(further)
        continue
      }
      let count = Count(
        low: sums[base].claim.low, best: sums[base].value, high: sums[base].claim.high)
      let sum =
        count
        + Count(
          low: further.claim.low, best: further.value, high: further.claim.high)
      sums[base].claim.value = String(sum.best ?? sums[base].value)
      (sums[base].claim.low, sums[base].claim.high) = (sum.low, sum.high)
    }
    return sums
  }

  /// Leaves out the parts of a total that the same report gives: "41 dead, 37 in Elazığ and 4 in
  /// Malatya", though they may not add up exactly, and "12, including two children".
  private static func withoutParts(_ figures: [Figure]) -> [Figure] {
    let largest = figures.filter { $0.claim.qualifier != "including" }.map(\.value).max()
    let own = figures.filter { figure in
      guard figure.claim.qualifier == "including", let largest else { return true }
      return figure.value > largest
    }
    guard own.count > 2, let total = own.map(\.value).max() else { return own }
    let parts = Set(own.map(\.value).filter { $0 != total })
    let difference = abs(parts.reduce(0, +) - total)
    let isTotal = parts.count > 1 && difference <= (total < 20 ? 0 : total / 10)
    return isTotal ? own.filter { $0.value == total } : own
  }

  private static func merge(_ figures: [Figure]) -> (count: Count, hasConflict: Bool) {
    let current = figures.filter { !$0.isSummary }
    let used = current.isEmpty ? figures : current
    var publishers: [Int: Set<String>] = [:]
    var latest: [Int: CalendarDate] = [:]
    for figure in used {
      publishers[figure.value, default: []].insert(figure.publisher)
      if let date = figure.published {
        latest[figure.value] = max(latest[figure.value] ?? date, date)
      }
    }
    let best = publishers.keys.max { a, b in
      let (first, second) = (publishers[a]?.count ?? 0, publishers[b]?.count ?? 0)
      if first != second { return first < second }
      let (early, late) = (latest[a]?.dayNumber ?? .min, latest[b]?.dayNumber ?? .min)
      return early != late ? early < late : a < b
    }
    let hasOpenEnd = figures.contains { $0.claim.high == nil && $0.claim.low != nil }
    let hasOpenStart = used.contains { $0.claim.low == nil && $0.claim.high != nil }
    let low = used.map { $0.claim.low ?? $0.value }.min()
    let high = figures.map { $0.claim.high ?? $0.value }.max()
    return (
      Count(
        low: hasOpenStart && low == best ? nil : low, best: best,
        high: hasOpenEnd && high == best ? nil : high),
      Set(figures.map(\.value)).count > 1
    )
  }
}
