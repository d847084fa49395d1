import Foundation
import RapporteurCore
import RapporteurMeaning
import RapporteurTesting

/// A state, person or group of a hand-made sentence, by the number of its head word (counted from 1 over the report).
struct Named {
  let head: Int
  let name: String
  let country: String?
  let kind: Actor.Kind
  let sectors: [String]

  init(
    _ head: Int, _ name: String, _ country: String?, _ kind: Actor.Kind = .state, sectors: [String] = []
  ) {
    self.head = head
    self.name = name
    self.country = country
    self.kind = kind
    self.sectors = sectors
  }
}

/// What the shipped lexicon reads in a hand-made parse.
struct EventsFixture {
  let annotated: AnnotatedReport
  let events: [Event]
  private let table: ActorTable

  /// - Parameter again: Words that stand for an actor named before, by their numbers.
  init(
    _ parse: String, _ named: [Named] = [], sameAs again: [Int: Int] = [:], published: String? = nil,
    claims: [Claim] = [],
    times: [(String, Timex.Kind, String)] = [], places: [String] = []
  ) throws {
    let annotated = try handmade(parse, published: published)
    var actors: [Actor] = []
    for (index, item) in named.enumerated() {
      let span = annotated.tokens[item.head - 1].span
      actors.append(
        Actor(
          id: Actor.ID(index + 1), name: item.name, kind: item.kind, country: item.country,
          sectors: item.sectors, anonymity: .named,
          mentions: [.init(spans: [span], form: .name, head: item.head - 1)]))
    }
    let heads = again.compactMap { later, first in
      named.firstIndex { $0.head == first }.map { (later - 1, [Actor.ID($0 + 1)]) }
    }
    table = ActorTable(
      actors: actors, otherHeads: Dictionary(heads, uniquingKeysWith: { first, _ in first }))
    let lexicon = try EventLexicon(folder: ResourceFolder(module: "RapporteurMeaning"))
    self.annotated = annotated
    events = EventReader(lexicon: lexicon).read(
      annotated, actors: table, claims: claims,
      times: times.map { words, kind, value in
        Timex(spans: [EventsFixture.span(of: words, in: annotated)], kind: kind, value: value, basis: "given")
      },
      places: places.map {
        Place(spans: [EventsFixture.span(of: $0, in: annotated)], form: .toponym, name: $0, resolution: nil)
      })
  }

  /// The span of the first occurrence of some words.
  static func span(of words: String, in annotated: AnnotatedReport) -> TextSpan {
    let text = annotated.report.text
    guard let range = text.range(of: words) else { preconditionFailure("the text has no '\(words)'") }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return TextSpan(start, start + words.utf8.count)
  }

  /// `TYPE/mode actor,actor>recipient [status]` of each event, by the names given.
  var summary: [String] {
    events.map { event in
      let mode = event.mode.map { "/\($0)" } ?? ""
      let actors = event.actors.map { table.actor($0.actor).name }.joined(separator: ",")
      let recipients = event.recipients.map { table.actor($0.actor).name }.joined(separator: ",")
      let status = event.status.isEmpty ? "" : " [\(event.status.map(\.rawValue).joined(separator: ","))]"
      return "\(event.type.rawValue)\(mode) \(actors)>\(recipients)\(status)"
    }
  }
}
