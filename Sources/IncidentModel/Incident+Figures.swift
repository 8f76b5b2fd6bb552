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

  /// One of its numbers of people in words, such as `82 injured (82–145)`; `nil` where it is not stated
  /// or the name is none of a number.
  package func figure(of field: String) -> String? {
    switch field {
    case "killed": Self.figure(killed, field)
    case "injured": Self.figure(injured, field)
    case "detained": Self.figure(detained, field)
    case "abducted": abducted.map { "\($0) \(field)" }
    case "released": released.map { "\($0) \(field)" }
    case "displaced": displaced.map { "\($0) \(field)" }
    case "participants": participants.map { "\($0) taking part" }
    case "deployed": deployed.map { "\($0) \(field)" }
    default: nil
    }
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
