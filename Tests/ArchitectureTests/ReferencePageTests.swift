import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import Geoparsing
@testable import IncidentStore

/// The pages that describe the project's own formats, held to the code that reads and writes them.
@Suite("Reference pages")
struct ReferencePageTests {
  @Test func `the store's page describes every column of the incidents`() throws {
    let page = try Checkout.text("Documentation/store.md")
    #expect(IncidentField.all.count > 40)
    #expect(Self.names(IncidentField.all.map(\.name), missingFrom: page) == [])
  }

  @Test func `the store's page describes every other table with its columns`() throws {
    let page = try Checkout.text("Documentation/store.md")
    let tables =
      AttributesTable.all.map { ($0.name, Self.names(inDeclarations: $0.columns)) }
      + FeatureTable.all.map { table in
        (table.name, table.columns.flatMap { Self.names(inDeclarations: $0) })
      }
    #expect(tables.count > 10)
    for (table, columns) in tables {
      #expect(!columns.isEmpty, "\(table)")
      #expect(Self.names([table] + columns, missingFrom: page) == [], "\(table)")
    }
  }

  @Test func `the store's page is of the version that the program writes`() throws {
    let page = try Checkout.text("Documentation/store.md")
    let isDescribed = page.contains("describes **version \(GeoPackageSchema.version)**")
    let isInHistory = page.contains("\n- **\(GeoPackageSchema.version)** – ")
    #expect(isDescribed && isInHistory)
  }

  @Test func `the gazetteer's page gives every kind with its radius`() throws {
    let page = try Checkout.text("Documentation/gazetteer.md")
    for kind in PlaceKind.allCases {
      let radius = kind.defaultUncertainty.value
      let text = radius < 1000 ? "\(Int(radius)) m" : "\(Int(radius / 1000)) km"
      let isGiven = page.split(separator: "\n").contains { row in
        row.hasPrefix("| `\(kind.rawValue)` |") && row.hasSuffix("| \(text) |")
      }
      #expect(isGiven, "\(kind.rawValue): \(text)")
    }
  }

  @Test func `the gazetteer's page names every column of the shipped files`() throws {
    let page = try Checkout.text("Documentation/gazetteer.md")
    let header = try #require(
      try Checkout.text("Data/gazetteer.csv").split(separator: "\n").first)
    #expect(
      Self.names(header.split(separator: ",").map(String.init), missingFrom: page) == [])
  }

  @Test func `the lexicons' page describes every section, field and class of words`() throws {
    let page = try Checkout.text("Data/lexicon/README.md")
    #expect(LexiconReader.sectionNames.count > 30)
    for name in LexiconReader.sectionNames {
      let isDescribed = page.contains("`\(name)`") || page.contains("`[\(name) ")
      #expect(isDescribed, "[\(name)]")
    }
    let slots = LexicalPattern.Slot.allCases.map { "{\($0.rawValue)}" }
    let others: Set<ClaimField> = [.eventType, .date, .location, .site, .actor1, .actor2]
    let counts = ClaimField.allCases.filter { !others.contains($0) }.map(\.rawValue)
    #expect(Self.names(slots + counts, missingFrom: page) == [])
  }

  @Test func `the front page and the reference name every command`() throws {
    let front = try Checkout.text("README.md")
    let reference = try Checkout.text("Documentation/command-line.md")
    let commands = try Self.commands()
    #expect(commands.count >= 9)
    #expect(commands.contains("gazetteer import"))
    for command in commands {
      let isOnFront = front.contains("`\(command)`") || front.contains("incidentmap \(command) ")
      let isInReference = reference.contains("\n## \(command)\n")
      #expect(isOnFront && isInReference, "\(command)")
    }
  }

  @Test func `the front page names every language that is read`() throws {
    let front = try Checkout.text("README.md")
    let names = try Checkout.files(under: "Data/lexicon")
      .filter { $0.hasSuffix(".lexicon") && $0 != "und.lexicon" }
    #expect(names.count >= 8)
    let tags = names.map { String($0.dropLast(".lexicon".count)) }
    #expect(Self.names(tags, missingFrom: front) == [])
  }

  @Test func `column names are read from declarations`() {
    let sql = "report INTEGER REFERENCES reports (id), \"end\" INTEGER,\n  at TEXT"
    #expect(Self.names(inDeclarations: sql) == ["report", "end", "at"])
  }

  /// The names that a page does not set as code.
  private static func names(_ names: [String], missingFrom page: String) -> [String] {
    names.filter { !page.contains("`\($0)`") }
  }

  /// The names of the columns that SQL declares.
  private static func names(inDeclarations sql: String) -> [String] {
    sql.split(separator: ",").compactMap { declaration in
      declaration.split { " \n\"".contains($0) }.first.map(String.init)
    }
  }

  /// The names of the subcommands, from the sources that declare them.
  private static func commands() throws -> [String] {
    try Checkout.swiftFiles(under: "Sources/incidentmap")
      .filter { $0.hasSuffix("Command.swift") || $0.hasSuffix("Commands.swift") }
      .flatMap { path in
        try Checkout.text(path).split(separator: "\n").compactMap { line in
          let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
          guard parts.count == 3, parts[0].hasSuffix("commandName: ") else { return nil }
          let name = String(parts[1])
          let groups = ["/Gazetteer": "gazetteer", "/Review": "review"]
          let group = groups.first { path.contains($0.key) }?.value
          return group.map { $0 == name ? name : "\($0) \(name)" } ?? name
        }
      }
  }
}
