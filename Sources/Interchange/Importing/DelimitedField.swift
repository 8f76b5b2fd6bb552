/// A field of a row: where its bytes stand in the reader's buffer.
struct DelimitedField: Hashable, Sendable {
  /// The first byte, behind an opening quote.
  var start: Int
  /// The end of the bytes, before a closing quote.
  var end: Int
  /// Where the field begins in the file's own text, its quote included.
  var origin: Int
  /// Whether quotes within it are doubled.
  var isEscaped = false

  /// The range of its bytes in the buffer.
  var range: Range<Int> { start..<end }
  /// Whether it holds nothing.
  var isEmpty: Bool { start == end }
}

/// What is wrong with a row as such.
struct DelimitedFault: Error, Hashable, Sendable {
  /// What is wrong.
  enum Kind: Hashable, Sendable {
    /// A quote opens a field and none closes it.
    case unclosedQuote
    /// Something stands between a closing quote and the separator.
    case textAfterQuote
    /// The row has more fields than the header.
    case tooManyFields(Int, columns: Int)
    /// The row after a broken one has fewer fields than the header: it may be that one's rest.
    case tooFewFields(Int, columns: Int)
    /// A field is longer than any.
    case overlongField(limit: Int)
    /// A row is longer than any.
    case overlongRow(limit: Int)
  }

  /// What is wrong.
  var kind: Kind
  /// The line, from 1.
  var line: Int
  /// The column in Unicode scalars, from 1.
  var column: Int

  /// What is wrong and what to do, without the file's own words.
  var message: String {
    switch kind {
    case .unclosedQuote:
      "the quote that opens this field is never closed: close it, or double it if it is part of the "
        + "text"
    case .textAfterQuote:
      "text follows a closing quote: double the quotes that are part of the text"
    case .tooManyFields(let count, let columns):
      "the row has \(count) fields, the header \(columns): put fields that hold the separator in "
        + "quotes"
    case .tooFewFields(let count, let columns):
      "the row has \(count) of \(columns) fields and follows a broken one: mend that first"
    case .overlongField(let limit):
      "the field is longer than \(limit >> 20) MiB: a quote may be missing"
    case .overlongRow(let limit):
      "the row is longer than \(limit >> 20) MiB: a line end may be missing"
    }
  }

  /// The fault with its place, as files' problems are told.
  var problem: FileProblem { FileProblem(line: line, column: column, message: message) }
}
