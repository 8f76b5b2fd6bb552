internal import Foundation

// Runs one job and prints what it measured; run.py says with what.

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  let measured =
    switch (arguments.first, arguments.count) {
    case ("make-index", 4):
      try MakeIndex.run(
        dump: arguments[1], index: arguments[2], edits: Int(arguments[3]) ?? 1)
    case ("open", 2): try OpenIndex.run(index: arguments[1])
    case ("find", 3): try FindNames.run(index: arguments[1], reports: arguments[2], longest: nil)
    case ("find", 4):
      try FindNames.run(index: arguments[1], reports: arguments[2], longest: arguments[3])
    case ("look-up", 3): try LookUp.run(index: arguments[1], queries: arguments[2])
    case ("similar", 4):
      try LookUpInexactly.run(
        index: arguments[1], queries: arguments[2], edits: Int(arguments[3]) ?? 1)
    case ("within", 3): try FindWithin.run(positions: arguments[1], centers: arguments[2])
    case ("count", 3): try FindWithin.count(positions: arguments[1], centers: arguments[2])
    case ("nearest", 3): try FindNearest.run(positions: arguments[1], centers: arguments[2])
    case ("along", 3): try FindAlong.run(positions: arguments[1], line: arguments[2])
    case ("inside", 3): try FindInside.run(positions: arguments[1], polygons: arguments[2])
    case ("read-geojson", 2): try ReadFeatures.run(path: arguments[1])
    case ("inverse", 2): try MeasureGeodesics.run(positions: arguments[1])
    default: fatalError("no such job: \(arguments)")
    }
  measured.print()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
