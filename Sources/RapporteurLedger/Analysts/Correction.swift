import RapporteurCore

/// What a person says of an event's coding. The coding stays as it was read; the correction stands beside it.
public struct Correction: Sendable, Hashable {
  /// What is judged or coded otherwise.
  public enum Field: String, Sendable, CaseIterable {
    case verdict, type, mode, contexts, status, date, place, country, actor, recipient
    case actorCountry = "actor-country"
    case recipientCountry = "recipient-country"
  }

  /// The event is coded right.
  public static let accept = Correction(field: .verdict, checked: "accept")
  /// There is no such event.
  public static let reject = Correction(field: .verdict, checked: "reject")

  /// What is judged or coded otherwise.
  public let field: Field
  /// The value; items of a list are parted by `; `, "" says that there is none.
  public let value: String

  /// Takes a value for a field, if it is one that the field can have; `none` is "".
  public init(_ field: Field, _ value: String) throws(BadValue) {
    self.init(field: field, checked: try Correction.checked(field, value == "none" ? "" : value))
  }

  /// Reads `type=ASSAULT`.
  public init(_ text: String) throws(BadValue) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let field = Field(rawValue: parts[0]) else {
      let names = Field.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")
      throw BadValue("'\(text)' is no correction; write FIELD=VALUE with one of \(names)")
    }
    try self.init(field, parts[1])
  }

  private init(field: Field, checked value: String) {
    self.field = field
    self.value = value
  }

  private static func checked(_ field: Field, _ value: String) throws(BadValue) -> String {
    switch field {
    case .verdict: return try oneOf(["accept", "reject"], value, field)
    case .type: return try oneOf(EventType.allCases.map(\.rawValue), value.uppercased(), field)
    case .mode:
      let modes = Set(EventType.allCases.flatMap { $0.modes.map(\.name) })
      return value.isEmpty ? "" : try oneOf(modes.sorted(), value, field)
    case .status:
      return try list(value) { (item) throws(BadValue) in
        try oneOf(EventStatus.allCases.map(\.rawValue), item, field)
      }
    case .date: return try date(value)
    case .country, .actorCountry, .recipientCountry:
      return try list(value) { (item) throws(BadValue) in
        let letters = item.uppercased()
        guard letters.count == 3, letters.allSatisfy({ $0.isASCII && $0.isLetter }) else {
          throw BadValue("\(field.rawValue): '\(item)' is no country; write ISO 3166-1 alpha-3, such as NOR")
        }
        return letters
      }
    case .contexts, .actor, .recipient: return try list(value) { (item) throws(BadValue) in item }
    case .place: return value
    }
  }

  private static func oneOf(_ allowed: [String], _ value: String, _ field: Field) throws(BadValue) -> String {
    guard allowed.contains(value) else {
      throw BadValue(
        "\(field.rawValue): '\(value)' is not known; write one of \(allowed.joined(separator: ", "))")
    }
    return value
  }

  private static func list(_ value: String, _ check: (String) throws(BadValue) -> String) throws(BadValue)
    -> String
  {
    var items: [String] = []
    for item in value.split(separator: ";") {
      var trimmed = item
      while trimmed.first == " " { trimmed.removeFirst() }
      while trimmed.last == " " { trimmed.removeLast() }
      if !trimmed.isEmpty { items.append(try check(String(trimmed))) }
    }
    return items.joined(separator: "; ")
  }

  /// A day, a month or a year.
  private static func date(_ value: String) throws(BadValue) -> String {
    let whole = value.count == 4 ? value + "-01-01" : value.count == 7 ? value + "-01" : value
    guard value.isEmpty || CalendarDate(iso: whole) != nil else {
      throw BadValue("date: '\(value)' is no date; write YYYY-MM-DD, YYYY-MM, YYYY or none")
    }
    return value
  }
}
