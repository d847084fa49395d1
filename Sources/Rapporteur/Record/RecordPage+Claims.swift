import RapporteurCore

extension Claim.ID {
  /// The id as the record writes it: `c1`.
  var exported: String { "c\(number)" }
}

extension Claim.Subject {
  /// The id as the record writes it: `e1` or `c1`.
  var exported: String {
    switch self {
    case .event(let id): id.exported
    case .claim(let id): id.exported
    }
  }
}

extension RecordPage {
  func write(_ writer: inout JSONWriter, _ claim: Claim) {
    writer.object { writer in
      writer.field("id", claim.id.exported)
      writer.field("parent", claim.parent?.exported)
      writer.field("source") { $0.flat { write(&$0, claim.source) } }
      writer.field("cue") { $0.flat { write(&$0, claim.cue) } }
      writer.field("content") { $0.flat { writer in writer.object { spans(&$0, "spans", claim.content) } } }
      writer.field("form", claim.form.rawValue)
      writer.field("type", claim.kind.rawValue)
      writer.field("medium", claim.medium?.rawValue)
      writer.field("platform", claim.platform)
      writer.field("response", claim.response?.rawValue)
      writer.field("about", claim.about.map(\.exported))
      writer.field("why") { writer in writer.flat { $0.array([claim.evidence]) { write(&$0, $1) } } }
    }
  }

  private func write(_ writer: inout JSONWriter, _ source: Claim.Source) {
    writer.object {
      $0.field("actor", source.actors.first?.exported)
      $0.field("actors", source.actors.map(\.exported))
      spans(&$0, "spans", source.spans)
    }
  }

  private func write(_ writer: inout JSONWriter, _ cue: Claim.Cue) {
    writer.object {
      spans(&$0, "spans", cue.spans)
      $0.field("lemma", cue.lemma)
      $0.field("class", cue.kind.rawValue)
    }
  }

  func write(_ writer: inout JSONWriter, _ evidence: Evidence) {
    writer.object {
      $0.field("rule", evidence.rule)
      spans(&$0, "spans", evidence.spans)
      $0.field("rejected", evidence.rejected)
    }
  }
}
