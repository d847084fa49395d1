import RapporteurCore

/// The date of an event: from the time expression that its trigger governs, or that its clause does, else
/// nil.
///
/// The publication date is never taken for the date of an event.
struct EventTimes: Sendable {
  let annotated: AnnotatedReport
  let times: [Timex]

  /// A time expression with the tokens that it covers.
  private struct Anchor {
    let timex: Timex
    let tokens: Range<Int>
    let head: Int
  }

  /// The date that governs the candidate, or nil.
  func date(of candidate: EventCandidate) -> Event.Date? { governing(candidate).flatMap { date(of: $0) } }

  /// The time expression that governs the candidate: below a trigger word, else below its clause's verb.
  func governing(_ candidate: EventCandidate) -> Timex? {
    let sentence = annotated.sentence(of: candidate.head)
    let anchors = times.compactMap { anchor($0, in: sentence) }.filter { isDate($0.timex) }
    if anchors.isEmpty { return nil }
    for head in [candidate.head] + candidate.trigger + candidate.merged {
      if let found = anchors.first(where: { isBelow($0, head) }) { return found.timex }
    }
    return clauseAnchor(candidate, anchors)?.timex
  }

  /// A noun takes the time of the verb whose argument it is.
  private func clauseAnchor(_ candidate: EventCandidate, _ anchors: [Anchor]) -> Anchor? {
    var current = candidate.head
    for _ in 0..<4 {
      guard let head = annotated.tokens[current].head else { return nil }
      let relation = annotated.tokens[current].relation
      guard [.obj, .nsubj, .xcomp, .conj, .obl, .nmod].contains(relation) || isToldAlong(current) else {
        return nil
      }
      if let found = anchors.first(where: { isBelow($0, head) }) { return found }
      if relation == .obl || relation == .nmod { return nil }
      current = head
    }
    return nil
  }

  /// "…, killing two", "men who took the money": told in one breath with the main clause.
  private func isToldAlong(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    if word.relation == .advcl {
      return word.form.lowercased().hasSuffix("ing") && annotated.child(of: token, .mark) == nil
    }
    return word.relation == .acl && word.features.tense == "Past"
      && annotated.children(of: token, .aux).isEmpty
  }

  /// Whether a time hangs on `head` directly, or on an argument of it that is no trigger of a clause.
  private func isBelow(_ anchor: Anchor, _ head: Int) -> Bool {
    var current = anchor.head
    for _ in 0..<3 {
      guard let above = annotated.tokens[current].head else { return false }
      if above == head { return true }
      let isNominal = [.noun, .propn, .num].contains(annotated.tokens[above].upos)
      guard isNominal else { return false }
      current = above
    }
    return false
  }

  private func anchor(_ timex: Timex, in sentence: Sentence) -> Anchor? {
    guard let span = timex.spans.first, sentence.span.contains(span) else { return nil }
    let range = annotated.tokens(in: span)
    guard !range.isEmpty else { return nil }
    let head = range.first { index in
      annotated.tokens[index].head.map { !range.contains($0) } ?? true
    }
    return Anchor(timex: timex, tokens: range, head: head ?? range.lowerBound)
  }

  private func isDate(_ timex: Timex) -> Bool { timex.kind == .date || timex.kind == .time }

  // MARK: From TIMEX3 to a date

  /// A TIMEX3 value as a date; nil for what fixes no day, month or year.
  func date(of timex: Timex) -> Event.Date? {
    guard let value = timex.value else { return nil }
    func made(_ text: String, _ grain: Event.Date.Grain, end: String? = nil) -> Event.Date {
      Event.Date(value: text, end: end, grain: grain, spans: timex.spans, basis: timex.basis)
    }
    if let slash = value.firstIndex(of: "/") {
      let first = String(value[..<slash])
      let last = String(value[value.index(after: slash)...])
      guard let grain = grain(first), grain != .week, grain != .quarter else { return nil }
      return made(first, grain, end: last)
    }
    guard let grain = grain(value) else { return nil }
    switch grain {
    case .week: return week(value).map { made($0.first, .week, end: $0.last) }
    case .quarter: return quarter(value).map { made($0.first, .quarter, end: $0.last) }
    case .day, .hour, .minute: return made(String(value.prefix(10)), value.count > 10 ? .day : grain)
    default: return made(value, grain)
    }
  }

  private func grain(_ value: String) -> Event.Date.Grain? {
    let digits = value.map { $0.isNumber ? "d" : String($0) }.joined()
    if digits.hasPrefix("dddd-dd-dd") { return .day }
    switch digits {
    case "dddd-dd": return .month
    case "dddd": return .year
    case "ddd": return .decade
    case "dddd-Wdd": return .week
    case "dddd-Qd": return .quarter
    default: return nil
    }
  }

  /// Monday to Sunday of an ISO week. Source: ISO 8601, week 1 holds January 4.
  private func week(_ value: String) -> (first: String, last: String)? {
    guard let year = Int(value.prefix(4)), let number = Int(value.suffix(2)),
      let fourth = CalendarDate(year: year, month: 1, day: 4)
    else { return nil }
    let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (number - 1))
    return (monday.description, monday.adding(days: 6).description)
  }

  private func quarter(_ value: String) -> (first: String, last: String)? {
    guard let number = Int(value.suffix(1)), (1...4).contains(number) else { return nil }
    func month(_ index: Int) -> String { "\(value.prefix(4))-\(index < 10 ? "0" : "")\(index)" }
    return (month(3 * number - 2), month(3 * number))
  }

  // MARK: Background

  /// Whether the governing time lies in another year than the report, more than 90 days before it, or is so
  /// many
  /// years ago: background.
  func isHistorical(_ timex: Timex) -> Bool {
    let words = annotated.text(of: timex.spans).lowercased()
    if words.contains("years ago") || words.contains("decades ago") || words.contains("centuries ago") {
      return true
    }
    guard let published = annotated.report.published, let value = timex.value else { return false }
    guard value.count >= 4, let year = Int(value.prefix(4)), year < published.year else { return false }
    if let day = CalendarDate(iso: String(value.prefix(10))) {
      return published.daysSinceEpoch - day.daysSinceEpoch > 90
    }
    if value.count == 7, let month = Int(value.suffix(2)),
      let day = CalendarDate(year: year, month: month, day: 1)
    {
      return published.daysSinceEpoch - day.daysSinceEpoch > 120
    }
    return true
  }
}
