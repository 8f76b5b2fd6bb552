/// Why an index file cannot be used or made.
public enum IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system does not give it.
  case unreadable(path: String, reason: String)
  /// It is no index, or was cut off or damaged.
  case notAnIndex(path: String, reason: String)
  /// A newer version of the program wrote it.
  case newerVersion(path: String, version: Int)
  /// It could not be written, or a temporary file beside it.
  case unwritable(path: String, reason: String)

  /// What happened, where, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .notAnIndex(let path, let reason):
      "\(path) is no gazetteer index that can be used: \(reason); make it anew with "
        + "incidentmap gazetteer build or import"
    case .newerVersion(let path, let version):
      "\(path) is a gazetteer index of version \(version), and this program knows versions up to "
        + "\(IndexLayout.version); use a newer incidentmap, or make the index anew"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }
}
