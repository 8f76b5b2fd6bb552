internal import SimpleFeatures

/// A field that a person may set, and the values it takes: the one place where these are checked.
///
/// Some stand for several columns: `killed` is the three estimates, `place` all that a place says.
public struct CorrectableField: Sendable {
  /// Its name on the command line and in the store.
  public let name: String
  /// The values it takes, in words.
  public let takes: String
  /// A value in its one form, or `nil` where it is refused.
  public let normalised: @Sendable (String) -> String?
  /// What an incident holds in it.
  public let value: @Sendable (Incident) -> String?
  /// Whether it may be not stated.
  public let isOptional: Bool
  let assign: @Sendable (inout Incident, String?) -> Void

  /// The field of a name, or `nil` where there is none that may be set.
  public static func named(_ name: String) -> CorrectableField? { all.first { $0.name == name } }

  /// Puts a value in its one form into an incident; `nil` is "not stated".
  public func apply(_ value: String?, to incident: inout Incident) {
    if value == nil, !isOptional { return }
    assign(&incident, value)
  }
}

extension CorrectableField {
  /// Every field that may be set, in the order of the columns.
  public static let all: [CorrectableField] =
    [
      CorrectableField(
        name: "event_type", takes: EventType.allCases.map(\.rawValue).joined(separator: "; "),
        normalised: { text in
          EventType.allCases.first { $0.rawValue.lowercased() == text.lowercased() }?.rawValue
        },
        value: { $0.eventType.rawValue }, isOptional: false,
        assign: { incident, value in
          guard let type = value.flatMap(EventType.init), type != incident.eventType else { return }
          (incident.eventType, incident.subEventType) = (type, nil)
        }),
      CorrectableField(
        name: "sub_event_type", takes: "a sub-type of the incident's type",
        normalised: { text in
          EventType.allCases.flatMap(\.subTypes).first { $0.lowercased() == text.lowercased() }
        },
        value: { $0.subEventType }, isOptional: true, assign: { $0.subEventType = $1 }),
    ] + dates + places + [.text("actor1", \.actor1), .text("actor2", \.actor2)] + counts + [
      CorrectableField(
        name: "count_conflict", takes: "true or false",
        normalised: { ["true", "false"].contains($0) ? $0 : nil },
        value: { $0.hasCountConflict ? "true" : "false" }, isOptional: false,
        assign: { $0.hasCountConflict = $1 == "true" }),
      .number("event_clarity", 1...2, get: { $0.eventClarity }, set: { $0.eventClarity = $1 ?? 1 }),
    ]

  // MARK: - Texts and numbers

  private static func text(
    _ name: String, _ path: any WritableKeyPath<Incident, String?> & Sendable
  ) -> CorrectableField {
    CorrectableField(
      name: name, takes: "a text on one line",
      normalised: { text in
        text.contains(where: \.isNewline) || text.utf8.contains(0) ? nil : text
      },
      value: { $0[keyPath: path] }, isOptional: true, assign: { $0[keyPath: path] = $1 })
  }

  private static func number(
    _ name: String, _ range: ClosedRange<Int>, get: @escaping @Sendable (Incident) -> Int?,
    set: @escaping @Sendable (inout Incident, Int?) -> Void
  ) -> CorrectableField {
    CorrectableField(
      name: name, takes: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      normalised: { text in
        Int(text).flatMap { range.contains($0) ? String($0) : nil }
      },
      value: { get($0).map(String.init) },
      isOptional: !["event_clarity", "date_precision"].contains(name),
      assign: { set(&$0, $1.flatMap { Int($0) }) })
  }

  // MARK: - Counts

  private static let people = 0...1_000_000_000

  private static let counts: [CorrectableField] =
    estimates("killed", \.killed) + estimates("injured", \.injured) + [
      person("injured_serious", \.injuredSerious)
    ] + estimates("detained", \.detained) + [
      person("participants", \.participants), person("deployed", \.deployed),
      person("displaced", \.displaced), person("abducted", \.abducted),
      person("released", \.released),
    ]

