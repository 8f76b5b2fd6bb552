extension Incident {
  /// Its numbers of people in words, such as `82 injured (82–145)`; empty where none is stated.
  public var figures: [String] {
    let single: [(Int?, String)] = [
      (released, "released"), (abducted, "abducted"), (displaced, "displaced"),
      (participants, "taking part"), (deployed, "deployed"),
    ]
    return [
      Self.figure(killed, "killed"), Self.figure(injured, "injured"),
      injuredSerious.map { "\($0) of them seriously" }, Self.figure(detained, "detained"),
    ].compactMap { $0 } + single.compactMap { number, what in number.map { "\($0) \(what)" } }
  }

  /// How many reports tell of it, and whether they disagree.
  public var support: String {
    (reports == 1 ? "1 report" : "\(reports) reports")
      + (hasCountConflict
        ? (reports == 1 ? ", which gives several figures" : " that disagree") : "")
  }

  private static func figure(_ count: Count, _ what: String) -> String? {
    guard let best = count.best else { return nil }
    switch (count.low, count.high) {
    case (let low?, let high?) where low != high: return "\(best) \(what) (\(low)–\(high))"
    case (_?, nil): return "\(best) or more \(what)"
    case (nil, _?): return "up to \(best) \(what)"
    default: return "\(best) \(what)"
    }
  }
}
