internal import IncidentModel
internal import Interchange

/// Row 28: reads the features of a GeoJSON file as incidents, one after the other.
enum ReadFeatures {
  static func run(path: String) throws -> Measured {
    var checksum = Checksum()
    let (seconds, count) = try Measured.cpu {
      var reader = try IncidentFileReader.open(path: path)
      var count = 0
      while let row = try reader.next() {
        guard let id = row.sourceID ?? row.incident?.id else { continue }
        checksum.add(id)
        checksum.add(";")
        count += 1
      }
      return count
    }
    return Measured(seconds: seconds, amount: count, answer: checksum.text)
  }
}
