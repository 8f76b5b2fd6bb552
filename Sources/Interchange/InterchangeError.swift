/// Why a file could not be read or written: what happened, where, and what to do.
public enum InterchangeError: Error, Hashable {
  /// There is no such file.
  case missing(path: String)
  /// The file is there and cannot be read.
  case unreadable(path: String, reason: String)
  /// What is in the file is wrong, in each of these ways.
  case malformed(path: String, problems: [FileProblem])
  /// What would be overwritten is not of the kind that would be written.
  case wouldOverwrite(path: String, kind: String)
  /// The output cannot be made: no folder, no permission.
  case cannotCreate(path: String, reason: String)
  /// Writing failed on the way: full disk, failing device.
  case writeFailed(path: String, reason: String)
}

/// One thing that is wrong in a file, and where.
public struct FileProblem: Hashable, Sendable {
  /// The line, from 1, where it is known.
  public var line: Int?
  /// The column in Unicode scalars, from 1, where it is known.
  public var column: Int?
  /// What is wrong, without the file's own words.
  public var message: String

  /// Makes a problem from its place and what is wrong there.
  public init(line: Int? = nil, column: Int? = nil, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

extension FileProblem {
  /// `path:line:column: message`, as compilers write it.
  public func description(in path: String) -> String {
    let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
    return "\(path)\(place): \(message)"
  }
}

extension InterchangeError: CustomStringConvertible {
  /// One line for people; a file with several problems has the first and how many follow.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .malformed(let path, let problems):
      (problems.first?.description(in: path) ?? path)
        + (problems.count > 1 ? " (and \(problems.count - 1) more)" : "")
    case .wouldOverwrite(let path, let kind):
      "\(path): is there and is not \(kind); choose another name, or overwrite it with --force"
    case .cannotCreate(let path, let reason): "\(path): cannot be made: \(reason)"
    case .writeFailed(let path, let reason): "\(path): writing failed: \(reason)"
    }
  }
}
