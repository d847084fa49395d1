import Rapporteur
import RapporteurCore

extension TerminalPage {
  /// Every event with its parties, time, place, status, certainty and the claims that it hangs on.
  func events(_ reading: Reading, _ names: PageNames) -> [String] {
    reading.events.flatMap { event in
      headline(event, names)
        + details(event, names).flatMap {
          Paragraph([("\($0.0) ", .faint), ($0.1, nil)], first: "      ", rest: "        ").lines(in: style)
        } + why(event.why, names, indent: "      ")
    }
  }

  private func headline(_ event: Event, _ names: PageNames) -> [String] {
    let kind = event.mode.map { "\(event.type.rawValue) \($0)" } ?? event.type.rawValue
    var pieces: [Paragraph.Piece] = [
      ("e\(event.id.number)  ", .faint), (kind, .type), ("  ", nil),
      (parties(event.actors, names, gap: "actor unknown"), .actor),
    ]
    if !event.recipients.isEmpty {
      pieces += [("  →  ", nil), (parties(event.recipients, names, gap: ""), .actor)]
    }
    let status = event.status.map(\.rawValue).joined(separator: ", ")
    pieces.append(("  “\(names.words(event.trigger.spans))”\(status.isEmpty ? "" : "  [\(status)]")", .faint))
    return Paragraph(pieces, first: "  • ", rest: "      ").lines(in: style)
  }

  private func parties(_ participants: [Event.Participant], _ names: PageNames, gap: String) -> String {
    if participants.isEmpty { return gap }
    return participants.map { participant in
      let code = names.code(participant.actor)
      return names.name(participant.actor) + (code.isEmpty ? "" : " (\(code))")
    }.joined(separator: " + ")
  }

  private func details(_ event: Event, _ names: PageNames) -> [(String, String)] {
    var details: [(String, String)] = []
    if let date = event.date {
      let days = date.end.map { "\(date.value) to \($0)" } ?? date.value
      details.append(("when", "\(days) — \(date.basis)"))
    }
    if let place = event.place { details.append(("where", whereabouts(place))) }
    details += event.casualties.map { ("toll", toll($0, names)) }
    let carriers = event.claims.map { "\($0.label) \(names.chain($0))" }
    details.append(("per", carriers.isEmpty ? "the report's own voice" : carriers.joined(separator: "; ")))
    details.append(("certainty", event.factuality.map { certainty($0, names) }.joined(separator: "; ")))
    return details
  }

  private func whereabouts(_ place: Place) -> String {
    guard let resolution = place.resolution else { return "\(place.name) (not resolved)" }
    return ([resolution.name, resolution.admin1, resolution.country] as [String?]).compactMap { $0 }.joined(
      separator: ", ")
  }

  private func toll(_ count: Event.Casualties, _ names: PageNames) -> String {
    let bounds: String
    switch (count.low, count.high) {
    case (let low?, let high?) where low == high: bounds = "\(low)"
    case (let low?, let high?): bounds = "\(low) to \(high)"
    case (let low?, nil): bounds = "at least \(low)"
    case (nil, let high?): bounds = "at most \(high)"
    case (nil, nil): bounds = "number not given"
    }
    return
      "\(bounds) \(count.kind.rawValue) — \(count.claim.map { "per \(names.chain($0))" } ?? "the report's own voice")"
  }

  private func certainty(_ holding: Event.Holding, _ names: PageNames) -> String {
    switch holding.holder {
    case .author: "the report: \(holding.value.words)"
    case .claim(let id): "\(names.holder(id)): \(holding.value.words)"
    }
  }
}

extension Factuality {
  /// The letters in words.
  var words: String {
    switch self {
    case .certain: "certain"
    case .probable: "probable"
    case .possible: "possible"
    case .certainNot: "certain that it did not happen"
    case .probableNot: "probably not"
    case .possibleNot: "possibly not"
    case .uncommitted: "left open"
    }
  }
}
