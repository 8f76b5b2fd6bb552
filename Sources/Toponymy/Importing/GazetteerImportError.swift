/// Why a gazetteer could not be read at all; single rows that are broken are ``ImportFaults``.
public enum GazetteerImportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing is at the path, or it cannot be read.
  case unreadable(path: String, reason: String)
  /// The file is no gazetteer of the form it was given as.
  case wrongForm(path: String, reason: String)
  /// The folder for temporary files holds none.
  case noTemporaryFile(folder: String, reason: String)

  /// What happened, where, and what to do, on one line.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .wrongForm(let path, let reason): "\(path): \(reason)"
    case .noTemporaryFile(let folder, let reason):
      "\(folder): cannot hold temporary files: \(reason)"
    }
  }
}
