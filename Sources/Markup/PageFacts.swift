/// What a page says of itself outside its text, as it is written there.
struct PageFacts {
  /// `title`, without what markup it holds.
  private(set) var title: String?
  /// `lang` of the root element.
  private(set) var language: String?
  /// The address in `link rel="canonical"`.
  private(set) var canonical: String?
  /// `datetime` of the first `time` element, or of the one marked as the publication's.
  private(set) var time: String?
  /// The contents of `meta` elements by their name, property or `itemprop` in lower case.
  private(set) var metadata: [String: String] = [:]
  /// JSON-LD blocks, in order.
  private(set) var linkedData: [String] = []

  private var scriptIsLinkedData = false
  private var timeIsMarked = false

  mutating func takeTitle(_ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if title == nil, !text.isEmpty { title = text }
  }

  mutating func beginsScript(_ attributes: MarkupAttributes) {
    scriptIsLinkedData =
      attributes.text("type")?.lowercased().hasPrefix("application/ld+json") ?? false
  }

  mutating func takeScript(_ text: ArraySlice<UInt8>) {
    guard scriptIsLinkedData, linkedData.count < 32, text.count < 1 << 20 else { return }
    linkedData.append(String(decoding: text, as: UTF8.self))
  }

  mutating func take(_ element: String, _ attributes: MarkupAttributes) {
    let property = attributes.text("itemprop")?.lowercased()
    switch element {
    case "html":
      if language == nil { language = attributes.text("lang") ?? attributes.text("xml:lang") }
    case "link":
      if canonical == nil, attributes.text("rel")?.lowercased() == "canonical" {
        canonical = attributes.text("href")
      }
    case "time":
      let isMarked = attributes["pubdate"] != nil || property == "datepublished"
      if let moment = attributes.text("datetime"), time == nil || isMarked && !timeIsMarked {
        (time, timeIsMarked) = (moment, isMarked)
      }
    case "meta":
      guard let content = attributes.text("content") else { return }
      let names = [attributes.text("property"), attributes.text("name"), property]
      for name in names.compactMap({ $0?.lowercased() }) where metadata.count < 256 {
        if metadata[name] == nil { metadata[name] = content }
      }
    default:
      if property == "datepublished", let moment = attributes.text("content"), !timeIsMarked {
        (time, timeIsMarked) = (moment, true)
      }
    }
  }
}
