/// The words that one letter makes of another: how names in careless texts are found.
enum Misspelling {
  /// Shorter words are too close to each other.
  static let shortestWord = 6
  /// Longer words, in bytes, are no names; their forms would fill the memory.
  static let longestWord = 30

  /// Every word that differs in one letter: one left out, put in, changed, or two swapped; each once.
  ///
  /// - Parameter word: Folded bytes.
  /// - Returns: The words, the word itself not among them, always in the same order.
  /// - Complexity: O(*n*) words, about 52 a letter.
  static func variants(of word: [UInt8]) -> [[UInt8]] {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    var found: [[UInt8]] = []
    for index in word.indices {
      var shorter = word
      shorter.remove(at: index)
      found.append(shorter)
      for letter in letters where letter != word[index] {
        var changed = word
        changed[index] = letter
        found.append(changed)
      }
      if index > 0, word[index - 1] != word[index] {
        var swapped = word
        swapped.swapAt(index - 1, index)
        found.append(swapped)
      }
    }
    for index in 0...word.count {
      for letter in letters where index == word.count || letter != word[index] {
        var longer = word
        longer.insert(letter, at: index)
        found.append(longer)
      }
    }
    var seen: Set<[UInt8]> = [word]
    return found.filter { seen.insert($0).inserted }
  }
}
