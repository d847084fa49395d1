import Foundation
import RapporteurCore
import RapporteurLedger
import RapporteurLineage

/// A folder of its own for one test.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The path of a file inside.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  // A leftover folder in the temporary place harms nobody.
  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A report of one sentence in which one actor meets another, perhaps as somebody says so.
struct Told {
  var key: String
  var outlet: String?
  var published = "2031-03-04"
  var text = "Ilse Marran met Odo Bekele in Valletta on Monday."
  /// The name of who says so, its kind and anonymity; nil for the report's own voice.
  var source: (name: String, kind: Actor.Kind, anonymity: Actor.Anonymity)?
  /// The office of who says so.
  var speaksAs: String?
  /// Organisations that the report names besides.
  var bodies: [String] = []
  /// Through whom: the medium that the chain runs through.
  var through: String?
  /// A medium that the sentence cites for something else.
  var beside: String?
  /// The country of who says so.
  var sourceCountry: String?
  var response: Claim.Response?
  var status: [EventStatus] = []
  var day: String? = "2031-03-03"
  var type = EventType.consult
  var mode: String?
  /// How certain whoever says so is; nil where the reading holds no letter.
  var certainty: Factuality?
  /// Where the trigger stands; the first word where nil.
  var trigger: TextSpan?
  /// The countries of those in `names`.
  var countries: [String] = []
  var names = ["Ilse Marran", "Odo Bekele"]
  /// The country and the office of the first of them.
  var office: (country: String, title: String)?

  init(_ key: String, outlet: String? = nil) {
    self.key = key
    self.outlet = outlet
  }

  private var span: TextSpan { TextSpan(0, min(5, text.utf8.count)) }

  private func actor(
    _ number: Int, _ name: String, _ kind: Actor.Kind, _ anonymity: Actor.Anonymity, _ country: String? = nil
  ) -> Actor {
    let spoken = number == 9 ? speaksAs.map { (country: nil as String?, title: $0) } : nil
    let held = number == 1 ? office : spoken
    return Actor(
      id: Actor.ID(number), name: name, kind: kind, country: held?.country ?? country, sectors: [],
      anonymity: anonymity,
      offices: held.map { [.init(title: $0.title, spans: [span])] } ?? [],
      mentions: [.init(spans: [span], form: .name, head: 0)])
  }

  private func claim(_ number: Int, parent: Int?, actor: Int, response: Claim.Response?) -> Claim {
    Claim(
      id: Claim.ID(number), parent: parent.map(Claim.ID.init),
      source: .init(actors: [Actor.ID(actor)], spans: [span]),
      cue: .init(spans: [span], lemma: "say", kind: .neutral), content: [span], form: .indirect,
      kind: .assertion,
      medium: nil, response: response, evidence: Evidence(spans: [span], rule: "test"))
  }

  var entry: Entry {
    var actors = names.enumerated().map {
      actor(
        $0.offset + 1, $0.element, .person, .named,
        $0.offset < countries.count ? countries[$0.offset] : nil)
    }
    var claims: [Claim] = []
    if let through {
      actors.append(actor(8, through, .media, .named))
      claims.append(claim(1, parent: nil, actor: 8, response: nil))
    }
    if let beside {
      actors.append(actor(7, beside, .media, .named))
      claims.append(claim(3, parent: nil, actor: 7, response: nil))
    }
    let isOwnVoice = through == nil && source == nil
    if let source {
      actors += bodies.enumerated().map { actor(10 + $0.offset, $0.element, .organisation, .named) }
      actors.append(actor(9, source.name, source.kind, source.anonymity, sourceCountry))
      claims.append(claim(2, parent: through == nil ? nil : 1, actor: 9, response: response))
    }
    let event = Event(
      id: Event.ID(1), type: type, mode: mode, contexts: [], status: status, cameo: type.cameo,
      trigger: .init(spans: [trigger ?? span], lemma: "meet", head: 1),
      actors: names.indices.map { .init(actor: Actor.ID($0 + 1), spans: [span]) }, recipients: [],
      date: day.map { Event.Date(value: $0, end: nil, grain: .day, spans: [span], basis: "given") },
      place: nil,
      casualties: [], claims: isOwnVoice ? [] : claims.last.map { [$0.id] } ?? [],
      factuality: certainty.map { [.init(holder: claims.last.map { .claim($0.id) } ?? .author, value: $0)] }
        ?? [],
      why: [Evidence(spans: [span], rule: "test")])
    let report = Report(
      id: "id-" + key, key: key, published: CalendarDate(iso: published), outlet: outlet, text: text)
    return Entry(
      report: report,
      dispatch: Dispatch(key: key, text: text, published: Instant(iso: published), outlet: outlet),
      reading: Reading(lineage: [], actors: actors, claims: claims, events: [event], times: [], places: []),
      sentences: [TextSpan(0, text.utf8.count)], language: "en", record: record,
      engine: Entry.Engine(version: "1", model: "m", lexicon: "l"))
  }

  private var record: [UInt8] {
    let object: [String: Any] = ["report": ["text": text], "events": [["id": "e1"]]]
    // Strings and lists are always valid JSON.
    return Array(try! JSONSerialization.data(withJSONObject: object))
  }
}

/// A ledger with these reports in it.
func ledger(_ path: String, holding told: [Told]) throws -> Ledger {
  let ledger = try Ledger(file: path, access: .write, now: { "2031-03-10T00:00:00Z" })
  let run = try ledger.beginRun(sources: ["test"])
  for one in told { _ = try ledger.enter(one.entry, run: run) }
  try ledger.endRun(run)
  return ledger
}

/// A long text that two outlets may copy from each other.
let wireText = """
  Ilse Marran met Odo Bekele in Valletta on Monday to discuss the fishing dispute that has kept boats in port since May.

  The two spoke for three hours in a hotel by the harbour and left through different doors without a word to reporters.

  A second round is planned for April in Tunis if the fishermen on both islands agree to hand over their maps by then.
  """
