import RapporteurCore

/// Finds the medium that the text names as where the news comes from.
struct OriginFinder {
  let annotated: AnnotatedReport
  let actors: ActorTable

  /// The first medium that the text says reported the news: "first reported by", "a report in", "reported".
  func origin() -> (name: String, spans: [TextSpan])? {
    for token in annotated.tokens.indices {
      for id in actors.actors(headedBy: token) where actors.actor(id).kind == .media {
        guard isReporting(token), let mention = actors.mention(of: id, headedBy: token), mention.form == .name else {
          continue
        }
        return (actors.actor(id).name, mention.spans)
      }
    }
    return nil
  }

  /// Whether a medium is the subject or agent of a verb of reporting, or holds a report, or is cited.
  private func isReporting(_ medium: Int) -> Bool {
    guard let head = annotated.tokens[medium].head, !isDateline(medium) else { return false }
    let token = annotated.tokens[medium]
    let lemma = annotated.tokens[head].lemma
    switch token.relation {
    case .nsubj: return token.deprel.subtype != "pass" && reporting.contains(lemma)
    case .obl:
      let word = annotated.caseWord(of: medium)
      return (word == "by" && reporting.contains(lemma)) || word == "according"
    case .obj: return ["cite", "quote"].contains(lemma)
    case .nmod: return ["report", "article", "story", "account", "investigation", "interview"].contains(lemma)
    default: return annotated.caseWord(of: medium) == "according"
    }
  }

  private func isDateline(_ token: Int) -> Bool {
    annotated.dateline.map { $0.span.contains(annotated.tokens[token].span) } ?? false
  }
}

private let reporting: Set<String> = ["report", "publish", "reveal", "disclose", "say", "write", "quote", "cite"]
