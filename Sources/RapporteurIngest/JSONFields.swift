import RapporteurCore

/// The fields of one JSON object, with typed access that says what is wrong and where.
struct JSONFields {
  let object: JSONValue
  private let source: String
  private let line: Int?

  /// Takes an object that was parsed already; `line` is nil where the whole file is the object.
  init(_ object: JSONValue, source: String, line: Int?) {
    self.object = object
    self.source = source
    self.line = line
  }

  /// Parses one line.
  init(line bytes: ArraySlice<UInt8>, source: String, line: Int) throws(IngestError) {
    let text = try TextDecoding.text(of: bytes, source: source, line: line)
    let value: JSONValue
    do {
      value = try JSONParser.parse(text.utf8)
    } catch {
      throw IngestError(source: source, line: line, reason: .notAnObject("it is no valid JSON"))
    }
    guard case .object = value else {
      throw IngestError(source: source, line: line, reason: .notAnObject("it is another JSON value"))
    }
    self.init(value, source: source, line: line)
  }

  /// `source:line`, which stands for an id where none is given.
  var place: String { line.map { "\(source):\($0)" } ?? source }

  func error(_ reason: IngestError.Reason) -> IngestError {
    IngestError(source: source, line: line, reason: reason)
  }

  func text(_ name: String) throws(IngestError) -> String? {
    guard let value = object[name], value != .null else { return nil }
    guard let text = value.string else { throw error(.wrongType(field: name, expected: "a string")) }
    return text
  }

  func texts(_ name: String) throws(IngestError) -> [String] {
    guard let value = object[name], value != .null else { return [] }
    guard case .array(let elements) = value else {
      throw error(.wrongType(field: name, expected: "a list of strings"))
    }
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else {
      throw error(.wrongType(field: name, expected: "a list of strings"))
    }
    return texts
  }

  /// A string, or a number as it is written.
  func identifier(_ name: String) throws(IngestError) -> String? {
    if case .number(let digits) = object[name] { return digits }
    return try text(name)
  }

  /// A date, alone or with a time of day.
  func moment(_ name: String) throws(IngestError) -> Moment? {
    guard let text = try text(name) else { return nil }
    guard let day = CalendarDate(iso: text) else { throw error(.badDate(text)) }
    return MomentParser.moment(text) ?? Moment(day: day)
  }
}
