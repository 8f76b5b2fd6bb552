/// The folded forms under which a name is found: as it is folded, then as careless or foreign writers
/// spell it.
enum SpellingForms {
  /// The forms of a name, the plain one first, no form twice.
  static func forms(of name: Toponym) -> [FoldedText] {
    let bytes = Array(name.text.utf8)
    var forms = [FoldedText(bytes)]
    func add(_ form: FoldedText) {
      let hashes = form.words.map(\.hash)
      if !forms.contains(where: { $0.words.map(\.hash) == hashes }) { forms.append(form) }
    }
    if bytes.contains(where: { $0 >= 0x80 }) {
      add(FoldedText(bytes, table: .bare))
      add(FoldedText(bytes, table: .digraphs))
      if isUkrainian(name) { add(ukrainian(name.text)) }
    }
    if name.language.hasPrefix("sq") { add(withoutAlbanianDigraphs(forms[0])) }
    return forms
  }

  // MARK: - Albanian

  /// Letters of Albanian orthography and what writers of Serbian put for them, both folded.
  private static let albanianDigraphs: [(albanian: [UInt8], serbian: [UInt8])] = [
    ("sh", "s"), ("zh", "z"), ("xh", "dz"), ("gj", "dj"), ("q", "c"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// "Gjurgjevik" as "djurdjevik", "Shtërpcë" as "sterpce".
  private static func withoutAlbanianDigraphs(_ name: FoldedText) -> FoldedText {
    var rest = name.key(of: name.words.indices)[...]
    var form: [UInt8] = []
    while let byte = rest.first {
      if let pair = albanianDigraphs.first(where: { rest.starts(with: $0.albanian) }) {
        form += pair.serbian
        rest = rest.dropFirst(pair.albanian.count)
      } else {
        form.append(byte)
        rest = rest.dropFirst()
      }
    }
    return FoldedText(form)
  }

  // MARK: - Ukrainian

  /// Whether a name is Ukrainian, by its language or by letters that its neighbours do not have.
  private static func isUkrainian(_ name: Toponym) -> Bool {
    if name.language.hasPrefix("uk") { return true }
    guard name.language.hasPrefix("und") else { return false }
    return name.text.unicodeScalars.contains { "іїєґІЇЄҐ".unicodeScalars.contains($0) }
  }

  /// The national romanization (Cabinet of Ministers of Ukraine, resolution 55 of 2010): "Харків" is
  /// Kharkiv, "Яготин" Yahotyn; four letters are written otherwise where a word begins.
  private static func ukrainian(_ name: String) -> FoldedText {
    var text = String.UnicodeScalarView()
    var isInitial = true
    for scalar in name.unicodeScalars {
      if isInitial, let initial = ukrainianInitials[scalar] {
        text.append(contentsOf: initial.unicodeScalars)
      } else {
        text.append(scalar)
      }
      isInitial = !scalar.properties.isAlphabetic
    }
    return FoldedText(Array(String(text).utf8), table: .ukrainian)
  }

  private static let ukrainianInitials: [Unicode.Scalar: String] = [
    "Є": "Ye", "є": "ye", "Ї": "Yi", "ї": "yi", "Й": "Y", "й": "y", "Ю": "Yu", "ю": "yu",
    "Я": "Ya", "я": "ya",
  ]
}
