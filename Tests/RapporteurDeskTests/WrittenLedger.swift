import Foundation
import RapporteurCore
import RapporteurLedger
import RapporteurLineage

/// A folder of its own for one test.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("desk-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The path of a file inside.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  // A leftover folder in the temporary place harms nobody.
  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A report in which every field that an outlet or a reader of ours can fill holds the same words: two actors meet,
/// one of them denies it, and two outlets count the dead.
struct Written {
  let words: String
  var key = "k1"
  var dead = 3

  private var length: Int { words.utf8.count }
  private var first: TextSpan { TextSpan(0, length) }
  private var verb: TextSpan { TextSpan(length + 1, length + 4) }
  private var second: TextSpan { TextSpan(length + 5, 2 * length + 5) }

  /// `WORDS met WORDS`, a line break, and `WORDS` again.
  var text: String { "\(words) met \(words)\n\n\(words)" }

  private func actor(_ number: Int, _ kind: Actor.Kind, _ span: TextSpan) -> Actor {
    Actor(
      id: Actor.ID(number), name: words, kind: kind, country: number == 1 ? "NOR" : "MLT", sectors: [words],
      anonymity: .named, anonymityReason: [span], offices: [.init(title: words, spans: [span], since: words)],
      mentions: [.init(spans: [span], form: .name, head: 0)])
  }

  private var place: Place {
    Place(
      spans: [second], form: .toponym, name: words,
      resolution: .init(
        name: words, country: "MLT", admin1: words, latitude: 35.9, longitude: 14.5, geonames: 1))
  }

  private var claims: [Claim] {
    let said = Evidence(spans: [verb], rule: "test")
    return [
      Claim(
        id: Claim.ID(1), parent: nil, source: .init(actors: [Actor.ID(1)], spans: [first]),
        cue: .init(spans: [verb], lemma: words, kind: .neutral), content: [second], form: .indirect,
        kind: .assertion,
        medium: nil, platform: words, evidence: said),
      Claim(
        id: Claim.ID(2), parent: Claim.ID(1), source: .init(actors: [Actor.ID(2)], spans: [second]),
        cue: .init(spans: [verb], lemma: words, kind: .denial), content: [second], form: .direct,
        kind: .belief,
        medium: nil, response: .denied, about: [.event(Event.ID(1))], evidence: said),
    ]
  }

  private var event: Event {
    Event(
      id: Event.ID(1), type: .consult, mode: words, contexts: [words], status: [.future], cameo: "040",
      trigger: .init(spans: [verb], lemma: words, head: 1),
      actors: [.init(actor: Actor.ID(1), spans: [first])],
      recipients: [.init(actor: Actor.ID(2), spans: [second])],
      date: .init(value: "2031-03-03", end: nil, grain: .day, spans: [second], basis: words), place: place,
      casualties: [.init(kind: .dead, low: dead, high: nil, spans: [verb], claim: Claim.ID(1))],
      claims: [Claim.ID(1)], factuality: [.init(holder: .claim(Claim.ID(1)), value: .certain)],
      why: [Evidence(spans: [verb], rule: words, rejected: [words])])
  }

  var entry: Entry {
    let report = Report(
      id: "id-" + key, key: words + key, uri: words, title: words, authors: [words],
      published: CalendarDate(iso: "2031-03-04"), outlet: words + key, text: text)
    return Entry(
      report: report,
      dispatch: Dispatch(
        key: words + key, text: text, title: words, published: Instant(iso: "2031-03-04"), uri: words,
        outlet: words + key, sources: [words]),
      reading: Reading(
        lineage: [LineageLink(name: words, role: .publisher, spans: [first])],
        actors: [actor(1, .person, first), actor(2, .organisation, second)], claims: claims, events: [event],
        times: [Timex(spans: [second], kind: .date, value: words, basis: words)], places: [place]),
      sentences: [TextSpan(0, 2 * length + 5), TextSpan(2 * length + 7, 3 * length + 7)], language: words,
      record: record, engine: Entry.Engine(version: words, model: words, lexicon: words))
  }

  // MARK: The record

  private var count: Int { words.unicodeScalars.count }

  private var record: [UInt8] {
    let (first, verb, second) = ([[0, count]], [[count + 1, count + 4]], [[count + 5, 2 * count + 5]])
    func actor(_ id: String, _ spans: [[Int]]) -> [String: Any] {
      [
        "id": id, "name": words, "kind": words, "country": words, "sectors": [words], "anonymity": "granted",
        "anonymityReason": spans, "offices": [["title": words, "spans": spans]], "mentions": [] as [Any],
      ]
    }
    func claim(_ id: String, _ actor: String, _ spans: [[Int]], _ parent: Any, _ response: Any) -> [String:
      Any]
    {
      [
        "id": id, "parent": parent, "source": ["actor": actor, "spans": spans] as [String: Any],
        "cue": ["spans": verb, "lemma": words, "class": words] as [String: Any], "content": ["spans": second],
        "form": words, "type": words, "medium": words, "platform": words, "response": response,
        "about": ["e1"],
      ]
    }
    let place: [String: Any] = [
      "name": words, "country": words, "admin1": words, "lat": 35.9, "lon": 14.5, "geonames": 1,
      "spans": second,
      "form": words,
    ]
    let event: [String: Any] = [
      "id": "e1", "type": words, "mode": words, "contexts": [words], "status": [words], "quad": 1,
      "intensity": 2.5,
      "cameo": words, "trigger": ["spans": verb, "lemma": words] as [String: Any],
      "actor": [["id": "a1", "spans": first] as [String: Any]],
      "recipient": [["id": "a2", "spans": second] as [String: Any]],
      "date": ["value": words, "end": words, "grain": words, "spans": second, "basis": words]
        as [String: Any],
      "place": place,
      "casualties": [["kind": words, "low": 3, "high": NSNull(), "claim": words] as [String: Any]],
      "claims": ["c1"], "factuality": [["holder": words, "value": words]],
      "why": [["rule": words, "spans": verb, "rejected": [words]] as [String: Any]],
    ]
    let object: [String: Any] = [
      "schema": "rapporteur/1", "engine": ["version": words, "model": words, "lexicon": words],
      "report": [
        "id": "id-" + key, "key": words + key, "uri": words, "title": words, "authors": [words],
        "published": words, "outlet": words, "language": words, "text": text,
        "lineage": [["name": words, "role": words, "spans": first] as [String: Any]],
      ] as [String: Any],
      "sentences": [[0, 2 * count + 5], [2 * count + 7, 3 * count + 7]],
      "actors": [actor("a1", first), actor("a2", second)],
      "claims": [claim("c1", "a1", first, NSNull(), NSNull()), claim("c2", "a2", second, "c1", words)],
      "events": [event],
      "times": [["spans": second, "type": words, "value": words, "mod": NSNull()] as [String: Any]],
      "places": [place],
    ]
    // Strings, numbers and lists are always valid JSON.
    return Array(try! JSONSerialization.data(withJSONObject: object))
  }
}

/// A ledger with two reports whose every field holds these words.
func ledger(_ path: String, written words: String) throws -> Ledger {
  let ledger = try Ledger(file: path, access: .write, now: { "2031-03-10T00:00:00Z" })
  let run = try ledger.beginRun(sources: ["test"])
  for one in [Written(words: words), Written(words: words, key: "k2", dead: 5)] {
    _ = try ledger.enter(one.entry, run: run)
  }
  try ledger.endRun(run)
  return ledger
}
