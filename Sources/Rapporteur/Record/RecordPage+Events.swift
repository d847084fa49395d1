import RapporteurCore

extension Event.ID {
  /// The id as the record writes it: `e1`.
  var exported: String { "e\(number)" }
}

extension RecordPage {
  func write(_ writer: inout JSONWriter, _ event: Event) {
    writer.object { writer in
      writer.field("id", event.id.exported)
      writer.field("type", event.type.rawValue)
      writer.field("mode", event.mode)
      writer.field("contexts", event.contexts)
      writer.field("status", event.status.map(\.rawValue))
      writer.field("quad", event.type.quad)
      writer.field("intensity") { $0.decimal(event.intensity) }
      writer.field("cameo", event.cameo)
      writer.field("trigger") { $0.flat { write(&$0, event.trigger) } }
      writer.field("actor") { $0.flat { $0.array(event.actors) { write(&$0, $1) } } }
      writer.field("recipient") { $0.flat { $0.array(event.recipients) { write(&$0, $1) } } }
      writer.field("date") { $0.flat { write(&$0, event.date) } }
      writer.field("place") { $0.flat { writePlace(&$0, event.place) } }
      writer.field("casualties") {
        $0.array(event.casualties) { writer, count in writer.flat { write(&$0, count) } }
      }
      writer.field("claims", event.claims.map(\.exported))
      writer.field("factuality") { $0.flat { $0.array(event.factuality) { write(&$0, $1) } } }
      writer.field("why") { $0.array(event.why) { writer, evidence in writer.flat { write(&$0, evidence) } } }
    }
  }

  private func write(_ writer: inout JSONWriter, _ trigger: Event.Trigger) {
    writer.object {
      spans(&$0, "spans", trigger.spans)
      $0.field("lemma", trigger.lemma)
    }
  }

  private func write(_ writer: inout JSONWriter, _ participant: Event.Participant) {
    writer.object {
      $0.field("id", participant.actor.exported)
      spans(&$0, "spans", participant.spans)
    }
  }

  private func write(_ writer: inout JSONWriter, _ date: Event.Date?) {
    guard let date else { return writer.null() }
    writer.object {
      $0.field("value", date.value)
      $0.field("end", date.end)
      $0.field("grain", date.grain.rawValue)
      spans(&$0, "spans", date.spans)
      $0.field("basis", date.basis)
    }
  }

  private func writePlace(_ writer: inout JSONWriter, _ place: Place?) {
    guard let place else { return writer.null() }
    writer.object {
      writeResolution(&$0, of: place)
      spans(&$0, "spans", place.spans)
    }
  }

  private func write(_ writer: inout JSONWriter, _ count: Event.Casualties) {
    writer.object {
      $0.field("kind", count.kind.rawValue)
      $0.field("low", count.low)
      $0.field("high", count.high)
      spans(&$0, "spans", count.spans)
      $0.field("claim", count.claim?.exported)
    }
  }

  private func write(_ writer: inout JSONWriter, _ holding: Event.Holding) {
    writer.object {
      switch holding.holder {
      case .author: $0.field("holder", "author")
      case .claim(let id): $0.field("holder", id.exported)
      }
      $0.field("value", holding.value.rawValue)
    }
  }
}
