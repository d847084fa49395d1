/// Checks JSON against a schema, with the keywords that ninjs uses.
///
/// `type`, `enum`, `properties`, `patternProperties`, `additionalProperties`, `unevaluatedProperties`, `required`,
/// `items`, `oneOf`, `anyOf`, `minimum`, `maximum`, `pattern`, `$ref` inside the schema and to GeoJSON's.
/// Source: JSON Schema 2020-12, <https://json-schema.org/draft/2020-12/json-schema-core>.
struct JSONSchema: Sendable {
  /// What is wrong with a value, and where.
  struct Fault: Equatable, Sendable, CustomStringConvertible {
    /// A JSON pointer.
    let path: String
    let what: String
    var description: String { "\(path.isEmpty ? "/" : path): \(what)" }
  }

  /// What a schema says of a value: its faults, and the members that some part of it knows.
  private struct Verdict {
    var faults: [Fault] = []
    var known: Set<String> = []

    mutating func add(_ other: Verdict) {
      faults += other.faults
      if other.faults.isEmpty { known.formUnion(other.known) }
    }
  }

  /// Schemas that refer to each other in a circle are followed no deeper than this.
  private static let depthLimit = 200

  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  /// The names of the members of the whole document that the schema lists.
  var topNames: Set<String> {
    let names = root["properties"] ?? root["$ref"]?.string.flatMap(target)?["properties"]
    return Set((names?.members ?? []).map(\.name))
  }

  /// The patterns of further names.
  var topPatterns: [String] { (root["patternProperties"]?.members ?? []).map(\.name) }

  /// What is wrong with `value`; nothing where it is valid.
  func faults(_ value: JSONValue) -> [Fault] { check(value, root, "", 0).faults }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String, _ depth: Int) -> Verdict {
    guard depth < JSONSchema.depthLimit else {
      return Verdict(faults: [Fault(path: path, what: "nested too deeply")])
    }
    if case .bool(let allows) = schema {
      return allows ? Verdict() : Verdict(faults: [Fault(path: path, what: "not allowed")])
    }
    var verdict = Verdict()
    if let reference = schema["$ref"]?.string { verdict.add(follow(reference, value, path, depth)) }
    verdict.faults += plainFaults(value, schema, path)
    if case .object(let members) = value { verdict.add(object(members, value, schema, path, depth)) }
    if case .array(let elements) = value, let items = schema["items"] {
      for (index, element) in elements.enumerated() {
        verdict.faults += check(element, items, "\(path)/\(index)", depth + 1).faults
      }
    }
    verdict.add(choices(value, schema, path, depth))
    if schema["unevaluatedProperties"] == .bool(false), case .object(let members) = value,
      verdict.faults.isEmpty
    {
      for member in members where !verdict.known.contains(member.name) {
        verdict.faults.append(Fault(path: "\(path)/\(member.name)", what: "no such member"))
      }
    }
    return verdict
  }

  private func follow(_ reference: String, _ value: JSONValue, _ path: String, _ depth: Int) -> Verdict {
    if reference.contains("GeoJSON") {
      return Verdict(faults: GeoJSON.fault(value).map { [Fault(path: path, what: $0)] } ?? [])
    }
    guard let schema = target(reference) else {
      return Verdict(faults: [Fault(path: path, what: "unknown \(reference)")])
    }
    return check(value, schema, path, depth + 1)
  }

  /// `#/$defs/name`; `#` is the schema itself.
  private func target(_ reference: String) -> JSONValue? {
    if reference == "#" { return root }
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(Optional(root)) { $0?[String($1)] }
  }

  private func plainFaults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [Fault] {
    var faults: [Fault] = []
    if let types = schema["type"]?.elements.compactMap(\.string), !types.isEmpty,
      !types.contains(where: { JSONSchema.has($0, value) })
    {
      faults.append(Fault(path: path, what: "must be \(types.joined(separator: " or "))"))
    }
    if let values = schema["enum"]?.elements, !values.contains(value) {
      faults.append(
        Fault(path: path, what: "must be one of \(values.compactMap(\.scalar).joined(separator: ", "))"))
    }
    if case .number(let digits) = value, let number = Double(digits) {
      if let least = schema["minimum"]?.scalar.flatMap(Double.init), number < least {
        faults.append(Fault(path: path, what: "must be at least \(least)"))
      }
      if let most = schema["maximum"]?.scalar.flatMap(Double.init), number > most {
        faults.append(Fault(path: path, what: "must be at most \(most)"))
      }
    }
    if let pattern = schema["pattern"]?.string, case .string(let text) = value,
      !JSONSchema.matches(pattern, text)
    {
      faults.append(Fault(path: path, what: "does not have the form it must have"))
    }
    return faults
  }

  private func object(
    _ members: [JSONValue.Member], _ value: JSONValue, _ schema: JSONValue, _ path: String, _ depth: Int
  ) -> Verdict {
    var verdict = Verdict()
    for name in (schema["required"]?.elements ?? []).compactMap(\.string) where value[name] == nil {
      verdict.faults.append(Fault(path: path, what: "the member \"\(name)\" is missing"))
    }
    let patterns = schema["patternProperties"]?.members ?? []
    for member in members {
      var parts = patterns.filter { JSONSchema.matches($0.name, member.name) }.map(\.value)
      if let own = schema["properties"]?[member.name] { parts.append(own) }
      if parts.isEmpty, let others = schema["additionalProperties"] {
        if others == .bool(false) {
          verdict.faults.append(Fault(path: "\(path)/\(member.name)", what: "no such member"))
          continue
        }
        parts.append(others)
      }
      if !parts.isEmpty { verdict.known.insert(member.name) }
      for part in parts {
        verdict.faults += check(member.value, part, "\(path)/\(member.name)", depth + 1).faults
      }
    }
    return verdict
  }

  private func choices(_ value: JSONValue, _ schema: JSONValue, _ path: String, _ depth: Int) -> Verdict {
    var verdict = Verdict()
    for (keyword, isOne) in [("oneOf", true), ("anyOf", false)] {
      guard let choices = schema[keyword]?.elements else { continue }
      let verdicts = choices.map { check(value, $0, path, depth + 1) }
      let good = verdicts.filter(\.faults.isEmpty)
      if good.isEmpty || (isOne && good.count > 1) {
        let what =
          good.isEmpty
          ? "fits none of the \(choices.count) allowed forms"
          : "fits \(good.count) forms that exclude each other"
        let nearest = verdicts.min { $0.faults.count < $1.faults.count }?.faults.first
        verdict.faults.append(
          Fault(path: path, what: what + (good.isEmpty ? nearest.map { " (\($0))" } ?? "" : "")))
      }
      for choice in good { verdict.known.formUnion(choice.known) }
    }
    return verdict
  }

  private static func has(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("null", .null),
      ("number", .number):
      true
    case ("integer", .number(let digits)): Double(digits).map { $0 == $0.rounded() } ?? false
    case ("any", _): true
    default: false
    }
  }

  /// Whether `pattern` is found in `text`; a pattern that is none fits nothing.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    guard let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
    return text.firstMatch(of: regex) != nil
  }
}
