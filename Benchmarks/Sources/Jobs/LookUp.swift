internal import Toponymy

/// Row 17: exact look-ups, folding included.
enum LookUp {
  static func run(index: String, queries: String) throws -> Measured {
    let index = try GazetteerIndex(path: index)
    let queries = try lines(queries)
    let (seconds, found) = Measured.cpu { queries.map { index.placeNumbers(named: $0) } }
    var checksum = Checksum()
    for numbers in found { checksum.add(numbers.map { "\($0) " }.joined() + ";") }
    return Measured(seconds: seconds, amount: queries.count, answer: checksum.text)
  }
}