  private static func person(
    _ name: String, _ path: any WritableKeyPath<Incident, Int?> & Sendable
  ) -> CorrectableField {
    .number(name, people, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// All three estimates at once, and each; the others move where they would contradict it.
  private static func estimates(
    _ name: String, _ path: any WritableKeyPath<Incident, Count> & Sendable
  ) -> [CorrectableField] {
    [
      .number(
        name, people, get: { $0[keyPath: path].best },
        set: { $0[keyPath: path] = Count(low: $1, best: $1, high: $1) }),
      .number(
        "\(name)_low", people, get: { $0[keyPath: path].low },
        set: { incident, low in
          incident[keyPath: path].low = low
          guard let low else { return }
          incident[keyPath: path].best = incident[keyPath: path].best.map { max($0, low) }
          incident[keyPath: path].high = incident[keyPath: path].high.map { max($0, low) }
        }),
      .number(
        "\(name)_best", people, get: { $0[keyPath: path].best },
        set: { incident, best in
          incident[keyPath: path].best = best
          guard let best else { return }
          incident[keyPath: path].low = incident[keyPath: path].low.map { min($0, best) }
          incident[keyPath: path].high = incident[keyPath: path].high.map { max($0, best) }
        }),
      .number(
        "\(name)_high", people, get: { $0[keyPath: path].high },
        set: { incident, high in
          incident[keyPath: path].high = high
          guard let high else { return }
          incident[keyPath: path].best = incident[keyPath: path].best.map { min($0, high) }
          incident[keyPath: path].low = incident[keyPath: path].low.map { min($0, high) }
        }),
    ]
  }

  // MARK: - Places

  private static let places: [CorrectableField] = [
    CorrectableField(
      name: "place", takes: "a place that the gazetteer knows",
      normalised: { PlaceCorrection($0)?.text }, value: { PlaceCorrection($0).text },
      isOptional: true,
      assign: { incident, value in
        guard let place = value.flatMap(PlaceCorrection.init) else {
          return PlaceCorrection.none.apply(to: &incident)
        }
        place.apply(to: &incident)
      }),
    CorrectableField(
      name: "position", takes: "latitude,longitude in degrees, as 43.1039,20.8028",
      normalised: { position($0).map { "\($0.latitude),\($0.longitude)" } },
      value: { $0.position.map { "\($0.latitude),\($0.longitude)" } }, isOptional: true,
      assign: { $0.position = $1.flatMap(position) }),
    .text("site", \.site),
    CorrectableField(
      name: "country", takes: "an ISO 3166-1 code of two letters",
      normalised: { text in
        let isCode = text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isLetter }
        return isCode ? text.uppercased() : nil
      },
      value: { $0.country }, isOptional: true, assign: { $0.country = $1 }),
    .text("admin1", \.admin1), .text("admin2", \.admin2),
    .number(
      "where_precision", 1...7, get: { $0.wherePrecision?.rawValue },
      set: { $0.wherePrecision = $1.flatMap(WherePrecision.init) }),
    CorrectableField(
      name: "uncertainty_m", takes: "metres, 0 or more",
      normalised: { text in
        Double(text).flatMap { $0.isFinite && $0 >= 0 && $0 <= 2e7 ? "\($0)" : nil }
      },
      value: { $0.uncertainty.map { "\($0.value)" } }, isOptional: true,
      assign: { $0.uncertainty = $1.flatMap { Double($0) }.map(Meters.init) }),
  ]

  private static func position(_ text: String) -> Position? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part.drop { $0 == " " })
    }
    guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] else {
      return nil
    }
    let position = Position(longitude: longitude, latitude: latitude)
    return position.isValid ? position : nil
  }
}

extension PlaceCorrection {
  /// No place at all.
  static let none = PlaceCorrection(Incident(id: "", eventType: .strategicDevelopments))
}
