internal import Toponymy

/// Rows 18 and 19: look-ups with up to one edit, or two.
enum LookUpInexactly {
  static func run(index: String, queries: String, edits: Int) throws -> Measured {
    let index = try GazetteerIndex(path: index)
    let queries = try lines(queries)
    let (seconds, found) = Measured.cpu { queries.map { index.similarKeys(to: $0, edits: edits) } }
    var checksum = Checksum()
    for keys in found {
      let lines = keys.map { "\($0.distance) \($0.key)" }.sorted()
      checksum.add(lines.joined(separator: ",") + ";")
    }
    return Measured(seconds: seconds, amount: queries.count, answer: checksum.text)
  }
}
