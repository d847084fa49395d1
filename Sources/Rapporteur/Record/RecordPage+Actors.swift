import RapporteurCore

extension Actor.ID {
  /// The id as the record writes it: `a1`.
  var exported: String { "a\(number)" }
}

extension RecordPage {
  func write(_ writer: inout JSONWriter, _ actor: Actor) {
    writer.object { writer in
      writer.field("id", actor.id.exported)
      writer.field("name", actor.name)
      writer.field("kind", actor.kind.rawValue)
      writer.field("country", actor.country)
      writer.field("sectors", actor.sectors)
      writer.field("anonymity", actor.anonymity.rawValue)
      spans(&writer, "anonymityReason", actor.anonymityReason)
      writer.field("offices") {
        $0.array(actor.offices) { writer, office in writer.flat { write(&$0, office) } }
      }
      writer.field("mentions") {
        $0.array(actor.mentions) { writer, mention in writer.flat { write(&$0, mention) } }
      }
    }
  }

  private func write(_ writer: inout JSONWriter, _ office: Actor.Office) {
    writer.object {
      $0.field("title", office.title)
      spans(&$0, "spans", office.spans)
      $0.field("standing", office.standing.rawValue)
      $0.field("since", office.since)
      $0.field("until", office.until)
      spans(&$0, "dated", office.dated)
    }
  }

  private func write(_ writer: inout JSONWriter, _ mention: Actor.Mention) {
    writer.object {
      spans(&$0, "spans", mention.spans)
      $0.field("form", mention.form.rawValue)
    }
  }
}
