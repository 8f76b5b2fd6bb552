internal import IncidentModel
internal import Interchange

/// Row 28: reads the features of a GeoJSON file as incidents, one after the other.
enum ReadFeatures {
  static func run(path: String) throws -> Measured {
    let (seconds, ids) = try Measured.cpu {
      var reader = try IncidentFileReader.open(path: path)
      var ids: [String] = []
      while let row = try reader.next() {
        if let incident = row.incident { ids.append(incident.id) }
      }
      return ids
    }
    var checksum = Checksum()
    for id in ids { checksum.add(id + ";") }
    return Measured(seconds: seconds, amount: ids.count, answer: checksum.text)
  }
}
