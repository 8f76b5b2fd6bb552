internal import Foundation
internal import Toponymy

/// Makes the index that the look-ups are measured on.
enum MakeIndex {
  static func run(dump: String, index: String, edits: Int) throws -> Measured {
    _ = FileManager.default.createFile(atPath: index, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: index))
    let (seconds, count) = try Measured.cpu {
      var builder = try GazetteerBuilder(folder: NSTemporaryDirectory()) {
        try file.write(contentsOf: Data($0))
      }
      _ = try GazetteerImporter(format: .geonames).read(path: dump) { try builder.add($0) }
      _ = try builder.finish(tolerating: edits == 2 ? .twoEdits : .oneEdit)
      return builder.placeCount
    }
    return Measured(seconds: seconds, amount: count, answer: "\(count) places")
  }
}
