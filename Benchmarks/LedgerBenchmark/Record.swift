import Foundation
import RapporteurCore

/// A record (`rapporteur/1`) of a synthetic report, as far as a page of the desk asks for it. Its texts are ASCII, so that
/// bytes are code points.
struct Record {
  let report: Report
  let sentences: [TextSpan]
  let actors: [Actor]
  let claims: [Claim]
  let events: [Event]

  /// The record as JSON, filled up to a length in bytes.
  func bytes(filledTo length: Int) -> [UInt8] {
    var object: [String: Any] = [
      "schema": "rapporteur/1", "engine": ["version": "1", "model": "m", "lexicon": "l"],
      "report": [
        "id": report.id, "key": report.key, "title": NSNull(),
        "published": (report.published?.description) as Any? ?? NSNull(),
        "language": "en", "text": report.text, "lineage": [] as [Any],
      ] as [String: Any],
      "sentences": sentences.map(pair), "actors": actors.map(object), "claims": claims.map(object),
      "events": events.map(object), "times": [] as [Any], "places": [] as [Any], "rest": "",
    ]
    let short = encoded(object).count
    object["rest"] = String(repeating: "a", count: max(0, length - short))
    return encoded(object)
  }

  private func encoded(_ object: [String: Any]) -> [UInt8] {
    // Strings, numbers, nulls and lists are always valid JSON.
    Array(try! JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
  }

  private func pair(_ span: TextSpan) -> [Int] { [span.start, span.end] }

  private func object(_ actor: Actor) -> [String: Any] {
    [
      "id": "a\(actor.id.number)", "name": actor.name, "kind": actor.kind.rawValue,
      "country": (actor.country) as Any? ?? NSNull(),
      "sectors": actor.sectors, "anonymity": actor.anonymity.rawValue, "anonymityReason": [] as [Any],
      "offices": [] as [Any],
    ]
  }

  private func object(_ claim: Claim) -> [String: Any] {
    [
      "id": "c\(claim.id.number)", "parent": NSNull(),
      "source": [
        "actor": (claim.source.actors.first.map { "a\($0.number)" }) as Any? ?? NSNull(),
        "spans": claim.source.spans.map(pair),
      ]
        as [String: Any],
      "cue": ["spans": claim.cue.spans.map(pair), "lemma": claim.cue.lemma, "class": claim.cue.kind.rawValue]
        as [String: Any],
      "content": ["spans": claim.content.map(pair)], "form": claim.form.rawValue, "type": claim.kind.rawValue,
      "platform": NSNull(), "response": NSNull(), "about": [] as [Any],
    ]
  }

  private func object(_ event: Event) -> [String: Any] {
    [
      "id": "e\(event.id.number)", "type": event.type.rawValue, "mode": (event.mode) as Any? ?? NSNull(),
      "contexts": event.contexts,
      "status": event.status.map(\.rawValue), "quad": event.type.quad, "intensity": 0, "cameo": event.cameo,
      "trigger": ["spans": event.trigger.spans.map(pair), "lemma": event.trigger.lemma] as [String: Any],
      "actor": event.actors.map(party), "recipient": event.recipients.map(party),
      "date": event.date.map(object) as Any? ?? NSNull(),
      "place": event.place.map(object) as Any? ?? NSNull(),
      "casualties": [] as [Any], "claims": event.claims.map { "c\($0.number)" },
      "factuality": [] as [Any],
      "why": event.why.map {
        ["rule": $0.rule, "spans": $0.spans.map(pair), "rejected": [] as [Any]] as [String: Any]
      },
    ]
  }

  private func object(_ day: Event.Date) -> [String: Any] {
    [
      "value": day.value, "end": NSNull(), "grain": day.grain.rawValue, "basis": day.basis,
      "spans": day.spans.map(pair),
    ]
  }

  private func object(_ place: Place) -> [String: Any] {
    [
      "name": place.name, "country": place.resolution?.country as Any? ?? NSNull(),
      "spans": place.spans.map(pair),
    ]
  }

  private func party(_ party: Event.Participant) -> [String: Any] {
    ["id": "a\(party.actor.number)", "spans": party.spans.map(pair)]
  }
}
