import RapporteurCore
import RapporteurLedger
import RapporteurLineage

/// A synthetic report on its way to an entry.
struct Draft {
  let key: String
  let outlet: String
  let day: CalendarDate
  let sentences: [Sentence]

  /// How many bytes a record has for one of the text, as measured on `Gold/relays/dev.jsonl`.
  static let recordShare = 10

  /// The entry, as a reading of the text would give it: two parties, a speaker and a place for each act.
  func entry(head: String) -> Entry {
    var composer = Composer(text: head, day: day)
    for sentence in sentences { composer.add(sentence) }
    let text = composer.text
    let report = Report(id: "id-" + key, key: key, published: day, outlet: outlet, text: text)
    return Entry(
      report: report,
      dispatch: Dispatch(key: key, text: text, published: Instant(day: day), outlet: outlet),
      reading: Reading(
        lineage: [], actors: composer.actors, claims: composer.claims, events: composer.events, times: [],
        places: []),
      sentences: composer.spans, language: "en",
      record: Record(
        report: report, sentences: composer.spans, actors: composer.actors, claims: composer.claims,
        events: composer.events
      ).bytes(filledTo: text.utf8.count * Draft.recordShare),
      engine: Entry.Engine(version: "1", model: "m", lexicon: "l"))
  }
}

/// Writes sentences one after the other and keeps where their words stand.
private struct Composer {
  private(set) var text: String
  private(set) var spans: [TextSpan] = []
  private(set) var actors: [Actor] = []
  private(set) var claims: [Claim] = []
  private(set) var events: [Event] = []
  private let day: CalendarDate

  init(text: String, day: CalendarDate) { (self.text, self.day) = (text, day) }

  mutating func add(_ sentence: Sentence) {
    let start = text.utf8.count
    var words: [TextSpan] = []
    for word in sentence.words {
      let at = text.utf8.count
      text += word
      words.append(TextSpan(at, text.utf8.count))
      text += " "
    }
    text.removeLast()
    text += ". "
    spans.append(TextSpan(start, text.utf8.count - 1))
    if let act = sentence.act { add(act, words) }
  }

  private mutating func add(_ act: Act, _ words: [TextSpan]) {
    let actor = person(act.actor.name, act.actor.country, words[0])
    let recipient = person(act.recipient.name, act.recipient.country, words[2])
    let speaker = person(act.speaker, nil, words[6])
    let claim = Claim.ID(claims.count + 1)
    claims.append(
      Claim(
        id: claim, parent: nil, source: .init(actors: [speaker], spans: [words[6]]),
        cue: .init(spans: [words[5]], lemma: "say", kind: .neutral), content: [words[0]], form: .indirect,
        kind: .assertion, medium: .speech, evidence: Evidence(spans: [words[5]], rule: "synthetic")))
    events.append(
      Event(
        id: Event.ID(events.count + 1), type: act.type, mode: nil, contexts: [],
        status: act.isNegated ? [.negation] : [], cameo: act.type.cameo,
        trigger: .init(spans: [words[1]], lemma: act.verb, head: 1),
        actors: [.init(actor: actor, spans: [words[0]])],
        recipients: [.init(actor: recipient, spans: [words[2]])],
        date: .init(value: day.description, end: nil, grain: .day, spans: [words[1]], basis: "given"),
        place: Place(
          spans: [words[4]], form: .toponym, name: act.place.name,
          resolution: .init(
            name: act.place.name, country: act.place.country, admin1: nil, latitude: 1, longitude: 1,
            geonames: nil)),
        casualties: [], claims: [claim], factuality: [.init(holder: .claim(claim), value: .certain)],
        why: [Evidence(spans: [words[1]], rule: "synthetic")]))
  }

  private mutating func person(_ name: String, _ country: String?, _ span: TextSpan) -> Actor.ID {
    let id = Actor.ID(actors.count + 1)
    actors.append(
      Actor(
        id: id, name: name, kind: .person, country: country, sectors: [], anonymity: .named,
        mentions: [.init(spans: [span], form: .name, head: 0)]))
    return id
  }
}
