/// What the dates of a file say of the order of day and month in them.
struct DateOrderVotes {
  /// Dates that are none with the month first, and none with the day first.
  private var (dayFirst, monthFirst) = (0, 0)
  /// Dates that may be either.
  private var undecided = 0

  /// Counts a field, blanks around it dropped.
  mutating func count(_ bytes: Span<UInt8>) {
    // Most dates are 2023-05-29 or none of three numbers.
    guard bytes.count >= 6, bytes[0] &- 0x30 < 10, ImportedDate.isoDay(bytes) == nil,
      let orders = DateParts(bytes)?.orders
    else { return }
    switch orders {
    case (true, true): undecided += 1
    case (true, false): dayFirst += 1
    case (false, true): monthFirst += 1
    case (false, false): break
    }
  }

  /// Whether no date leaves a question.
  var isSettled: Bool { undecided == 0 }

  /// The order that all dates have; `nil` where there is no question, or each date answers it itself.
  ///
  /// - Throws: A sentence for the user where the dates do not say it, or contradict each other.
  func order() throws(Doubt) -> DateOrder? {
    guard undecided > 0 else { return nil }
    switch (dayFirst > 0, monthFirst > 0) {
    case (true, false): return .dayMonthYear
    case (false, true): return .monthDayYear
    case (false, false):
      throw Doubt(
        message:
          "the dates may have the day or the month first, and none of them tells which: say it "
          + "with --dates dmy or --dates mdy")
    case (true, true):
      throw Doubt(
        message:
          "some dates have the day first and some the month, and \(undecided) may be either: "
          + "mend them, or say what holds for these with --dates dmy or --dates mdy")
    }
  }

  /// Why the order is not known.
  struct Doubt: Error {
    var message: String
  }
}
