import IncidentModel
import NamedSeeds
import SimpleFeatures
import Toponymy

extension SplitMix64 {
  /// A text of characters that writers have trouble with.
  mutating func text(upTo count: Int) -> String {
    let characters: [Character] = [
      "a", "Ž", "ћ", "ë", "ш", " ", "\"", "\\", ",", ";", "\n", "\r", "\t", "\u{0}", "\u{1F}",
      "\u{7F}", "\u{2028}", "\u{FEFF}", "=", "+", "-", "@", "'", "/", "😀", "e\u{301}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      text.append(characters[Int.random(in: characters.indices, using: &self)])
    }
    return text
  }

  /// A value, or `nil` half of the time.
  private mutating func maybe<Value>(_ value: (inout SplitMix64) -> Value) -> Value? {
    Bool.random(using: &self) ? value(&self) : nil
  }

  /// An incident with any values in its columns, and texts that writers have trouble with.
  mutating func incident() -> Incident {
    var incident = Incident(
      id: text(upTo: 12), eventType: EventType.allCases.randomElement(using: &self) ?? .riots)
    incident.subEventType = maybe { $0.text(upTo: 20) }
    incident.date = maybe { generator in
      let start = CalendarDate(dayNumber: Int.random(in: -20_000...40_000, using: &generator))
      return DateSpan(
        start: start, end: start + Int.random(in: 0...1, using: &generator), precision: .month,
        basis: .explicit)
    }
    incident.occurredAt = maybe { Instant(seconds: Int.random(in: -9...9_999_999, using: &$0)) }
    incident.location = maybe { $0.text(upTo: 9) }
    incident.locationAlternatives = [text(upTo: 3), text(upTo: 4)]
    incident.placeID = maybe { PlaceID($0.text(upTo: 8)) }
    incident.position = maybe { generator in
      Position(
        longitude: Double.random(in: -190...180, using: &generator),
        latitude: generator.maybe { Double.random(in: -90...90, using: &$0) } ?? -0.0)
    }
    incident.uncertainty = maybe { generator in
      Meters(
        generator.maybe { Double.random(in: 0...90_000, using: &$0) }
          ?? Double(bitPattern: generator.next()))
    }
    incident.killed = Count(
      low: maybe { Int(truncatingIfNeeded: $0.next()) },
      best: maybe { Int.random(in: -5...1200, using: &$0) }, high: maybe { _ in Int.min })
    incident.hasCountConflict = Bool.random(using: &self)
    incident.headline = maybe { $0.text(upTo: 70) }
    incident.summary = maybe { $0.text(upTo: 300) }
    incident.confidence = Double.random(in: 0...1, using: &self)
    return incident
  }

  /// A value of any type.
  mutating func fieldValue() -> FieldValue {
    switch Int.random(in: 0..<7, using: &self) {
    case 0: .null
    case 1: .text(text(upTo: 30))
    case 2: .integer(Int(truncatingIfNeeded: next()))
    case 3: .real(Double(bitPattern: next()))
    case 4: .boolean(Bool.random(using: &self))
    case 5: .date(CalendarDate(dayNumber: Int.random(in: 0...40_000, using: &self)))
    default: .dateTime(Instant(seconds: Int.random(in: 0...9_999_999, using: &self)))
    }
  }
}
