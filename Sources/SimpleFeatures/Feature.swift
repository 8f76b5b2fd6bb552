/// A geometry with named values: a row of a map layer.
public struct Feature: Hashable, Sendable {
  /// Where the feature lies; `nil` where it has no place.
  public var geometry: Geometry?
  /// Its values by name.
  public var properties: [String: PropertyValue]

  /// Makes a feature from a geometry and its values.
  public init(geometry: Geometry?, properties: [String: PropertyValue] = [:]) {
    self.geometry = geometry
    self.properties = properties
  }

  /// A property as text, or `nil` where it is missing or of another kind.
  public func text(_ name: String) -> String? {
    if case .text(let value) = properties[name] { value } else { nil }
  }
}

/// A flat value of a feature.
public enum PropertyValue: Hashable, Sendable {
  /// No value.
  case null
  /// A text.
  case text(String)
  /// A finite number.
  case number(Double)
  /// A truth value.
  case boolean(Bool)
}

/// Features of one kind, under one name.
public struct Layer: Hashable, Sendable {
  /// The layer's name, such as `municipalities`.
  public var name: String
  /// Its features, in the order in which they are drawn.
  public var features: [Feature]

  /// Makes a layer from its features.
  public init(name: String, features: [Feature]) {
    self.name = name
    self.features = features
  }
}
