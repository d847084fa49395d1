import RapporteurCore
import RapporteurEncoder

/// What the model said about a report, gathered window by window.
struct Annotation {
  private let meanings: LabelMeanings
  private let forms: [String]
  private var upos: [UPOS]
  private var features: [Features]
  private var lemmas: [String]
  /// The head's index, or -1.
  private var heads: [Int]
  private var deprels: [Deprel]
  private(set) var names: [NameMention] = []
  private(set) var attributions: [TaggedAttribution] = []
  private(set) var antecedents: [Int: AntecedentBelief] = [:]
  private(set) var factuality: [Float] = []

  init(meanings: LabelMeanings, forms: [String]) {
    self.meanings = meanings
    self.forms = forms
    upos = Array(repeating: .other, count: forms.count)
    features = Array(repeating: .none, count: forms.count)
    lemmas = forms
    heads = Array(repeating: -1, count: forms.count)
    deprels = Array(repeating: Deprel(.root), count: forms.count)
    factuality.reserveCapacity(forms.count)
  }

  /// Adds the reading of the next window.
  mutating func add(_ reading: WindowReading, of window: PlannedWindow) {
    let base = window.tokens.lowerBound
    for (index, token) in window.tokens.enumerated() {
      upos[token] = meanings.upos[Int(reading.upos[index])]
      features[token] = meanings.features[Int(reading.features[index])]
      lemmas[token] = meanings.lemmas[Int(reading.lemmas[index])].lemma(of: forms[token])
      heads[token] = reading.heads[index] < 0 ? -1 : reading.heads[index] + base
      deprels[token] = meanings.deprels[Int(reading.deprels[index])]
    }
    for span in meanings.names.spans(reading.names) {
      names.append(NameMention(tokens: span.words.shifted(base), kind: meanings.nameKinds[span.type]))
    }
    addAttributions(reading, base)
    for found in reading.antecedents {
      antecedents[found.word + base] = AntecedentBelief(
        candidates: found.candidates.map { .init(head: $0.word + base, probability: $0.probability) },
        none: found.none)
    }
    factuality.append(contentsOf: reading.factuality)
  }

  private mutating func addAttributions(_ reading: WindowReading, _ base: Int) {
    let joiner = AttributionJoiner(
      spans: meanings.attribution.spans(reading.attribution), links: reading.links,
      heads: reading.heads, relation: { [meanings] in meanings.deprels[Int(reading.deprels[$0])].relation },
      isQuoted: { [forms] in Quotes.opens(forms[$0.lowerBound + base]) })
    for found in joiner.attributions() {
      attributions.append(
        TaggedAttribution(
          source: found.source.map { $0.shifted(base) }, cue: found.cue.map { $0.shifted(base) },
          content: found.content.map { $0.shifted(base) }))
    }
  }

  /// Hangs the roots of a long sentence's later parts on the root of its first part.
  mutating func rejoin(_ sentence: Range<Int>) {
    var root: Int?
    for token in sentence where heads[token] < 0 {
      if let root {
        heads[token] = root
        deprels[token] = Deprel(.parataxis)
      } else {
        root = token
      }
    }
  }

  /// The tokens of the whole report.
  func tokens(_ spans: [TextSpan]) -> [Token] {
    spans.indices.map { index in
      let isRoot = heads[index] < 0
      return Token(
        span: spans[index], form: forms[index], lemma: lemmas[index], upos: upos[index],
        features: features[index], head: isRoot ? nil : heads[index],
        deprel: isRoot ? Deprel(.root) : deprels[index])
    }
  }
}

/// Quotation marks as words.
enum Quotes {
  /// Whether a word opens (or may open) a quotation.
  static func opens(_ form: String) -> Bool {
    switch form {
    case "\"", "“", "‘", "''", "``", "«", "„", "'": true
    default: false
    }
  }
}

extension Range<Int> {
  func shifted(_ offset: Int) -> Range<Int> { (lowerBound + offset)..<(upperBound + offset) }
}
