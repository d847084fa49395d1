public import RapporteurCore

/// What one word says about time.
struct TimeWord: Sendable {
  var keyword: TimeKeyword?
  var month: Int?
  var weekday: Int?
  /// Whether month or weekday count only where the word has a capital or a number beside it.
  var needsCapital = false
  /// Whether the word is a weekday's or a season's plural.
  var isPlural = false
  var unit: TimeUnit?
  var unitIsPlural = false
  var unitLetter: TimeUnit?
  var cardinal: Int?
  var multiplier: Int?
  var ordinal: Int?
  var isOrdinalSuffix = false
  var decade: Int?
  var season: Season?
  var part: DayPart?
  var partIsPlural = false
  /// Whether a number before the word counts it and is no year: `2000 troops`.
  var isCounted = false
}

/// A fixed phrase that speaks of time.
struct TimePhrase: Sendable {
  /// In which reports the phrase is looked for.
  enum Register: String, Sendable, CaseIterable { case report, message, both, none }

  let words: [PackedWord]
  let kind: Timex.Kind
  let value: String
  let modifier: String?
  let register: Register
}

/// The words of time: what the reader knows of the language.
public struct TimeLexicon: Sendable {
  private var indices: [PackedWord: Int32] = [:]
  private(set) var words: [TimeWord] = [TimeWord()]
  private(set) var phrases: [PackedWord: [TimePhrase]] = [:]
  private(set) var holidayNames: [PackedWord: [(words: [PackedWord], holiday: Int)]] = [:]
  private(set) var holidays: [Holiday] = []
  let tense: TenseWords
  private(set) var cues: [PackedWord: RegisterCue] = [:]

