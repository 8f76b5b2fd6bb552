/// The colours of a map.
public enum MapTheme: String, Hashable, Sendable, CaseIterable {
  /// Soft colours on white paper.
  case light
  /// For dark screens.
  case dark
  /// Hardly any colour in the ground, for paper and photocopies.
  case print
}

/// The colours of a theme as CSS has them, `#rrggbb`.
struct MapColors: Hashable, Sendable {
  var paper: String
  var sea: String
  var land: String
  var focus: String
  var tint: String
  var water: String
  var waterLine: String
  var municipality: String
  var border: String
  var graticule: String
  var frame: String
  var ink: String
  var softInk: String
  var faintInk: String
  var waterInk: String
  var halo: String
  var panel: String
  var outline: String
}

extension MapTheme {
  var colors: MapColors {
    switch self {
    case .light:
      MapColors(
        paper: "#ffffff", sea: "#d5e4ee", land: "#efece5", focus: "#fbf9f4", tint: "#f6ead2",
        water: "#c5dae8", waterLine: "#8fb4cd", municipality: "#cfc7b8", border: "#857b6d",
        graticule: "#9aa7b0", frame: "#5d6670", ink: "#1f2730", softInk: "#525c67",
        faintInk: "#5f5a4e", waterInk: "#2f5f80", halo: "#fdfcf9", panel: "#ffffff",
        outline: "#ffffff")
    case .dark:
      MapColors(
        paper: "#14181d", sea: "#17222c", land: "#23282e", focus: "#2d333a", tint: "#3b3a33",
        water: "#1b3447", waterLine: "#3f6f8f", municipality: "#444c55", border: "#9a9484",
        graticule: "#5d6b77", frame: "#7c8893", ink: "#f0f2f4", softInk: "#b4bcc4",
        faintInk: "#a0a7ae", waterInk: "#7fb2d3", halo: "#20252b", panel: "#1a1f25",
        outline: "#14181d")
    case .print:
      MapColors(
        paper: "#ffffff", sea: "#eef2f5", land: "#f5f5f5", focus: "#ffffff", tint: "#e9e9e9",
        water: "#e3eaef", waterLine: "#93a5b1", municipality: "#c4c4c4", border: "#6b6b6b",
        graticule: "#b5b5b5", frame: "#333333", ink: "#000000", softInk: "#3c3c3c",
        faintInk: "#606060", waterInk: "#46606f", halo: "#ffffff", panel: "#ffffff",
        outline: "#ffffff")
    }
  }
}
