internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Reads place arguments; loads only what it takes to understand them, and that once.
final class PlaceReader {
  private let knowledge: KnowledgeOptions
  private lazy var folder = Result { try DataFolder() }
  private lazy var gazetteer = Result { try folder.get().gazetteer(own: knowledge.gazetteerPaths) }
  private lazy var lexicons = Result { try folder.get().lexicons() }
  private var known: [String: PlaceQuery] = [:]

  init(_ knowledge: KnowledgeOptions) { self.knowledge = knowledge }

  /// The place that an argument names.
  ///
  /// - Throws: `PlaceQueryError` where it is unknown or ambiguous; errors of files.
  func place(_ text: String, for wish: PlaceQuery.Wish) throws -> PlaceQuery {
    if let position = try PlaceQuery(position: text) { return position }
    if let query = known[text] { return query }
    let query = try PlaceQuery(text, for: wish, resolver: try resolver(for: text))
    known[text] = query
    return query
  }

  /// What a gazetteer itself knows needs no words of any language, which take longer to load than all else.
  private func resolver(for text: String) throws -> NameResolver {
    let plain = NameResolver(gazetteer: try gazetteer.get())
    if plain.resolve(text).place != nil { return plain }
    return NameResolver(gazetteer: try gazetteer.get(), lexicons: try lexicons.get())
  }
}
