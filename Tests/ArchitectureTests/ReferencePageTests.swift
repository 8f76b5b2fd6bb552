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
    for field in IncidentField.all {
      #expect(page.contains("`\(field.name)`"), "\(field.name)")
    }
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
      #expect(page.contains("`\(table)`"), "\(table)")
      #expect(!columns.isEmpty, "\(table)")
      for column in columns { #expect(page.contains("`\(column)`"), "\(table).\(column)") }
    }
  }

  @Test func `the store's page is of the version that the program writes`() throws {
    let page = try Checkout.text("Documentation/store.md")
    #expect(page.contains("describes **version \(GeoPackageSchema.version)**"))
    #expect(page.contains("\n- **\(GeoPackageSchema.version)** – "))
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
    for column in header.split(separator: ",") {
      #expect(page.contains("`\(column)`"), "\(column)")
    }
  }

  @Test func `the lexicons' page describes every section, field and class of words`() throws {
    let page = try Checkout.text("Data/lexicon/README.md")
    #expect(Lexicon.sectionNames.count > 30)
    for name in Lexicon.sectionNames {
      let isDescribed = page.contains("`\(name)`") || page.contains("`[\(name) ")
      #expect(isDescribed, "[\(name)]")
    }
    for slot in LexicalPattern.Slot.allCases {
      #expect(page.contains("`{\(slot.rawValue)}`"), "\(slot.rawValue)")
    }
    let counts = ["event_type", "date", "location", "site", "actor1", "actor2"]
    for field in ClaimField.allCases where !counts.contains(field.rawValue) {
      #expect(page.contains("`\(field.rawValue)`"), "\(field.rawValue)")
    }
  }

  @Test func `the front page and the reference name every command`() throws {
    let front = try Checkout.text("README.md")
    let reference = try Checkout.text("Documentation/command-line.md")
    let commands = try Self.commands()
    #expect(commands.count >= 9)
    for command in commands {
      #expect(front.contains("`\(command)`") || front.contains("incidentmap \(command) "))
      #expect(reference.contains("\n## \(command)\n"), "\(command)")
    }
  }

  @Test func `the front page names every language that is read`() throws {
    let front = try Checkout.text("README.md")
    let names = try Checkout.files(under: "Data/lexicon")
      .filter { $0.hasSuffix(".lexicon") && $0 != "und.lexicon" }
    #expect(names.count >= 8)
    for name in names {
      #expect(front.contains("`\(name.dropLast(".lexicon".count))`"), "\(name)")
    }
  }

  @Test func `column names are read from declarations`() {
    let sql = "report INTEGER REFERENCES reports (id), \"end\" INTEGER,\n  at TEXT"
    #expect(Self.names(inDeclarations: sql) == ["report", "end", "at"])
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
      .filter { $0.hasSuffix("Command.swift") }
      .flatMap { path in
        try Checkout.text(path).split(separator: "\n").compactMap { line in
          let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
          return parts.count == 3 && parts[0].hasSuffix("commandName: ") ? String(parts[1]) : nil
        }
      }
  }
}
