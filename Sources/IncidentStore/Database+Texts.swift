internal import GRDB

extension Database {
  /// The rows of a statement as text: numbers as Swift writes them, bytes as hexadecimal.
  func texts(_ sql: String) throws -> [[String?]] {
    try Row.fetchAll(self, sql: sql).map { row in row.databaseValues.map(\.text) }
  }
}

extension DatabaseValue {
  fileprivate var text: String? {
    switch storage {
    case .null: nil
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .blob(let bytes):
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
