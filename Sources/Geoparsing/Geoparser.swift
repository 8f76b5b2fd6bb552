public import IncidentModel
public import Toponymy

/// Reads the places out of texts: names, their roles, and what they were resolved to.
public struct Geoparser: Sendable {
  /// The places known.
  public let gazetteer: Gazetteer
  /// What is known of each language.
  public let lexicons: Lexicons

  /// Makes a geoparser.
  public init(gazetteer: Gazetteer, lexicons: Lexicons) {
    self.gazetteer = gazetteer
    self.lexicons = lexicons
  }

  /// The mentions of places in a text, in its order, none overlapping.
  ///
  /// - Parameters:
  ///   - text: The text; offsets of the mentions are UTF-8 bytes of it.
  ///   - language: Its BCP 47 tag.
  /// - Returns: Every name found, those that are no places among them, each with its reasons.
  public func mentions(in text: String, language: String) -> [Mention] {
    let lexicon = lexicons.lexicon(for: language)
    let structure = TextStructure(Array(text.utf8), lexicon: lexicon)
    return mentions(in: structure, lexicon: lexicon).map(\.mention)
  }

  /// A mention with the words it stands in.
  package struct LocatedMention: Sendable {
    package let mention: Mention
    package let words: Range<Int>
    /// Whether the text only says that it was near.
    package let isNear: Bool
  }

  /// The mentions of places in a text that is already cut.
  package func mentions(in structure: TextStructure, lexicon: Lexicon) -> [LocatedMention] {
    let names = MentionRecognizer(gazetteer: gazetteer, lexicon: lexicon, structure: structure)
      .names()
    let roles = RoleClassifier(
      gazetteer: gazetteer, lexicon: lexicon, structure: structure, names: names
    ).classifications()
    let resolutions = PlaceResolver(
      gazetteer: gazetteer, structure: structure, names: names, roles: roles
    ).resolutions()
    return names.indices.map { index in
      let name = names[index]
      return LocatedMention(
        mention: Mention(
          range: structure.byteRange(name.words), surface: name.surface, role: roles[index].role,
          roleReason: roles[index].reason, resolution: resolutions[index]),
        words: name.words, isNear: roles[index].isNear)
    }
  }
}
