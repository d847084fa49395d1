/// Tells in words why an event was coded as it was: the words, the rule, what was rejected, the date's basis, whose word
/// it is and how certain each holder is.
public struct EventNarration: Sendable {
  private let rules: RuleBook

  /// Makes a narration over the rules of the lexicon.
  public init(rules: RuleBook) { self.rules = rules }

  /// The ids and headlines of a record's events, one a line.
  public func list(_ record: StoredRecord) -> String {
    CodedEvent.events(of: record).map { "\($0.event.id)  \(headline($0))\n" }.joined()
  }

  /// The explanation of one event; nil where the record has none of that id.
  public func explain(_ id: String, in record: StoredRecord) -> String? {
    guard let coded = CodedEvent.events(of: record).first(where: { $0.event.id == id }) else { return nil }
    let parts = [
      ["\(coded.event.id)  \(headline(coded))", "", "  \(coded.sentence)"], act(coded), parties(coded),
      whenAndWhere(coded), voice(coded),
    ]
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func headline(_ coded: CodedEvent) -> String {
    let event = coded.event
    let type = event.type + (event.mode.map { ".\($0)" } ?? "")
    let status = event.status.isEmpty ? "" : " (\(event.status.joined(separator: ", ")))"
    let whom = coded.recipients.isEmpty ? "" : " → \(names(coded.recipients))"
    return "\(type)\(status): \(names(coded.actors))\(whom)"
  }

  private func names(_ parties: [CodedEvent.Party]) -> String {
    parties.isEmpty ? "nobody named" : parties.map(\.actor.name).joined(separator: " and ")
  }

  // MARK: The act

  private func act(_ coded: CodedEvent) -> [String] {
    let event = coded.event
    var lines = ["Why \(event.type): the words '\(coded.text.words(event.trigger.spans))'."]
    for evidence in event.why { lines.append("  - \(rules.words(for: evidence.rule)) [\(evidence.rule)]") }
    let rejected = event.why.flatMap(\.rejected)
    lines.append(
      rejected.isEmpty ? "No other type was considered." : "Considered and rejected:")
    lines += rejected.map { "  - \($0)" }
    lines += event.status.compactMap(statusReason)
    lines.append(
      "Quad \(event.quad), intensity \(decimal(event.intensity)), nearest CAMEO code \(event.cameo).")
    return lines
  }

  private func statusReason(_ status: String) -> String? {
    switch status {
    case "negation": "Negation: the words around it say that it did not happen."
    case "hypothetical": "Hypothetical: it stands under a condition, a possibility or a wish."
    case "future": "Future: it is announced, planned or ordered, and yet to come."
    case "historical": "Historical: its time lies well before the report."
    default: nil
    }
  }

  // MARK: Who, when, where

  private func parties(_ coded: CodedEvent) -> [String] {
    side("Actor", coded.actors) + side("Recipient", coded.recipients)
  }

  private func side(_ role: String, _ parties: [CodedEvent.Party]) -> [String] {
    if parties.isEmpty { return ["\(role): UNK, since the text names none."] }
    return parties.map { party in
      let words = party.words.isEmpty ? "understood from another sentence" : "the words '\(party.words)'"
      let office = party.title.isEmpty ? "" : ", \(party.title)"
      return "\(role): \(party.actor.name)\(office), coded \(party.code); \(words)."
    }
  }

  private func whenAndWhere(_ coded: CodedEvent) -> [String] {
    let event = coded.event
    var lines: [String] = []
    if let date = event.date {
      let words = coded.text.words(date.spans)
      let end = date.end.map { " to \($0)" } ?? ""
      lines.append(
        "Date: \(date.value)\(end), to the \(date.grain); \(date.basis)"
          + (words.isEmpty ? "." : ", from '\(words)'."))
    } else {
      lines.append(
        "Date: unknown; no time expression governs the act, and the publication date is never taken for it.")
    }
    if let place = event.place {
      let country = place.country.map { ", \($0)" } ?? ", not resolved"
      lines.append("Place: \(place.name)\(country), from '\(coded.text.words(place.spans))'.")
    } else {
      lines.append("Place: unknown; no place is an argument of the act.")
    }
    return lines
  }

  // MARK: Whose word

  private func voice(_ coded: CodedEvent) -> [String] {
    let record = coded.record
    var lines: [String] = []
    if coded.event.claims.isEmpty { lines.append("Whose word: the report's own voice.") }
    for id in coded.event.claims {
      guard let claim = record.claims.first(where: { $0.id == id }) else { continue }
      lines.append("Whose word: \(chain(claim, coded)).")
    }
    lines += coded.event.factuality.map { certainty($0, coded) }
    return lines
  }

  /// "an official, according to The Ledger": a claim with the claims that carry it.
  private func chain(_ claim: StoredRecord.Claim, _ coded: CodedEvent) -> String {
    var parts = [told(claim, coded)]
    var current = claim
    while let parent = current.parent, let outer = coded.record.claims.first(where: { $0.id == parent }) {
      parts.append("as told by \(source(outer, coded)) ('\(coded.text.words(outer.cue.spans))')")
      current = outer
      if parts.count > coded.record.claims.count { break }  // a ring of parents would be an ill-made record
    }
    return parts.joined(separator: ", ")
  }

  private func told(_ claim: StoredRecord.Claim, _ coded: CodedEvent) -> String {
    let cue = coded.text.words(claim.cue.spans)
    return "\(source(claim, coded)) (\(claim.id)"
      + (cue.isEmpty ? ")" : ", by '\(cue)', a \(claim.cue.class) cue)")
  }

  private func source(_ claim: StoredRecord.Claim, _ coded: CodedEvent) -> String {
    if let actor = coded.record.actors.first(where: { $0.id == claim.source.actor }) { return actor.name }
    let words = coded.text.words(claim.source.spans)
    return words.isEmpty ? "a source that is not stated" : words
  }

  private func certainty(_ holding: StoredRecord.Event.Holding, _ coded: CodedEvent) -> String {
    let meaning = EventNarration.letters[holding.value] ?? holding.value
    guard holding.holder != "author" else {
      let reason =
        holding.value == "Uu"
        ? ": it only passes on what others say" : ": it says so in its own voice or takes it as given"
      return "The report: \(holding.value), \(meaning)\(reason)."
    }
    guard let claim = coded.record.claims.first(where: { $0.id == holding.holder }) else {
      return "\(holding.holder): \(holding.value), \(meaning)."
    }
    let response = claim.response.map { ", a response: \($0)" } ?? ""
    return
      "\(source(claim, coded)): \(holding.value), \(meaning) (cue '\(claim.cue.lemma)', \(claim.cue.class)\(response))."
  }

  private static let letters = [
    "CT+": "certain that it is so", "PR+": "holds it for probable", "PS+": "holds it for possible",
    "CT-": "certain that it is not so", "PR-": "holds it for improbable",
    "PS-": "holds it for possibly not so",
    "Uu": "not committed either way",
  ]
}
