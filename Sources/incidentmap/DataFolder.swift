internal import Foundation
internal import Geoparsing
internal import IncidentExtraction
internal import IncidentModel
internal import Toponymy

/// The folder of the gazetteers, lexicons and outlines.
struct DataFolder {
  let path: String

  /// Finds the folder.
  ///
  /// It is `$INCIDENTMAP_DATA`, else `share/incidentmap` beside the installed `bin`, else
  /// `Data` of the checkout that built the program. Never the current folder.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    let bin = URL(filePath: executable).deletingLastPathComponent()
    let installed = bin.deletingLastPathComponent().appending(path: "share/incidentmap").path(
      percentEncoded: false)
    var candidates = [environment["INCIDENTMAP_DATA"], installed].compactMap { $0 }
    var folder = bin
    while folder.pathComponents.count > 1 {
      if FileManager.default.fileExists(
        atPath: folder.appending(path: "Package.swift").path(percentEncoded: false))
      {
        candidates.append(folder.appending(path: "Data").path(percentEncoded: false))
        break
      }
      folder.deleteLastPathComponent()
    }
    guard let found = candidates.first(where: Self.holdsGazetteer) else {
      throw DataFolderError(
        description: "the folder of gazetteers is not found; looked for gazetteer.csv in "
          + "$INCIDENTMAP_DATA (\(environment["INCIDENTMAP_DATA"] ?? "not set")), \(installed), "
          + "and Data of the checkout that built the program; set INCIDENTMAP_DATA")
    }
    path = found
  }

  /// The lexicons of all languages.
  func lexicons() throws -> Lexicons {
    let folder = "\(path)/lexicon"
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw DataFolderError(description: "\(folder) is missing: no language can be read without it")
    }
    var names = files.filter { $0.hasSuffix(".lexicon") }.sorted()
    var common: Lexicon?
    func lexicon(_ name: String) throws -> Lexicon {
      try Lexicon(
        bytes("\(folder)/\(name)"), path: "\(folder)/\(name)",
        language: String(name.dropLast(".lexicon".count)), common: common)
    }
    if let shared = names.firstIndex(of: "und.lexicon") {
      common = try lexicon(names.remove(at: shared))
    }
    return Lexicons(try [common].compactMap { $0 } + names.map(lexicon))
  }

  /// The time zones of countries.
  func timeZones() throws -> TimeZones {
    TimeZones(try bytes("\(path)/timezones.csv"))
  }

  func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataFolderError(description: "\(path) cannot be read")
    }
    return Array(data)
  }

  private static func holdsGazetteer(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/gazetteer.csv")
  }
}

/// Why the data cannot be used: they are not where they should be.
struct DataFolderError: Error, CustomStringConvertible {
  let description: String
}