  /// Reads the five lists; see `docs/times.md` for their columns.
  ///
  /// - Throws: `LexiconError` with file and line of the first row that is not understood.
  public init(
    words: LexiconTable, phrases: LexiconTable, holidays: LexiconTable, tense: LexiconTable,
    registers: LexiconTable
  ) throws(LexiconError) {
    self.tense = try TimeLexicon.tenseWords(tense)
    for row in words.rows { try add(word: row) }
    for row in phrases.rows { try add(phrase: row) }
    for row in holidays.rows { try add(holiday: row) }
    for row in registers.rows { try add(cue: row) }
    for key in self.phrases.keys { self.phrases[key]?.sort { $0.words.count > $1.words.count } }
    for key in holidayNames.keys { holidayNames[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// Reads the lists that the module ships.
  ///
  /// - Throws: `LexiconError` where a list is missing or not understood.
  public init(resources: ResourceFolder) throws(LexiconError) {
    func table(_ name: String) throws(LexiconError) -> LexiconTable {
      let text: String
      do {
        text = try resources.text(of: "Lexicons/" + name)
      } catch {
        throw LexiconError(file: name, line: 0, column: "", reason: .unreadable("\(error)"))
      }
      return try LexiconTable(text, file: name)
    }
    try self.init(
      words: table("time-words.tsv"), phrases: table("time-phrases.tsv"),
      holidays: table("time-holidays.tsv"),
      tense: table("time-tense.tsv"), registers: table("time-register.tsv"))
  }

  /// The index of a word in `words`; 0 for one that is not there.
  func index(of key: PackedWord) -> Int32 { indices[key] ?? 0 }

  private mutating func add(cue row: LexiconTable.Row) throws(LexiconError) {
    let name = String(try row.cell("cue"))
    guard let cue = RegisterCue(rawValue: name) else {
      throw row.error(
        "cue", .unknownValue(name, allowed: "address, command, question, pointer, plan, reporting"))
    }
    cues[PackedWord(try row.cell("form").utf8)] = cue
  }

  private static func tenseWords(_ table: LexiconTable) throws(LexiconError) -> TenseWords {
    var groups: [String: Set<String>] = [:]
    for row in table.rows {
      let group = String(try row.cell("group"))
      guard TenseWords.groups.contains(group) else {
        throw row.error(
          "group", .unknownValue(group, allowed: TenseWords.groups.sorted().joined(separator: ", ")))
      }
      groups[group, default: []].insert(String(try row.cell("form")))
    }
    return TenseWords(groups: groups)
  }

  private mutating func add(word row: LexiconTable.Row) throws(LexiconError) {
    let key = PackedWord(try row.cell("form").utf8)
    let role = try row.cell("role")
    let value = String(try row.cell("value"))
    let index: Int
    if let known = indices[key] {
      index = Int(known)
    } else {
      index = words.count
      indices[key] = Int32(index)
      words.append(TimeWord())
    }
    guard words[index].learn(role: role, value: value) else {
      throw row.error("value", .unknownValue("\(role) \(value)", allowed: TimeWord.roles))
    }
  }

  private mutating func add(phrase row: LexiconTable.Row) throws(LexiconError) {
    let type = try row.cell("type")
    guard let kind = Timex.Kind(rawValue: String(type)) else {
      throw row.error("type", .unknownValue(String(type), allowed: "DATE, TIME, DURATION, SET"))
    }
    let name = String(try row.cell("register"))
    guard let register = TimePhrase.Register(rawValue: name) else {
      throw row.error("register", .unknownValue(name, allowed: "report, message, both, none"))
    }
    let words = TimeLexicon.packed(try row.cell("phrase"))
    let modifier = try row.cell("modifier")
    phrases[words[0], default: []].append(
      TimePhrase(
        words: words, kind: kind, value: String(try row.cell("value")),
        modifier: modifier.isEmpty ? nil : String(modifier), register: register))
  }

  private mutating func add(holiday row: LexiconTable.Row) throws(LexiconError) {
    let rule = String(try row.cell("rule"))
    guard let holiday = Holiday(rule: rule) else {
      throw row.error("rule", .unknownValue(rule, allowed: "MM-DD, MM-wN#K, E+N, BF, GE"))
    }
    let words = TimeLexicon.packed(try row.cell("name"))
    holidayNames[words[0], default: []].append((words, holidays.count))
    holidays.append(holiday)
  }

  /// The words of a phrase, cut where the atomizer cuts: signs fall out.
  private static func packed(_ phrase: Substring) -> [PackedWord] {
    phrase.utf8.split { !($0 >= 0x80 || (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)) }
      .map { PackedWord($0) }
  }
}

extension TimeWord {
  /// The roles of `time-words.tsv`, for messages.
  static let roles =
    "month, month-capital, weekday, weekday-plural, weekday-capital, unit, units, unit-letter, cardinal, "
    + "multiplier, ordinal, ordinal-suffix, decade, season, season-plural, part, part-plural, counted, keyword"

  /// Takes one row in; false where role or value is unknown.
  fileprivate mutating func learn(role: Substring, value: String) -> Bool {
    let number = Int(value)
    switch role {
    case "month", "month-capital": (month, needsCapital) = (number, role == "month-capital")
    case "weekday", "weekday-plural", "weekday-capital":
      (weekday, isPlural, needsCapital) = (number, role == "weekday-plural", role == "weekday-capital")
    case "unit", "units": (unit, unitIsPlural) = (TimeUnit(rawValue: value), role == "units")
    case "unit-letter": unitLetter = TimeUnit(rawValue: value)
    case "cardinal": cardinal = number
    case "multiplier": multiplier = number
    case "ordinal": ordinal = number
    case "ordinal-suffix": isOrdinalSuffix = true
    case "decade": decade = number
    case "season", "season-plural": (season, isPlural) = (Season(rawValue: value), role == "season-plural")
    case "part", "part-plural": (part, partIsPlural) = (DayPart(rawValue: value), role == "part-plural")
    case "keyword": keyword = TimeKeyword(rawValue: value)
    case "counted": isCounted = true
    default: return false
    }
    return isUnderstood(role)
  }

  /// Whether the role got a value.
  private func isUnderstood(_ role: Substring) -> Bool {
    switch role {
    case "month", "month-capital": (1...12).contains(month ?? 0)
    case "weekday", "weekday-plural", "weekday-capital": (1...7).contains(weekday ?? 0)
    case "unit", "units": unit != nil
    case "unit-letter": unitLetter != nil
    case "cardinal": cardinal != nil
    case "multiplier": multiplier != nil
    case "ordinal": ordinal != nil
    case "decade": decade != nil
    case "season", "season-plural": season != nil
    case "part", "part-plural": part != nil
    case "keyword": keyword != nil
    default: true
    }
  }
}
