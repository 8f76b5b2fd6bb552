/// Language codes of published gazetteers, as BCP 47 tags of the gazetteer's form.
enum LanguageTag {
  /// What is not known.
  static let unknown = "und"

  /// The tag of a name.
  ///
  /// Serbian is told apart by its letters, as `sr-Latn` and `sr-Cyrl`; a name of former times has
  /// the private-use suffix `-x-historic`. What is no tag is `und`.
  ///
  /// - Parameters:
  ///   - code: A tag, or a code of ISO 639-1 or 639-3, in any case.
  ///   - name: The name whose language it is.
  ///   - isHistoric: Whether the name is of former times.
  /// - Returns: A BCP 47 tag.
  static func of(_ code: String, name: String, isHistoric: Bool = false) -> String {
    var tag = normalized(code)
    if tag == "sr" { tag = PlaceName.isCyrillic(name) ? "sr-Cyrl" : "sr-Latn" }
    return isHistoric ? tag + "-x-historic" : tag
  }

  /// A tag in its shortest and canonical form: language in small letters, script capitalized,
  /// region in capitals.
  private static func normalized(_ code: String) -> String {
    // Nearly all are two small letters already.
    if code.utf8.count == 2, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return code }
    let subtags = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let primary = subtags.first?.lowercased(), isLanguage(primary), subtags.count <= 4,
      subtags.dropFirst().allSatisfy({ isSubtag($0) })
    else { return unknown }
    let rest = subtags.dropFirst().map { subtag in
      switch subtag.utf8.count {
      case 2: subtag.uppercased()
      case 4: subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
      default: subtag.lowercased()
      }
    }
    return ([shortest[primary] ?? primary] + rest).joined(separator: "-")
  }

  private static func isLanguage(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      && !["zxx", "mul", "mis"].contains(text)
  }

  private static func isSubtag(_ text: Substring) -> Bool {
    (2...8).contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
  }
}
