internal import Foundation

// Makes the inputs of the measurements; the same seeds give the same bytes.
//
//   Generate names COUNT DUMP              a dump with COUNT different names
//   Generate world COUNT DUMP              a dump like that of the whole world
//   Generate reports MEGABYTES DUMP FILE   reports that name its places, a zero byte after each
//   Generate lines MEGABYTES DUMP FILE     the same as JSON Lines
//   Generate exact COUNT DUMP FILE         names to look up
//   Generate misspelt EDITS COUNT DUMP FILE
//   Generate incidents COUNT FILE          a spreadsheet of incidents
//   Generate geojson COUNT FILE            the same incidents as GeoJSON
//   Generate positions COUNT FILE          where they are, as pairs of doubles
//   Generate centres COUNT FILE            places and radii, for `near --batch`
//   Generate line VERTICES FILE            a line as GeoJSON
//   Generate polygons COUNT FILE           areas as GeoJSON

let arguments = CommandLine.arguments
guard arguments.count >= 4, let count = Int(arguments[2]) else {
  FileHandle.standardError.write(Data("see Sources/Generate/main.swift for the arguments\n".utf8))
  exit(64)
}
var output = try Output(path: arguments[arguments.count - 1])

/// The columns `name` and `asciiname` of a dump.
func names(_ path: String) throws -> (written: [[UInt8]], plain: [[UInt8]]) {
  var written: [[UInt8]] = []
  var plain: [[UInt8]] = []
  for line in [UInt8](try Data(contentsOf: URL(filePath: path))).split(separator: 0x0A) {
    let fields = line.split(separator: 0x09, maxSplits: 3, omittingEmptySubsequences: false)
    written.append(Array(fields[1]))
    plain.append(Array(fields[2]))
  }
  return (written, plain)
}

switch arguments[1] {
case "names": DumpMaker.names(count: count, output: &output)
case "world": DumpMaker.world(count: count, output: &output)
case "reports", "lines":
  var maker = ReportMaker(names: try names(arguments[3]).written)
  var written = 0
  var number = 0
  while written < count << 20 {
    let report = maker.report()
    written += report.count
    number += 1
    if arguments[1] == "reports" {
      output.write(report)
      output.write([0])
    } else {
      let text = String(decoding: report, as: UTF8.self)
        .replacingOccurrences(of: "\n", with: "\\n")
      output.write("{\"id\":\"r\(number)\",\"published\":\"2026-01-02T12:00:00Z\",")
      output.write("\"text\":\"\(text)\"}\n")
    }
  }
case "exact":
  let (written, plain) = try names(arguments[3])
  var maker = QueryMaker(names: written, plain: plain)
  for query in maker.exact(count) { output.write(query + [0x0A]) }
case "misspelt":
  guard arguments.count == 6, let queries = Int(arguments[3]) else { exit(64) }
  let (written, plain) = try names(arguments[4])
  var maker = QueryMaker(names: written, plain: plain)
  for query in maker.misspelt(queries, edits: count) { output.write(query + [0x0A]) }
case "incidents": IncidentMaker.table(count: count, output: &output)
case "geojson": IncidentMaker.features(count: count, output: &output)
case "positions": TownMaker.positions(count: count, output: &output)
case "centres": QuestionMaker.centres(count: count, output: &output)
case "line": QuestionMaker.line(vertices: count, output: &output)
case "polygons": QuestionMaker.polygons(count: count, output: &output)
default: exit(64)
}
output.flush()
