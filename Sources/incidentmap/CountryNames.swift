internal import Geoparsing
internal import IncidentModel
internal import Synchronization
internal import Toponymy

/// The codes of countries by their names in any language, as the gazetteers know them.
final class CountryNames: Sendable {
  private let knowledge: KnowledgeOptions
  private let resolver = Mutex<NameResolver?>(nil)

  init(_ knowledge: KnowledgeOptions) { self.knowledge = knowledge }

  /// The ISO 3166-1 alpha-2 code of a country.
  ///
  /// What stands in brackets, such as a former name, is left aside. `nil` where no country is called so, or no gazetteer can be read.
  func code(_ name: String) -> String? {
    resolver.withLock { resolver in
      if resolver == nil {
        resolver = (try? DataFolder().gazetteer(own: knowledge.gazetteerPaths)).map {
          NameResolver(gazetteer: $0)
        }
      }
      let plain = name.prefix { $0 != "(" }.trimmingSuffix(while: \.isWhitespace)
      let hints = NameResolver.Hints(kind: .country)
      return resolver?.resolve(String(plain), hints: hints).place?.country
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
