public import IncidentModel
package import SimpleFeatures
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
    package var mention: Mention
    package let words: Range<Int>
    /// Whether the text only says that it was near.
    package let isNear: Bool
    /// Whether a word beside it says that something is there: "in Akola", not "Akola".
    package let isSigned: Bool
    /// The words of its area, or of the name.
    package var span: Range<Int>
    /// Whether it only helps to tell the area of the mention before it: "between X and Y".
    package var isPartOfArea = false
  }

  /// The mentions of places in a text that is already cut.
  ///
  /// - Parameters:
  ///   - structure: The text.
  ///   - lexicon: The lexicon of its language.
  ///   - country: The country that it was published in, where that is known.
  /// - Returns: As above, with the words of each.
  package func mentions(
    in structure: TextStructure, lexicon: Lexicon, publishedIn country: String? = nil
  ) -> [LocatedMention] {
    let names = MentionRecognizer(gazetteer: gazetteer, lexicon: lexicon, structure: structure)
      .names()
    let roles = RoleClassifier(
      gazetteer: gazetteer, lexicon: lexicon, structure: structure, names: names
    ).classifications()
    let resolutions = PlaceResolver(
      gazetteer: gazetteer, structure: structure, names: names, roles: roles,
      publishedIn: country
    ).resolutions()
    let mentions = names.indices.map { index in
      let name = names[index]
      return LocatedMention(
        mention: Mention(
          range: structure.byteRange(name.words), surface: name.surface, role: roles[index].role,
          roleReason: roles[index].reason, resolution: resolutions[index]),
        words: name.words, isNear: roles[index].isNear, isSigned: roles[index].isSigned,
        span: name.words)
    }
    return VaguePlaceReader(gazetteer: gazetteer, lexicon: lexicon, structure: structure)
      .read(mentions)
  }
}

extension Geoparser.LocatedMention {
  /// What kind of place it stands for, a vague area being a region; `nil` where it is unresolved.
  package var kind: PlaceKind? {
    isShifted ? mention.area?.place?.kind ?? .region : mention.resolution.place?.kind
  }

  /// The radius that holds what is meant; `nil` where it is unresolved.
  package var extent: Meters? {
    mention.area?.uncertainty ?? mention.resolution.place?.uncertainty
  }

  /// Whether it stands for another area than its name does.
  package var isShifted: Bool {
    mention.area.map { !$0.bearsPlaceName } ?? false
  }

  /// What tells the places of a report apart: a place's identifier, or an area's label.
  package var placeKey: String? {
    isShifted ? mention.area?.label : mention.resolution.place?.id.text
  }

  /// The key of the country or region that its area is a part of; `nil` where it is none.
  package var wholeKey: String? {
    guard isShifted, let area = mention.area, area.anchors.count == 1,
      let whole = area.anchors.first, whole.kind.isArea
    else { return nil }
    return whole.id.text
  }
}
