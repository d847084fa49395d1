import RapporteurCore

/// Finds the medium that the text names as where the news comes from.
struct OriginFinder {
  let annotated: AnnotatedReport
  let actors: ActorTable
  private let lemmas: LemmaReader

  init(annotated: AnnotatedReport, actors: ActorTable) {
    self.annotated = annotated
    self.actors = actors
    lemmas = LemmaReader(known: reporting, irregular: ["said": "say", "wrote": "write"])
  }

  /// The first medium on whose report the whole text rests; nil where there is none.
  ///
  /// That is one that the first sentence of prose credits, or one that the text says was the first to report.
  /// A medium that is merely quoted further down is a source, not an origin.
  func origin() -> (name: String, spans: [TextSpan])? {
    let lead = annotated.sentences.first { $0.kind == .prose && $0.tokens.count > 6 }?.tokens ?? 0..<0
    for token in annotated.tokens.indices where lead.contains(token) || isFirstToReport(token) {
      for id in actors.actors(headedBy: token) where actors.actor(id).kind == .media {
        guard isReporting(token), let mention = actors.mention(of: id, headedBy: token), mention.form == .name
        else {
          continue
        }
        return (actors.actor(id).name, mention.spans)
      }
    }
    return nil
  }

  /// "first reported by the Ledger", "The Ledger first reported".
  private func isFirstToReport(_ medium: Int) -> Bool {
    guard let verb = annotated.tokens[medium].head else { return false }
    return annotated.children(of: verb, .advmod).contains { firsts.contains(annotated.lower($0)) }
  }

  /// Whether a medium is the subject or agent of a verb of reporting, or holds a report, or is cited.
  private func isReporting(_ medium: Int) -> Bool {
    guard let head = annotated.tokens[medium].head, !isDateline(medium) else { return false }
    let token = annotated.tokens[medium]
    let lemma = lemmas.lemmas(of: [annotated.tokens[head]])[0]
    switch token.relation {
    case .nsubj: return token.deprel.subtype != "pass" && reporting.contains(lemma)
    case .obl:
      let word = annotated.caseWord(of: medium)
      return (word == "by" && reporting.contains(lemma)) || word == "according"
    case .obj: return ["cite", "quote"].contains(lemma)
    case .nmod:
      return ["report", "article", "story", "account", "investigation", "interview"].contains(lemma)
    default: return annotated.caseWord(of: medium) == "according"
    }
  }

  private func isDateline(_ token: Int) -> Bool {
    annotated.dateline.map { $0.span.contains(annotated.tokens[token].span) } ?? false
  }
}

private let reporting: Set<String> = [
  "report", "publish", "reveal", "disclose", "say", "write", "quote", "cite",
]
private let firsts: Set<String> = ["first", "originally", "initially"]
