/// A JSON value as the input wrote it; members keep their order.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number as it was written: `3`, `-0.5`, `1e9`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  package struct Member: Sendable, Equatable {
    package let name: String
    package let value: JSONValue
  }

  /// The value of the last member of that name; nil where there is none, or no object.
  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The string, or nil for any other value.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The string or the number as it was written; nil for any other value and for an empty string.
  package var scalar: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let digits): digits
    default: nil
    }
  }

  /// The elements of an array, nothing for null, and the value itself for any other.
  package var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The members of an object, nothing for any other value.
  package var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}

/// What is wrong with a JSON text, and where: the offset in bytes.
package struct JSONFault: Error, Equatable, Sendable, CustomStringConvertible {
  package let offset: Int
  package let what: String
  package var description: String { "\(what) at byte \(offset)" }
}
