/// Invents incidents of 14 columns, as tables of events have them; as GeoJSON, each has 500 bytes.
struct IncidentMaker {
  private static let kinds: [(type: String, subtype: String)] = [
    ("Protests", "Peaceful protest"), ("Protests", "Protest with intervention"),
    ("Riots", "Violent demonstration"), ("Riots", "Mob violence"), ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Violence against civilians", "Attack"),
    ("Strategic developments", "Looting/property destruction"),
  ]
  private static let groups = [
    "Protesters", "Rioters", "Police Forces", "Unidentified Armed Group", "Border Guard", "Militia",
  ]

  /// Where incidents are follows from this alone.
  static let seed: UInt64 = 0x696E_6369_6433

  private var towns = TownMaker(seed: Self.seed)
  private var random = SplitMix64(seed: 0x696E_6369_6432)
  private let words: [String]
  private var number = 0

  /// A row of the table.
  struct Incident {
    var id: String
    var date: String
    var kind: (type: String, subtype: String)
    var actor: String
    var country: Int
    var district: Int
    var location: String
    var latitude: String
    var longitude: String
    var fatalities: Int
    var source: String
    var notes: String

    /// The notes with what stands for a quotation mark in a file.
    func notes(quote: String) -> String {
      notes.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: quote)
    }
  }

  init() {
    var names = NameMaker(seed: 0x6E6F_7465_7331, isColloquial: false)
    words = (0..<2000).map { _ in String(decoding: names.any().plain, as: UTF8.self) }
  }

  mutating func next() -> Incident {
    number += 1
    let (town, latitude, longitude) = towns.position()
    let place = town ?? random.element(towns.towns)
    let location = String(decoding: place.name, as: UTF8.self)
    let group = random.element(Self.groups)
    return Incident(
      id: "INV\(padded(number, to: 8))", date: date(), kind: random.element(Self.kinds),
      actor: "\(group) (\(location))", country: place.district / 8, district: place.district,
      location: location, latitude: TownMaker.degrees(latitude),
      longitude: TownMaker.degrees(longitude),
      fatalities: random.below(8) == 0 ? random.weighted([0, 60, 25, 10, 4, 1]) : 0,
      source: "\(random.element(words)) News; Radio \(random.element(words))",
      notes: notes(of: group))
  }

  /// The header and rows of a spreadsheet, the notes in quotation marks.
  static func table(count: Int, output: inout Output) {
    var maker = IncidentMaker()
    output.write(
      "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,admin1,admin2,location,"
        + "latitude,longitude,fatalities,source,notes\n")
    for _ in 0..<count {
      let incident = maker.next()
      output.write(
        "\(incident.id),\(incident.date),\(incident.kind.type),\(incident.kind.subtype),"
          + "\(incident.actor),Land \(incident.country),Region \(incident.district),"
          + "\(incident.location),\(incident.location),\(incident.latitude),\(incident.longitude),"
          + "\(incident.fatalities),\(incident.source),")
      output.write("\"\(incident.notes(quote: "\"\""))\"\n")
    }
  }

  /// The same as a collection of features with 12 properties.
  static func features(count: Int, output: inout Output) {
    var maker = IncidentMaker()
    output.write("{\"type\":\"FeatureCollection\",\"name\":\"incidents\",\"features\":[\n")
    for number in 0..<count {
      let incident = maker.next()
      if number > 0 { output.write(",\n") }
      output.write(
        "{\"type\":\"Feature\",\"properties\":{\"incident_id\":\"\(incident.id)\","
          + "\"date_start\":\"\(incident.date)\",\"event_type\":\"\(incident.kind.type)\","
          + "\"sub_event_type\":\"\(incident.kind.subtype)\",\"actor1\":\"\(incident.actor)\","
          + "\"country\":\"Land \(incident.country)\",\"admin1\":\"Region \(incident.district)\","
          + "\"admin2\":\"\(incident.location)\",\"location\":\"\(incident.location)\","
          + "\"killed_best\":\(incident.fatalities),\"source\":\"\(incident.source)\",\"summary\":\""
      )
      output.write(incident.notes(quote: "\\\""))
      output.write(
        "\"},\"geometry\":{\"type\":\"Point\","
          + "\"coordinates\":[\(incident.longitude),\(incident.latitude)]}}")
    }
    output.write("\n]}\n")
  }

  /// A day from 2018 to 2025.
  private mutating func date() -> String {
    let (year, month) = (2018 + random.below(8), 1 + random.below(12))
    return "\(year)-\(padded(month, to: 2))-\(padded(1 + random.below(28), to: 2))"
  }

  /// A sentence of some 60 bytes, and in every fourth another that quotes somebody.
  private mutating func notes(of group: String) -> String {
    let said = (0..<6).map { _ in random.element(words) }
    var text = "\(group) gathered, \(said[..<4].joined(separator: " "))."
    if random.below(4) == 0 { text += " A witness said \"\(said[4...].joined(separator: " "))\"." }
    return text
  }

  private func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
