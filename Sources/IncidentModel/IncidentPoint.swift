public import SimpleFeatures
public import Toponymy

/// An incident without its texts: what a map needs of each of a million.
///
/// 56 bytes; its names stand in ``IncidentPoints``, once for all incidents of a place.
public struct IncidentPoint: Hashable, Sendable {
  /// What its source finds the whole incident by.
  public var key: Int64
  /// The class.
  public var eventType: EventType
  /// How well the place is known.
  public var wherePrecision: WherePrecision?
  /// The number of the place in ``IncidentPoints/places``.
  public var place: Int {
    get { Int(placeNumber) }
    set { placeNumber = Int32(newValue) }
  }

  // Optionals would double the size: "not stated" is a value that cannot occur, and equals itself.
  private var longitude = Double.infinity
  private var latitude = Double.infinity
  private var radius = Double.infinity
  private var firstDay = Int32.max
  private var lastDay = Int32.max
  private var number = Int32.min
  private var placeNumber: Int32

  /// Makes a point of a class at a place; all else is "not stated".
  public init(key: Int64, eventType: EventType, place: Int) {
    self.key = key
    self.eventType = eventType
    placeNumber = Int32(place)
  }

  /// The representative point of the place; `nil` where none is known, or it is no position.
  public var position: Position? {
    get {
      longitude == .infinity ? nil : Position(longitude: longitude, latitude: latitude)
    }
    set {
      let valid = newValue.flatMap { $0.isValid ? $0 : nil }
      longitude = valid?.longitude ?? .infinity
      latitude = valid?.latitude ?? .infinity
    }
  }

  /// The radius that holds the true point.
  public var uncertainty: Meters? {
    get { radius.isFinite ? Meters(radius) : nil }
    set { radius = newValue?.value ?? .infinity }
  }

  /// The days that the sources allow, the first and the last.
  public var days: ClosedRange<CalendarDate>? {
    get {
      guard firstDay != .max else { return nil }
      return CalendarDate(dayNumber: Int(firstDay))...CalendarDate(dayNumber: Int(lastDay))
    }
    set {
      firstDay = (newValue?.lowerBound).map { Int32(clamping: $0.dayNumber) } ?? .max
      lastDay = (newValue?.upperBound).map { Int32(clamping: $0.dayNumber) } ?? .max
    }
  }

  /// What it counts for: 1, or the number of people that was asked for, `nil` where that is not stated.
  public var value: Int? {
    get { number == .min ? nil : Int(number) }
    set { number = newValue.map { max(Int32(clamping: $0), .min + 1) } ?? .min }
  }
}

/// The place of incidents as they name it.
public struct IncidentPlace: Hashable, Sendable {
  /// The gazetteer's identifier.
  public var id: PlaceID?
  /// The preferred name.
  public var name: String?
  /// ISO 3166-1 alpha-2 code.
  public var country: String?

  /// Makes a place; what is left out is not known.
  public init(id: PlaceID? = nil, name: String? = nil, country: String? = nil) {
    self.id = id
    self.name = name
    self.country = country
  }
}

/// Incidents as points, and the places that they name.
public struct IncidentPoints: Sendable {
  /// The points, in the order of the incidents.
  public var points: [IncidentPoint]
  /// Every place once, in the order in which the points name them.
  public var places: [IncidentPlace]

  /// Gathers points and the places that they refer to.
  public init(points: [IncidentPoint] = [], places: [IncidentPlace] = []) {
    self.points = points
    self.places = places
  }

  /// Reduces incidents to points, each with its index as the key.
  ///
  /// - Parameters:
  ///   - incidents: The incidents, in the order of the points.
  ///   - value: What each counts for.
  public init(_ incidents: [Incident], value: (Incident) -> Int? = { _ in 1 }) {
    self.init()
    points.reserveCapacity(incidents.count)
    var numbers: [IncidentPlace: Int] = [:]
    for (index, incident) in incidents.enumerated() {
      let place = IncidentPlace(
        id: incident.placeID, name: incident.location, country: incident.country)
      let number = numbers[place] ?? places.count
      if number == places.count {
        numbers[place] = number
        places.append(place)
      }
      var point = IncidentPoint(
        key: Int64(index), eventType: incident.eventType, place: number)
      point.wherePrecision = incident.wherePrecision
      point.position = incident.position
      point.uncertainty = incident.uncertainty
      point.days = incident.date.map { $0.start...$0.end }
      point.value = value(incident)
      points.append(point)
    }
  }

  /// The place of a point.
  public func place(of point: IncidentPoint) -> IncidentPlace { places[point.place] }
}
