import RapporteurCore

/// An actor or agent dictionary of PETRARCH.
///
/// Actors: `NAME_ [CODE]`, further names as `+NAME_`, dated codes as `[CODE 090120-170120]`, `[CODE <090120]`,
/// `[CODE >20170120]`. Agents: `NOUN {PLURAL} [~CODE]`; `!SET! = A, B` defines words that stand in for each other.
/// `;` and `#` begin a comment. Source: the PETRARCH and PETRARCH-2 manuals (Open Event Data Alliance).
struct PetrarchDictionary {
  /// Actors with all their names.
  private(set) var actors: [(names: [String], actor: Organisation)] = []
  /// Agents, as role nouns.
  private(set) var roles: [Role] = []

  private let file: String
  private let codes: PetrarchCodes
  private var sets: [String: [String]] = [:]
  private var names: [String] = []
  private var periods: [ActorPeriod] = []

  /// Reads a dictionary. Throws `LexiconError` with file and line where a line is neither a name nor a code.
  init(_ text: String, file: String, codes: PetrarchCodes) throws(LexiconError) {
    self.file = file
    self.codes = codes
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      try read(line, index + 1)
    }
    close()
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(LexiconError) {
    let bare = line.prefix { $0 != ";" && $0 != "#" }
    guard let first = bare.first(where: { !$0.isWhitespace }) else { return }
    if first == "!", let equals = bare.firstIndex(of: "=") {
      let key = bare[..<equals].filter { !$0.isWhitespace }
      sets[String(key)] = bare[bare.index(after: equals)...].split(separator: ",").map(
        PetrarchDictionary.words)
      return
    }
    let (head, brackets) = try PetrarchDictionary.parts(bare, file, number)
    let name = PetrarchDictionary.cased(
      PetrarchDictionary.words(head.first == "+" ? head.dropFirst() : head[...]))
    if brackets.contains(where: { $0.contains("~") }) {
      try readAgent(name, line: bare, brackets, number)
    } else if name.isEmpty {
      guard !names.isEmpty else { throw fault(number, String(bare), "a name before its codes") }
      try readCodes(brackets, number)
    } else {
      if head.first != "+" { close() }
      names.append(name)
      try readCodes(brackets, number)
    }
  }

  /// The text before the first bracket, and what stands in the brackets.
  private static func parts(
    _ line: Substring, _ file: String, _ number: Int
  ) throws(LexiconError) -> (head: String, brackets: [Substring]) {
    let trimmed = line.drop(while: \.isWhitespace)
    let head = trimmed.prefix { $0 != "[" && $0 != "{" }
    var brackets: [Substring] = []
    var rest = trimmed.dropFirst(head.count)
    while let open = rest.firstIndex(of: "[") {
      guard let end = rest[open...].firstIndex(of: "]") else {
        throw LexiconError(
          file: file, line: number, column: "",
          reason: .unknownValue(String(rest[open...]), allowed: "a code in closed brackets"))
      }
      brackets.append(rest[rest.index(after: open)..<end])
      rest = rest[rest.index(after: end)...]
    }
    return (String(head), brackets)
  }

  private static func words(_ text: Substring) -> String {
    text.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
  }

  /// The dictionaries write all in capitals; a single word of up to three letters is kept so, as an acronym.
  private static func cased(_ name: String) -> String {
    if !name.contains(" "), name.count <= 3 { return name }
    return name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(
      separator: " ")
  }

  private func fault(_ line: Int, _ found: String, _ allowed: String) -> LexiconError {
    LexiconError(file: file, line: line, column: "", reason: .unknownValue(found, allowed: allowed))
  }

  // MARK: Actors

  private mutating func readCodes(_ brackets: [Substring], _ number: Int) throws(LexiconError) {
    for bracket in brackets {
      let words = bracket.split(whereSeparator: \.isWhitespace)
      guard let code = words.first, words.count <= 2, let read = codes.read(code) else {
        throw fault(number, "[\(bracket)]", "a code in threes of capitals, and at most one date")
      }
      let bounds = words.count == 2 ? try self.bounds(words[1], number) : (nil, nil)
      periods.append(ActorPeriod(from: bounds.0, to: bounds.1, country: read.country, sectors: read.sectors))
    }
  }

  private func bounds(_ text: Substring, _ number: Int) throws(LexiconError) -> (CalendarDate?, CalendarDate?)
  {
    if text.first == "<" { return (nil, try day(text.dropFirst(), number).adding(days: -1)) }
    if text.first == ">" { return (try day(text.dropFirst(), number).adding(days: 1), nil) }
    let ends = text.split(separator: "-")
    guard ends.count == 2 else { throw fault(number, String(text), "<YYMMDD, >YYMMDD or YYMMDD-YYMMDD") }
    return (try day(ends[0], number), try day(ends[1], number))
  }

  /// YYMMDD or YYYYMMDD; two digits below 30 are of this century.
  private func day(_ text: Substring, _ number: Int) throws(LexiconError) -> CalendarDate {
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == text.count, digits.count == 6 || digits.count == 8 else {
      throw fault(number, String(text), "YYMMDD or YYYYMMDD")
    }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let years = digits.count - 4
    let short = value(0..<years)
    let year = years == 4 ? short : short < 30 ? 2000 + short : 1900 + short
    guard
      let day = CalendarDate(year: year, month: value(years..<years + 2), day: value(years + 2..<years + 4))
    else {
      throw fault(number, String(text), "a day of the calendar")
    }
    return day
  }

  private mutating func close() {
    if let name = names.first, !periods.isEmpty {
      let actor = Organisation(
        name: name, kind: .organisation, country: nil, sectors: [], nouns: [], periods: periods,
        isOfAnyKind: true)
      actors.append((names, actor))
    }
    names = []
    periods = []
  }

  // MARK: Agents

  private mutating func readAgent(
    _ name: String, line: Substring, _ brackets: [Substring], _ number: Int
  ) throws(LexiconError) {
    guard !name.isEmpty, let code = brackets.first.map({ $0.filter { $0 != "~" } }),
      let read = codes.read(code[...])
    else { throw fault(number, String(line), "NOUN [~CODE]") }
    let isCollective = line.contains("{}") || line.contains("{ }")
    for noun in expanded(name.lowercased()) {
      guard let head = noun.split(separator: " ").last else { continue }
      roles.append(
        Role(
          noun: noun, headWord: String(head), denotation: isCollective ? .group : .person,
          sectors: read.sectors,
          inherits: false, gender: .unknown, wider: []))
    }
  }

  /// "chechen !person!" for each word of the set.
  private func expanded(_ noun: String) -> [String] {
    guard let key = noun.split(separator: " ").first(where: { $0.hasPrefix("!") }) else { return [noun] }
    let set = sets[key.uppercased()] ?? []
    return set.map { word in
      noun.split(separator: " ").map { $0 == key ? word.lowercased() : String($0) }.joined(separator: " ")
    }
  }
}
