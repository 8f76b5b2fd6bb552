/// A tag of the Humanitarian Exchange Language: `#affected +killed +min`.
///
/// Attributes are compared whatever their order; those that name a language, a vocabulary or a type of
/// data do not change what a column is.
///
/// - SeeAlso: HXL 1.1, "Hashtags and attributes".
enum HXLTag {
  /// The tag with its attributes in order; `nil` where the text is no tag.
  static func normalised(_ text: String) -> String? {
    let text = text.lowercased().filter { !$0.isWhitespace }
    guard text.first == "#" else { return nil }
    let parts = text.dropFirst().split(separator: "+", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 &- 0x30 < 10 }
    }
    guard isName, let tag = parts.first else { return nil }
    let attributes = parts.dropFirst().filter { part in
      !part.hasPrefix("v_") && !part.hasPrefix("i_") && !passedOver.contains(part)
    }
    return (["#" + tag] + Set(attributes).sorted()).joined(separator: "+")
  }

  /// Types of data and languages.
  private static let passedOver: Set<Substring> = [
    "num", "text", "list", "ar", "bg", "bs", "de", "en", "es", "fr", "hr", "it", "mk", "pt", "ru",
    "sq", "sr", "tr", "uk",
  ]

  /// Whether a row is one of tags: some of its texts are, and all others are empty.
  static func isRow(_ texts: [String]) -> Bool {
    let filled = texts.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { normalised($0) != nil }
  }

  /// The field that a tag means; `nil` where it is none of an incident's.
  static func field(_ text: String) -> ImportField? { normalised(text).flatMap { fields[$0] } }

  private static let fields: [String: ImportField] = {
    var fields: [String: ImportField] = [
      "#event+id": .incidentID, "#event": .eventType, "#event+category": .eventType,
      "#event+name": .headline, "#date": .date, "#date+event": .date, "#date+year": .year,
      "#date+published": .sourceDate, "#loc": .location, "#loc+main": .location,
      "#country": .country, "#country+name": .country, "#adm1": .admin1, "#adm2": .admin2,
      "#adm3": .admin3, "#adm3+name": .admin3, "#geo+coord": .position,
      "#geo+coords": .position, "#group": .actor1, "#group+name": .actor1,
      "#meta": .source, "#description+summary": .summary, "#description+text": .summary,
      "#affected+wounded": .injuredBest, "#affected+idps": .displaced,
      "#affected+arrested": .detainedBest, "#affected+kidnapped": .abducted,
    ]
    for (name, tag) in HXL.tags {
      if let field = ImportField.ofTable(name), let tag = normalised(tag) { fields[tag] = field }
    }
    return fields
  }()
}
