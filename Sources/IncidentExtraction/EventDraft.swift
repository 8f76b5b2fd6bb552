internal import Geoparsing
internal import IncidentModel

/// An event in the making: what one sentence, then several, say of it.
struct EventDraft {
  var type: EventType
  var subType: String
  var rule: Lexicon.EventRule?
  /// The words of its first trigger.
  var words: Range<Int>
  /// The sentences that tell of it, as indices.
  var sentences: [Int]
  /// The words of every trigger, each with its sentence.
  var triggers: [(sentence: Int, words: Range<Int>)] = []
  var date: AssignedDate?
  var places: [AssignedPlace]
  var site: (words: Range<Int>, name: String)?
  var actors = EventActors()
  /// Whether only a heading tells of it.
  var isHeading = false
  var counts: [AssignedCount] = []

  /// A date and how near it stands.
  struct AssignedDate {
    var mention: DateMention
    /// Whether it stands in the event's own clause or sentence, not in an earlier one.
    var isOwn: Bool
  }

  /// A place and how near it stands.
  struct AssignedPlace {
    var mention: Geoparser.LocatedMention
    /// Whether it stands in the event's own sentence.
    var isOwn: Bool
    var rule: String
  }

  /// A number of people under a field.
  struct AssignedCount {
    var field: ClaimField
    var quantity: Quantity
    /// From the quantity to the word for the event or effect.
    var words: Range<Int>

    init(_ field: ClaimField, _ quantity: Quantity, beside words: Range<Int>) {
      self.field = field
      self.quantity = quantity
      self.words =
        min(
          quantity.words.lowerBound, words.lowerBound)..<max(
          quantity.words.upperBound, words.upperBound)
    }
  }

  /// Whether people may come to harm in such an event, so that effects told beside it belong to it.
  var isViolent: Bool {
    switch type {
    case .protests: subType != "Peaceful protest" && subType != "Blockade"
    case .strategicDevelopments: false
    default: true
    }
  }

  /// The words of the counts of those to whom it happened.
  var victims: [Range<Int>] {
    counts.filter { $0.field != .participants && $0.field != .deployed }.map(\.quantity.words)
  }

  /// Takes in what another draft says of the same event.
  mutating func absorb(_ other: EventDraft) {
    if isHeading, !other.isHeading {
      (date, places) = (other.date ?? date, other.places.isEmpty ? places : other.places)
    }
    sentences += other.sentences.filter { !sentences.contains($0) }
    if date == nil || (date?.isOwn == false && other.date?.isOwn == true) {
      date = other.date ?? date
    }
    if date?.mention.expression == other.date?.mention.expression {
      let minute = date?.mention.minuteOfDay ?? other.date?.mention.minuteOfDay
      date?.mention.minuteOfDay = minute
    }
    if places.isEmpty || (!(places.first?.isOwn ?? false) && other.places.first?.isOwn == true)
      || other.places.first?.mention.wholeKey != nil
        && other.places.first?.mention.wholeKey == places.first?.mention.placeKey
    {
      places = other.places.isEmpty ? places : other.places
    }
    site = site ?? other.site
    triggers += other.triggers
    actors.fill(from: other.actors)
    isHeading = isHeading && other.isHeading
    counts += other.counts.filter { count in
      !counts.contains { $0.quantity.words == count.quantity.words && $0.field == count.field }
    }
  }
}
