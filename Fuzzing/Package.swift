// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because all of it is built with libFuzzer's instruments: Support/fuzz.sh.
let names = [
  "Geoparsing", "IncidentExtraction", "IncidentModel", "Interchange", "SimpleFeatures", "Toponymy",
]

let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "incidentmap", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzReaders",
      dependencies: names.map { .product(name: $0, package: "incidentmap") },
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
  ],
  swiftLanguageModes: [.v6]
)
