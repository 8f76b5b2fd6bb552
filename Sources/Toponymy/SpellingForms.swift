/// The folded forms under which a name is found: as it is folded, then as careless or foreign writers
/// spell it.
enum SpellingForms {
  /// The forms of a name, the plain one first, no form twice.
  static func forms(of name: Toponym) -> [FoldedText] {
    let bytes = Array(name.text.utf8)
    let plain = FoldedText(bytes)
    guard bytes.contains(where: { $0 >= 0x80 }) else { return [plain] }
    var forms = [plain]
    for table in [FoldingTable.bare, .digraphs] {
      let form = FoldedText(bytes, table: table)
      if !forms.contains(where: { $0.words.map(\.hash) == form.words.map(\.hash) }) {
        forms.append(form)
      }
    }
    return forms
  }
}
