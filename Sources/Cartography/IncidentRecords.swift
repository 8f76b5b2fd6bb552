internal import IncidentModel
internal import SimpleFeatures

/// Every incident of a page in a byte or two: the mark that shows it, its type, whether its place is
/// known exactly, its days.
///
/// From these the page's script counts hexagons and discs anew when a reader filters. The bytes are
/// unsigned numbers in LEB128. First the number of incidents; the origin, a day's number plus 2²²;
/// 1 where symbols measure something else than incidents, else 0. Then runs of incidents of one mark
/// and kind: the marks passed since the last run; the kind (4 · type, + 2 where the place is known
/// only roughly, + 1 where no date is known); how many; and for each its measure where that is
/// something else, and where it has a date the days since the one before, doubled, and one more where
/// it lasts longer than a day, which is then followed by the number of further days.
struct IncidentRecords {
  /// An incident as it is counted.
  struct Entry {
    /// The number of the mark that shows it, in the order of the file.
    var mark: Int
    /// The number of its type in ``EventType/allCases``.
    var type: Int
    var isExact: Bool
    /// The numbers of its first and last day.
    var days: ClosedRange<Int>?
    /// What it counts for in the measure of the map's symbols.
    var value = 1

    var kind: Int { 4 * type + (isExact ? 0 : 2) + (days == nil ? 1 : 0) }
  }

  private(set) var bytes: [UInt8] = []
  /// The number of each incident's record.
  let numbers: [Int]

  /// Packs incidents; their records stand by mark, kind and days.
  init(_ entries: [Entry]) {
    let order = entries.indices.sorted { a, b in
      let (first, second) = (entries[a], entries[b])
      return (
        first.mark, first.kind, first.days?.lowerBound ?? 0, first.days?.upperBound ?? 0, a
      ) < (second.mark, second.kind, second.days?.lowerBound ?? 0, second.days?.upperBound ?? 0, b)
    }
    var numbers = [Int](repeating: 0, count: entries.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    self.numbers = numbers
    let origin = entries.compactMap(\.days?.lowerBound).min() ?? 0
    append(entries.count)
    append(origin + 1 << 22)
    let isMeasured = entries.contains { $0.value != 1 }
    append(isMeasured ? 1 : 0)
    var mark = 0
    var run = order[...]
    while let first = run.first.map({ entries[$0] }) {
      let end =
        run.firstIndex { entries[$0].mark != first.mark || entries[$0].kind != first.kind }
        ?? run.endIndex
      append(first.mark - mark)
      append(first.kind)
      append(end - run.startIndex)
      mark = first.mark
      var day = origin
      for index in run[..<end] {
        if isMeasured { append(entries[index].value) }
        guard let days = entries[index].days else { continue }
        let isLong = days.lowerBound < days.upperBound
        append((days.lowerBound - day) << 1 | (isLong ? 1 : 0))
        if isLong { append(days.upperBound - days.lowerBound) }
        day = days.lowerBound
      }
      run = run[end...]
    }
  }

  private mutating func append(_ number: Int) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    bytes.append(UInt8(max(rest, 0)))
  }
}
