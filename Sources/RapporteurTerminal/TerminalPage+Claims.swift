import Rapporteur
import RapporteurCore

extension TerminalPage {
  /// Every claim that is no bare response, indented along its chain.
  func claims(_ reading: Reading, _ names: PageNames) -> [String] {
    let shown = reading.claims.filter { $0.response == nil || !$0.content.isEmpty }
    let ids = Set(shown.map(\.id))
    let children = Dictionary(grouping: shown) { claim in claim.parent.flatMap { ids.contains($0) ? $0 : nil }
    }
    func lines(of parent: Claim.ID?, depth: Int) -> [String] {
      (children[parent] ?? []).flatMap { claim in
        entry(claim, names, depth: depth) + (depth < 40 ? lines(of: claim.id, depth: depth + 1) : [])
      }
    }
    return lines(of: nil, depth: 0)
  }

  private func entry(_ claim: Claim, _ names: PageNames, depth: Int) -> [String] {
    let indent = "  " + String(repeating: "   ", count: min(depth, 8))
    let mark = depth == 0 ? "• " : "└ "
    var head: [Paragraph.Piece] = [("\(claim.id.label)  ", .faint), (names.source(claim), .actor)]
    if !claim.cue.spans.isEmpty { head.append((" · \(names.words(claim.cue.spans))", .cue)) }
    let notes = (stance(claim) + [names.anonymity(claim)]).filter { !$0.isEmpty }
    if !notes.isEmpty { head.append(("  (\(notes.joined(separator: "; ")))", .faint)) }
    var lines = Paragraph(head, first: indent + mark, rest: indent + "  ").lines(in: style)
    if !claim.content.isEmpty {
      lines += Paragraph([(names.words(claim.content), nil)], first: indent + "  │ ", rest: indent + "  │ ")
        .lines(in: style)
    }
    return lines + why([claim.evidence], names, indent: indent + "    ")
  }

  /// What the reader should know of the stance: nothing for plain reported speech.
  private func stance(_ claim: Claim) -> [String] {
    [
      claim.form.words,
      claim.response.map { said($0, claim) ? "" : $0.words }
        ?? (claim.kind == .assertion ? claim.cue.kind.words : claim.kind.words),
      claim.platform.map { "on \($0)" } ?? "",
    ]
  }

  /// Whether the words at the cue are those of the response: "denied".
  private func said(_ response: Claim.Response, _ claim: Claim) -> Bool {
    claim.cue.lemma.hasPrefix(response.words.prefix(3))
  }

  /// Who confirmed, denied, declined or could not be reached, and about what.
  func responses(_ reading: Reading, _ names: PageNames) -> [String] {
    reading.claims.compactMap { claim in claim.response.map { (claim, $0) } }.flatMap { claim, response in
      let content = claim.content.isEmpty ? "" : " “\(names.opening(claim.content))”"
      let pieces: [Paragraph.Piece] = [
        ("\(claim.id.label)  ", .faint), (names.source(claim), .actor), (" — ", nil),
        (response.words, .response), (content, nil),
      ]
      return Paragraph(pieces, first: "  • ", rest: "    ").lines(in: style)
        + claim.about.flatMap { subject in
          Paragraph([("on \(names.subject(subject))", .faint)], first: "      ", rest: "        ").lines(
            in: style)
        }
    }
  }

  /// The rules behind a finding, where they are asked for.
  func why(_ evidence: [Evidence], _ names: PageNames, indent: String) -> [String] {
    guard showsWhy else { return [] }
    return evidence.flatMap { evidence in
      let rejected =
        evidence.rejected.isEmpty ? "" : "; rejected: \(evidence.rejected.joined(separator: ", "))"
      let text = "why: \(evidence.rule) on “\(names.words(evidence.spans))”\(rejected)"
      return Paragraph([(text, .faint)], first: indent, rest: indent + "  ").lines(in: style)
    }
  }
}

extension Claim.ID {
  var label: String { "c\(number)" }
}

extension Claim.Subject {
  var label: String {
    switch self {
    case .event(let id): "e\(id.number)"
    case .claim(let id): id.label
    }
  }
}

extension Claim.Response {
  /// The response in words.
  var words: String {
    switch self {
    case .confirmed: "confirmed"
    case .denied: "denied"
    case .neitherConfirmedNorDenied: "neither confirmed nor denied"
    case .declinedToComment: "declined to comment"
    case .didNotRespond: "did not respond"
    case .couldNotBeReached: "could not be reached"
    case .retracted: "retracted"
    }
  }
}

extension Claim.Form {
  /// How the words are given; reported speech is the plain case.
  var words: String {
    switch self {
    case .direct: "quoted"
    case .mixed: "partly quoted"
    case .indirect: ""
    }
  }
}

extension Claim.CueClass {
  /// What the reporter's verb adds to "said".
  var words: String {
    switch self {
    case .neutral: ""
    case .strong: "with force"
    case .distancing: "the reporter keeps a distance"
    case .factive: "told as a fact"
    case .commissive: "a promise or threat"
    case .denial: "a denial"
    case .refusal: "a refusal"
    case .speculative: "a guess"
    case .evidential: "as evidence"
    }
  }
}

extension Claim.Kind {
  /// What kind of claim it is.
  var words: String {
    switch self {
    case .assertion: ""
    case .belief: "a belief"
    case .knowledge: "a thing known"
    case .intention: "an intention"
    case .request: "a request"
    }
  }
}
