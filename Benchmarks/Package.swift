// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring never slows the tests; built for release only.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What the jobs call.
let measured = [
  "Geodesy", "IncidentModel", "Interchange", "SimpleFeatures", "Topology", "Toponymy",
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "incidentmap", path: "..")],
  targets: [
    .executableTarget(name: "Generate", swiftSettings: strict),
    .executableTarget(
      name: "Jobs",
      dependencies: measured.map { .product(name: $0, package: "incidentmap") },
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
