internal import ArgumentParser

/// The forms in which a command prints incidents.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, csv, geojson
}
