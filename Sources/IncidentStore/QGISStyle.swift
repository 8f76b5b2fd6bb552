internal import GRDB
internal import IncidentModel

/// How QGIS shows the incidents on opening: a symbol a class, labels, a clock, and titles of fields.
///
/// Incidents at one place stand around it; all their labels have the same spot, so one is drawn. A
/// symbol is hollow where the place is known no better than by its municipality.
///
/// QGIS reads its own QML from `layer_styles`; a style of the OGC's kind alone it ignores.
enum QGISStyle {
  /// Makes the table as QGIS makes it, registered like any other, with the style of `incidents`.
  static func insert(into db: Database, at now: Instant) throws {
    try db.execute(
      sql: """
        CREATE TABLE layer_styles (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
          f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
          styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
          description TEXT, owner TEXT(30), ui TEXT(30),
          update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
        """)
    try AttributesTable.register(
      "layer_styles", summary: "How QGIS draws the layers", in: db, at: now)
    try db.execute(
      sql: """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
          f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,
          update_time) VALUES ('', '', 'incidents', 'geom', 'incidents', ?, '', 1, ?, '', ?)
        """,
      arguments: [qml, "Incidents by class, with a clock", now.description])
  }

  /// The style of the incidents.
  static var qml: String {
    let types = EventType.allCases.enumerated()
    let categories = types.map { index, type in
      let name = escaped(type.rawValue)
      return "<category value=\"\(name)\" label=\"\(name)\" symbol=\"\(index)\" render=\"true\"/>"
    }
    let other = EventType.allCases.count
    let symbols = types.map { index, type in symbol(index, type.symbol) }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields|Temporal">
      <temporal enabled="1" mode="1" startField="occurred_at" endField="" fixedDuration="1" \
      durationUnit="d" accumulate="0" limitMode="0"><fixedRange><start/><end/></fixedRange></temporal>
      <renderer-v2 type="pointDisplacement" placement="1" tolerance="3" toleranceUnit="MM" \
      circleWidth="0.2" circleColor="150,150,150,255" circleRadiusAddition="0" \
      labelAttributeName="">
      <renderer-v2 type="categorizedSymbol" attr="event_type">
      <categories>
      \(categories.joined(separator: "\n"))
      <category value="" label="Other" symbol="\(other)" render="true"/>
      </categories>
      <symbols>
      \(symbols.joined(separator: "\n"))
      \(symbol(other, EventSymbol(.circle, color: 0x999999)))
      </symbols>
      </renderer-v2>
      \(center)
      </renderer-v2>
      <labeling type="simple"><settings calloutType="simple">
      <text-style fieldName="location" fontSize="9" fontSizeUnit="Point" textColor="40,40,40,255">
      <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" \
      bufferColor="255,255,255,255"/></text-style>
      <placement placement="1" quadOffset="7" xOffset="0" yOffset="3" offsetUnits="MM"/>
      <rendering displayAll="0" obstacle="0"/>
      \(properties("dd_properties", [property("OffsetXY", labelOffset)]))
      </settings></labeling>
      <aliases>
      \(aliases.joined(separator: "\n"))
      </aliases>
      </qgis>
      """
  }

  /// Fields count from the key, which is the first; the geometry is none.
  private static var aliases: [String] {
    IncidentField.all.enumerated().map { index, field in
      "<alias field=\"\(field.name)\" index=\"\(index + 1)\" name=\"\(escaped(field.title))\"/>"
    }
  }

  private static func symbol(_ index: Int, _ symbol: EventSymbol) -> String {
    let color = components(of: symbol.color)
    let isVague = "&quot;where_precision&quot; &gt;= 3"
    let options = [
      ("name", symbol.shape.qgisName), ("color", "\(color),255"),
      ("outline_color", "255,255,255,255"), ("outline_width", "0.3"),
      ("size", symbol.shape == .circle || symbol.shape == .square ? "3.6" : "4.4"),
      ("size_unit", "MM"),
    ]
    let lines = options.map { "<Option name=\"\($0)\" value=\"\($1)\" type=\"QString\"/>" }
    let byPrecision = [
      property("fillColor", "if(\(isVague), '255,255,255,0', '\(color),255')"),
      property("outlineColor", "if(\(isVague), '\(color),255', '255,255,255,255')"),
      property("outlineWidth", "if(\(isVague), 0.7, 0.3)"),
    ]
    return """
      <symbol name="\(index)" type="marker" alpha="1"><layer class="SimpleMarker" enabled="1">\
      <Option type="Map">\(lines.joined())</Option>\
      \(properties("data_defined_properties", byPrecision))\
      </layer></symbol>
      """
  }

  /// Below the rings, which hold 3 and 10 symbols and are so far out, in millimetres.
  private static let labelOffset = """
    with_variable('n', count(1, geom_to_wkt($geometry)), \
    '0,' || if(@n = 1, 3, if(@n &lt;= 3, 6.5, if(@n &lt;= 13, 12.5, 19))))
    """

  private static func properties(_ element: String, _ properties: [String]) -> String {
    """
    <\(element)><Option type="Map"><Option name="name" value="" type="QString"/>\
    <Option name="properties" type="Map">\(properties.joined())</Option>\
    <Option name="type" value="collection" type="QString"/></Option></\(element)>
    """
  }

  /// A property that follows from each incident: `3` is QGIS's number for an expression.
  private static func property(_ name: String, _ expression: String) -> String {
    """
    <Option name="\(name)" type="Map"><Option name="active" value="true" type="bool"/>\
    <Option name="expression" value="\(expression)" type="QString"/>\
    <Option name="type" value="3" type="int"/></Option>
    """
  }

  /// What stands where several incidents lie on each other, among them: a grey dot.
  private static let center = """
    <symbol name="centerSymbol" type="marker" alpha="1"><layer class="SimpleMarker" enabled="1">\
    <Option type="Map"><Option name="name" value="circle" type="QString"/>\
    <Option name="color" value="150,150,150,255" type="QString"/>\
    <Option name="outline_style" value="no" type="QString"/>\
    <Option name="size" value="1" type="QString"/><Option name="size_unit" value="MM" \
    type="QString"/></Option></layer></symbol>
    """

  private static func components(of color: UInt32) -> String {
    [color >> 16, color >> 8, color].map { String($0 & 255) }.joined(separator: ",")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

extension EventSymbol.Shape {
  /// What QGIS calls the shape.
  fileprivate var qgisName: String {
    switch self {
    case .circle, .square, .diamond, .triangle, .star, .pentagon, .hexagon: rawValue
    case .cross: "cross_fill"
    }
  }
}
