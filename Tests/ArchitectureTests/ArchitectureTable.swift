/// The table of ARCHITECTURE.md: what each target may import.
struct ArchitectureTable {
  /// What any target may import, as the section says before its table.
  static let shared: Set<String> = [
    "SimpleFeatures", "Foundation", "FoundationEssentials", "Synchronization", "Collections",
    "Logging",
  ]
  /// Modules of the system, which no package declares.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]

  /// The row's names by target.
  let rows: [String: Set<String>]

  init(page: String) {
    var rows: [String: Set<String>] = [:]
    var isInSection = false
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## ") { isInSection = line == "## Targets and the arrows between them" }
      let cells = line.split(separator: "|")
      guard isInSection, cells.count == 3, let target = Self.names(in: cells[0]).first
      else { continue }
      rows[target] = Set(Self.names(in: cells[2]))
    }
    self.rows = rows
  }

  /// The names between backticks.
  private static func names(in cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
