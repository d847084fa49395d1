import RapporteurCore

/// Says of each office whether it is held, was held, is held for a while or is to be taken up, and since and until when.
///
/// Only what the text says: "Malta's envoy since August", "the former minister", "was elected president in 2029". A date
/// counts for an office if it stands right behind it with "since", "until", "from" or "to", or hangs on the verb
/// that begins or ends it.
struct OfficeTenure {
  private static let formerWords: Set<String> = [
    "former", "ex", "retired", "late", "ousted", "deposed", "onetime", "one-time", "erstwhile", "ex-",
  ]
  private static let actingWords: Set<String> = ["acting", "interim", "caretaker"]
  private static let designateWords: Set<String> = [
    "designate", "elect", "incoming", "nominee", "nominated", "-elect", "-designate",
  ]

  private let annotated: AnnotatedReport
  private let appointments: Appointments
  /// The dates of each sentence, with their tokens.
  private let dates: [Int: [(time: Timex, tokens: Range<Int>)]]

  init(annotated: AnnotatedReport, times: [Timex]) {
    self.annotated = annotated
    appointments = Appointments(annotated)
    var dates: [Int: [(time: Timex, tokens: Range<Int>)]] = [:]
    for time in times where time.kind == .date && time.value?.first?.isNumber == true {
      guard let span = time.spans.first else { continue }
      let tokens = annotated.tokens(in: span)
      guard !tokens.isEmpty else { continue }
      dates[annotated.sentenceIndex(of: tokens.lowerBound), default: []].append((time, tokens))
    }
    self.dates = dates
  }

  /// The table with the tenure of every office filled in.
  func settle(_ table: ActorTable) -> ActorTable {
    ActorTable(
      actors: table.actors.map { $0.with(offices: $0.offices.map(settle)) }, otherHeads: table.otherHeads)
  }

  private func settle(_ office: Actor.Office) -> Actor.Office {
    let tokens = office.spans.flatMap { Array(annotated.tokens(in: $0)) }
    guard let head = head(of: tokens) else { return office }
    let last = withoutTenure(tokens).last ?? head
    let turn = appointments.turn(ofOffice: head)
    let stated = (dates[annotated.sentenceIndex(of: last)] ?? []).compactMap { date in
      bound(date.tokens, behind: last, head: head, turn: turn).map { ($0, date.time) }
    }
    let since = stated.first { $0.0 == .since }?.1
    let until = stated.first { $0.0 == .until }?.1
    let spans = annotated.spans(of: withoutTenure(tokens))
    return Actor.Office(
      title: annotated.text(of: spans), spans: spans,
      standing: standing(tokens, head: head, turn: turn?.turn, since: since, until: until),
      since: since?.value, until: until?.value,
      dated: [since, until].compactMap { $0 }.flatMap(\.spans))
  }

  /// The token of the office whose head lies outside it.
  private func head(of tokens: [Int]) -> Int? {
    tokens.last { token in annotated.tokens[token].head.map { !tokens.contains($0) } ?? true }
  }

  /// The office's own words: "minister" of "minister since May 2029".
  private func withoutTenure(_ tokens: [Int]) -> [Int] {
    let dated = dates[annotated.sentenceIndex(of: tokens[0])] ?? []
    let end = tokens.dropFirst().first { token in
      named(by: annotated.lower(token)) != nil && dated.contains { $0.tokens.lowerBound == token + 1 }
    }
    return end.map { end in tokens.filter { $0 < end } } ?? tokens
  }

  // MARK: Dates

  private enum Bound { case since, until }

  /// Which end of the tenure a date gives, or nil where it has nothing to do with the office.
  private func bound(
    _ date: Range<Int>, behind last: Int, head: Int, turn: (verb: Int, turn: Appointments.Turn)?
  ) -> Bound? {
    let preposition = date.lowerBound > 0 ? annotated.lower(date.lowerBound - 1) : ""
    let holding = turn?.turn == .held ? turn?.verb : nil
    if let named = named(by: preposition), follows(date, last) || hangs(date, on: head, orOn: holding) {
      return named
    }
    guard let turn, hangs(date, on: nil, orOn: turn.verb) else { return nil }
    switch turn.turn {
    case .begins: return preposition == "until" ? .until : .since
    case .ends: return preposition == "since" ? nil : .until
    case .awaits, .held: return nil
    }
  }

  private func named(by preposition: String) -> Bound? {
    switch preposition {
    case "since", "from": .since
    case "until", "till", "to", "through": .until
    default: nil
    }
  }

  /// "minister since August", "minister from 2029 to 2031": only the other date stands between.
  private func follows(_ date: Range<Int>, _ last: Int) -> Bool {
    guard date.lowerBound > last else { return false }
    return (last + 1..<date.lowerBound).allSatisfy { token in
      let word = annotated.lower(token)
      return named(by: word) != nil || word == ","
        || (dates[annotated.sentenceIndex(of: token)] ?? []).contains { $0.tokens.contains(token) }
    }
  }

  private func hangs(_ date: Range<Int>, on noun: Int?, orOn verb: Int?) -> Bool {
    guard let top = head(of: Array(date)), let governor = annotated.tokens[top].head else { return false }
    return governor == noun || governor == verb
  }

  // MARK: Standing

  private func standing(
    _ tokens: [Int], head: Int, turn: Appointments.Turn?, since: Timex?, until: Timex?
  ) -> Actor.Office.Standing {
    var words = Set(tokens.map(annotated.lower))
    if let first = tokens.first, first > 0 { words.insert(annotated.lower(first - 1)) }
    if let last = tokens.last, last + 1 < annotated.tokens.count { words.formUnion(suffix(behind: last)) }
    let isFormer = words.contains { $0.hasPrefix("ex-") } || !words.isDisjoint(with: OfficeTenure.formerWords)
    if isFormer || turn == .ends || turn == .held || isOver(until) || isPast(head) && since == nil {
      return .former
    }
    if turn == .awaits || !words.isDisjoint(with: OfficeTenure.designateWords)
      || words.contains(where: { $0.hasSuffix("-elect") || $0.hasSuffix("-designate") })
    {
      return .designate
    }
    return words.isDisjoint(with: OfficeTenure.actingWords) ? .present : .acting
  }

  /// "president-elect" where the dash is a token of its own.
  private func suffix(behind last: Int) -> [String] {
    guard annotated.tokens[last + 1].form == "-", last + 2 < annotated.tokens.count else { return [] }
    return [annotated.lower(last + 2)]
  }

  private func isOver(_ until: Timex?) -> Bool {
    guard let value = until?.value, let published = annotated.report.published else { return false }
    return value < published.description.prefix(value.count)
  }

  /// "who was the minister": a copula in the past.
  private func isPast(_ head: Int) -> Bool {
    annotated.child(of: head, .cop).map { annotated.tokens[$0].features.tense == "Past" } ?? false
  }
}

extension Actor {
  /// The same actor with other offices.
  func with(offices: [Office]) -> Actor {
    Actor(
      id: id, name: name, kind: kind, country: country, sectors: sectors, anonymity: anonymity,
      anonymityReason: anonymityReason, offices: offices, mentions: mentions)
  }
}
