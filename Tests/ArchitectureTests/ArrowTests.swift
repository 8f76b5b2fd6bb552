import Testing

@Suite("Arrows between targets")
struct ArrowTests {
  let table: ArchitectureTable

  init() throws {
    table = ArchitectureTable(page: try Checkout.text("ARCHITECTURE.md"))
  }

  @Test func `the package declares the targets of the table and their arrows`() async throws {
    let package = try await DeclaredPackage.dump()
    #expect(package.sources.map(\.name).sorted() == table.rows.keys.sorted())
    for target in package.sources {
      let row = try #require(table.rows[target.name])
      let declared = Set(target.dependencies.map(\.name))
      #expect(
        declared.subtracting(ArchitectureTable.shared)
          == row.subtracting(ArchitectureTable.system),
        "\(target.name): Package.swift and ARCHITECTURE.md differ")
    }
  }

  @Test func `sources import what the table allows`() throws {
    var count = 0
    for path in try Checkout.swiftFiles(under: "Sources") {
      let target = String(path.split(separator: "/")[1])
      let row = try #require(table.rows[target], "\(target) is not in the table")
      let allowed = target == "SimpleFeatures" ? [] : row.union(ArchitectureTable.shared)
      for module in Self.imports(in: try Checkout.text(path)) {
        count += 1
        #expect(allowed.contains(module), "\(path) imports \(module)")
      }
    }
    #expect(count > 100, "the import lines are not recognised")
  }

  @Test func `every arrow is used`() throws {
    for (target, row) in table.rows where !target.hasPrefix("C") || target == "Cartography" {
      let imported = Set(
        try Checkout.swiftFiles(under: "Sources/\(target)").flatMap {
          Self.imports(in: try Checkout.text($0))
        })
      #expect(row.subtracting(imported).isEmpty, "\(target) may import what it does not")
    }
  }

  @Test(arguments: [
    ("CPROJ", "Geodesy"), ("CGEOS", "Topology"), ("GRDB", "IncidentStore"),
    ("ArgumentParser", "incidentmap"), ("Crypto", "IncidentModel"),
  ])
  func `what is not ours is wrapped in one target`(module: String, target: String) {
    #expect(table.rows.filter { $0.value.contains(module) }.map(\.key) == [target])
  }

  @Test func `import lines are recognised in every form`() {
    let source = """
      // import Commented
      internal import GRDB
      public import struct Toponymy.Place
        #if os(Linux)
          @preconcurrency import Glibc
      package import Geodesy  // for azimuths
      let important = "import Nothing"
      """
    #expect(Self.imports(in: source) == ["GRDB", "Toponymy", "Glibc", "Geodesy"])
  }

  /// The modules that a source file imports, in its order.
  static func imports(in source: String) -> [String] {
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    return source.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, modifiers.contains(word) || word.hasPrefix("@") {
        words.removeFirst()
      }
      guard words.popFirst() == "import" else { return nil }
      if let word = words.first, kinds.contains(word) { words.removeFirst() }
      return words.first?.split(separator: ".").first.map(String.init)
    }
  }
}
