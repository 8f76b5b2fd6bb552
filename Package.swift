// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

/// The libraries, in the order of the data's way: what each may import stands in ARCHITECTURE.md.
let libraries: [(name: String, dependencies: [Target.Dependency])] = [
  ("SimpleFeatures", []),
  ("SharedLibrary", []),
  ("Geodesy", ["SimpleFeatures", "SharedLibrary", "CPROJ"]),
  ("Topology", ["SimpleFeatures", "SharedLibrary", "CGEOS"]),
  ("Toponymy", ["SimpleFeatures"]),
  ("IncidentModel", ["SimpleFeatures", "Toponymy", crypto]),
  ("Geoparsing", ["SimpleFeatures", "IncidentModel", "Toponymy", "Geodesy"]),
  (
    "IncidentExtraction",
    ["SimpleFeatures", "IncidentModel", "Toponymy", "Geoparsing", "Geodesy"]
  ),
  (
    "IncidentStore",
    ["SimpleFeatures", "IncidentModel", "Toponymy", "Geodesy", "Topology", grdb, sqlite]
  ),
  ("Markup", []),
  ("Interchange", ["SimpleFeatures", "IncidentModel", "Toponymy", "Markup"]),
  ("Cartography", ["SimpleFeatures", "IncidentModel", "Toponymy", "Geodesy", "Topology"]),
]

let package = Package(
  name: "incidentmap",
  products: [.executable(name: "incidentmap", targets: ["incidentmap"])]
    + libraries.map { .library(name: $0.name, targets: [$0.name]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // Headers only, without pkg-config and its flags for linking: SharedLibrary opens the libraries.
    .systemLibrary(name: "CPROJ", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(name: "CGEOS", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    // The program sees pages, feeds and shared libraries through other targets only.
    .executableTarget(
      name: "incidentmap",
      dependencies: libraries.map(\.name).filter { !["Markup", "SharedLibrary"].contains($0) }
        .map { .byName(name: $0) } + [argumentParser],
      swiftSettings: strict),
  ]
    + libraries.map {
      .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: strict)
    }
    + libraries.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: [.byName(name: $0.name), "NamedSeeds"]
          + $0.dependencies.filter { $0.isOurs },
        swiftSettings: strict)
    }
    + [
      .target(name: "NamedSeeds", path: "Tests/NamedSeeds", swiftSettings: strict),
      .testTarget(
        name: "ArchitectureTests",
        dependencies: [
          "Geoparsing", "IncidentModel", "IncidentStore", "SimpleFeatures", "Toponymy", subprocess,
        ],
        swiftSettings: strict),
      // The shipped data are held together by what reads, checks and draws them.
      .testTarget(
        name: "BasemapTests",
        dependencies: ["Cartography", "Interchange", "SimpleFeatures", "Topology"],
        swiftSettings: strict),
      .testTarget(
        name: "CommandLineTests", dependencies: ["incidentmap", subprocess],
        swiftSettings: strict),
      .testTarget(
        name: "BrowserTests", dependencies: ["incidentmap", subprocess], swiftSettings: strict),
    ],
  swiftLanguageModes: [.v6]
)

extension Target.Dependency {
  /// Whether this names a Swift target of this package.
  var isOurs: Bool {
    if case .byNameItem(let name, _) = self {
      libraries.contains { $0.name == name }
    } else {
      false
    }
  }
}
