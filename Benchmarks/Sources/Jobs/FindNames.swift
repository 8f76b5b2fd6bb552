internal import Foundation
internal import Toponymy

/// Rows 14 to 16: finds all names in reports, one report at a time.
enum FindNames {
  /// - Parameters:
  ///   - index: The gazetteer.
  ///   - reports: Texts, a zero byte after each.
  ///   - longest: Where the names chosen are written for the comparison, the leftmost and longest
  ///     where they overlap, by their bytes in the report; nothing is measured then.
  /// - Returns: What it took.
  /// - Throws: Where a file cannot be read or written.
  static func run(index: String, reports: String, longest: String?) throws -> Measured {
    let gazetteer = Gazetteer([try GazetteerIndex(path: index)])
    let data = [UInt8](try Data(contentsOf: URL(filePath: reports)))
    let texts = data.split(separator: 0).map { Array($0) }
    if let longest {
      try choose(gazetteer, texts, to: longest)
      return Measured(seconds: 0, amount: 0, answer: "")
    }
    let (seconds, count) = Measured.cpu {
      texts.reduce(0) { $0 + gazetteer.spans(in: FoldedText($1)).count }
    }
    return Measured(seconds: seconds, amount: data.count, answer: "\(count) names")
  }

  private static func choose(_ gazetteer: Gazetteer, _ texts: [[UInt8]], to path: String) throws {
    var lines = ""
    for (number, text) in texts.enumerated() {
      let folded = FoldedText(text)
      var end = 0
      for span in gazetteer.spans(in: folded) where span.words.lowerBound >= end {
        end = span.words.upperBound
        let start = folded.words[span.words.lowerBound].range.lowerBound
        lines += "\(number) \(start) \(folded.words[end - 1].range.upperBound)\n"
      }
    }
    try Data(lines.utf8).write(to: URL(filePath: path))
  }
}
