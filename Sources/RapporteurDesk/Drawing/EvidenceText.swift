/// A report's text with its evidence marked by layer: who says (source, cue, content), who did what (parties, trigger),
/// when, where. Marks may overlap; the text is cut at every edge, and each piece carries all that covers it.
struct EvidenceText {
  private struct Mark {
    let start: Int
    let end: Int
    let kind: Kind
    let target: String?
    let words: String
  }

  /// The layers, the most telling last: where several meet, the link of the last one counts.
  private enum Kind: String, CaseIterable {
    case said, place = "plc", time = "tme", party = "pty", source = "src", cue, trigger = "trg"
  }

  private let record: ShownRecord
  private let marks: [Mark]

  init(_ record: ShownRecord) {
    self.record = record
    marks = EvidenceText.marks(record).filter { $0.start < $0.end }
  }

  /// Paragraphs of sentences, each with its anchor `s1`, `s2`, …
  var html: String {
    let scalars = Array(record.report.text.unicodeScalars)
    var html = "<p>"
    var end = 0
    for (index, sentence) in record.sentences.enumerated() {
      guard sentence.count == 2, sentence[0] >= end, sentence[1] <= scalars.count, sentence[0] < sentence[1]
      else { continue }
      let gap = String(String.UnicodeScalarView(scalars[end..<sentence[0]]))
      html += gap.contains("\n") && index > 0 ? "</p>\n<p>" : XML.escaped(gap)
      html += "<span class=\"s\" id=\"s\(index + 1)\">\(marked(sentence[0], sentence[1], scalars))</span>"
      end = sentence[1]
    }
    return html + XML.escaped(String(String.UnicodeScalarView(scalars[end...]))) + "</p>"
  }

  private func marked(_ start: Int, _ end: Int, _ scalars: [Unicode.Scalar]) -> String {
    let inside = marks.filter { $0.start < end && $0.end > start }
    let edges = Set([start, end] + inside.flatMap { [max($0.start, start), min($0.end, end)] }).sorted()
    return zip(edges, edges.dropFirst()).map { from, to in
      let text = XML.escaped(String(String.UnicodeScalarView(scalars[from..<to])))
      return piece(text, inside.filter { $0.start <= from && $0.end >= to })
    }.joined()
  }

  private func piece(_ text: String, _ covering: [Mark]) -> String {
    guard !covering.isEmpty else { return text }
    let kinds = Kind.allCases.filter { kind in covering.contains { $0.kind == kind } }
    let classes = kinds.map(\.rawValue).joined(separator: " ")
    let told = covering.filter { $0.kind == kinds.last }.first
    guard let target = told?.target, kinds != [.said] else {
      return "<span class=\"\(classes)\">\(text)</span>"
    }
    return
      "<a class=\"\(classes)\" href=\"#\(target)\" title=\"\(XML.escaped(told?.words ?? ""))\">\(text)</a>"
  }

  private static func marks(_ record: ShownRecord) -> [Mark] {
    func all(_ spans: [[Int]], _ kind: Kind, _ target: String?, _ words: String) -> [Mark] {
      spans.compactMap { span in
        span.count == 2 ? Mark(start: span[0], end: span[1], kind: kind, target: target, words: words) : nil
      }
    }
    var marks: [Mark] = []
    for claim in record.claims {
      marks += all(claim.content.spans, .said, claim.id, "")
      marks += all(claim.source.spans, .source, claim.id, "source of \(claim.id)")
      marks += all(claim.cue.spans, .cue, claim.id, "cue of \(claim.id): \(claim.cue.class)")
    }
    for event in record.events {
      marks += all(event.trigger.spans, .trigger, event.id, "\(event.id): \(event.type) \(event.mode ?? "")")
      for party in event.actor { marks += all(party.spans, .party, event.id, "actor of \(event.id)") }
      for party in event.recipient { marks += all(party.spans, .party, event.id, "recipient of \(event.id)") }
    }
    for time in record.times { marks += all(time.spans, .time, "times", time.value ?? "not resolved") }
    for place in record.places {
      marks += all(place.spans, .place, "places", "\(place.name) \(place.country ?? "")")
    }
    return marks
  }
}
