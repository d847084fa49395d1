internal import GRDB

/// Inserts one row; the columns are those of the dictionary's keys, in the order given.
func insert(
  _ db: Database, into table: String, _ row: KeyValuePairs<String, (any DatabaseValueConvertible)?>
) throws {
  let columns = row.map { $0.key }.joined(separator: ", ")
  let values: [(any DatabaseValueConvertible)?] = row.map { $0.value }
  let marks = row.map { _ in "?" }.joined(separator: ", ")
  try db.cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
    .execute(arguments: StatementArguments(values))
}

/// A list of texts as JSON.
func json(_ texts: [String]) -> String {
  "[" + texts.map(quotedJSON).joined(separator: ",") + "]"
}

/// A text as a JSON string. Source: RFC 8259.
public func quotedJSON(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
