internal import Toponymy

/// Opens an index, without what starting a program costs.
enum OpenIndex {
  static func run(index: String) throws -> Measured {
    let (seconds, count) = try Measured.cpu { try GazetteerIndex(path: index).nameCount }
    return Measured(seconds: seconds, amount: 1, answer: "\(count) names")
  }
}
