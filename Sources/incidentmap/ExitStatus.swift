internal import ArgumentParser
internal import Cartography
internal import Foundation
internal import Geodesy
internal import Geoparsing
internal import IncidentStore
internal import Interchange
internal import Topology
internal import Toponymy

/// The exit statuses of the command line's contract, and the one an error leads to.
enum ExitStatus: Int32 {
  case nameNotFound = 1
  case usage = 64
  case badData = 65
  case inputMissing = 66
  case fault = 70
  case cannotCreateOutput = 73
  case inputOutput = 74
  case locked = 75

  var code: ExitCode { ExitCode(rawValue) }

  init(_ error: any Error) {
    switch error {
    case is GazetteerError, is LexiconError, is PlaceQueryError: self = .badData
    case is DataFolderError: self = .inputMissing
    case let error as IndexError: self = Self.status(of: error)
    case let error as GazetteerImportError: self = Self.status(of: error)
    case let error as StoreError: self = Self.status(of: error)
    case let error as InterchangeError: self = Self.status(of: error)
    case is ProjectionError, is TopologyError, is CartographyError: self = .badData
    default: self = .fault
    }
  }

  private static func status(of error: StoreError) -> ExitStatus {
    switch error {
    case .missing, .empty: .inputMissing
    case .notAStore, .newerVersion, .ambiguousIdentifier, .unusableGeometries, .unknownIncident,
      .undecidable,
      .noDecision, .unknownReport, .invalidPosition:
      .badData
    case .locked: .locked
    case .readOnly, .wouldOverwrite, .cannotCreate: .cannotCreateOutput
    case .full, .unreadable: .inputOutput
    case .fault: .fault
    }
  }

  private static func status(of error: IndexError) -> ExitStatus {
    switch error {
    case .unreadable: .inputMissing
    case .notAnIndex, .newerVersion: .badData
    case .unwritable: .inputOutput
    }
  }

  private static func status(of error: GazetteerImportError) -> ExitStatus {
    switch error {
    case .unreadable: .inputMissing
    case .wrongForm: .badData
    case .noTemporaryFile: .inputOutput
    }
  }

  private static func status(of error: InterchangeError) -> ExitStatus {
    switch error {
    case .missing: .inputMissing
    case .unreadable: .inputOutput
    case .malformed: .badData
    case .wouldOverwrite, .cannotCreate: .cannotCreateOutput
    case .writeFailed: .inputOutput
    }
  }
}

/// Runs a command's work; an error is printed to stderr and becomes the exit status it stands for.
func reportingErrors<Value>(_ work: () async throws -> Value) async throws -> Value {
  do {
    return try await work()
  } catch let error as ExitCode {
    throw error
  } catch let error as ValidationError {
    throw error
  } catch {
    Console.warn("\(error)")
    throw ExitStatus(error).code
  }
}
