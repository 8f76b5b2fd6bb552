import Foundation
import Subprocess

/// What `swift package dump-package` says about this package.
struct DeclaredPackage: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]
  }

  /// A dependency by name, on a target or on a package's product.
  struct Dependency: Decodable {
    let name: String

    /// `{"byName": ["Geodesy", null]}` or `{"product": ["GRDB", "GRDB.swift", null, null]}`.
    init(from decoder: any Decoder) throws {
      let forms = try decoder.singleValueContainer().decode([String: [Part?]].self)
      guard case .name(let name)?? = forms.values.first?.first else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "a dependency has no name"))
      }
      self.name = name
    }

    private enum Part: Decodable {
      case name(String)
      case condition

      init(from decoder: any Decoder) throws {
        self =
          if let name = try? decoder.singleValueContainer().decode(String.self) {
            .name(name)
          } else {
            .condition
          }
      }
    }
  }

  var targets: [Target]

  /// The targets of the program: neither tests nor what tests share.
  var sources: [Target] {
    targets.filter { $0.type != "test" && !($0.path?.hasPrefix("Tests/") ?? false) }
  }

  /// Asks SwiftPM, in a scratch folder of its own: the package's is locked while tests run.
  static func dump() async throws -> DeclaredPackage {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "incidentmap-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let result = try await run(
      .name("swift"),
      arguments: [
        "package", "dump-package", "--package-path", Checkout.root.path(), "--scratch-path",
        scratch.path(),
      ],
      output: .bytes(limit: 1 << 24), error: .discarded)
    return try JSONDecoder().decode(DeclaredPackage.self, from: Data(result.standardOutput))
  }
}
