import RapporteurCore

/// The candidates that counts of people can belong to, by the sentences that tell of them.
struct CasualtyCarriers: Sendable {
  /// A candidate by its index, with the words that tell its act.
  private struct Carrier {
    let index: Int
    let words: [Int]

    func distance(to word: Int) -> Int { words.map { abs($0 - word) }.min() ?? .max }
  }

  private let annotated: AnnotatedReport
  private var carriers: [EventType: [Carrier]] = [:]
  /// Places in `carriers`, by sentence.
  private var ofSentence: [EventType: [Int: [Int]]] = [:]

  init(_ candidates: [EventCandidate], _ annotated: AnnotatedReport) {
    self.annotated = annotated
    for (index, candidate) in candidates.enumerated() where [.assault, .coerce].contains(candidate.type) {
      add(Carrier(index: index, words: [candidate.head] + candidate.merged), candidate.type)
    }
  }

  private mutating func add(_ carrier: Carrier, _ type: EventType) {
    let place = carriers[type]?.count ?? 0
    carriers[type, default: []].append(carrier)
    for sentence in Set(carrier.words.map(annotated.sentenceIndex)) {
      ofSentence[type, default: [:]][sentence, default: []].append(place)
    }
  }

  /// The index of the one that a count belongs to: the nearest of its sentence, else the last one before.
  func carrier(of count: CasualtyReader.Count) -> Int? {
    let type: EventType = count.kind == .arrested ? .coerce : .assault
    guard let wanted = carriers[type] else { return nil }
    let here = ofSentence[type]?[annotated.sentenceIndex(of: count.word)] ?? []
    let near = here.min { wanted[$0].distance(to: count.word) < wanted[$1].distance(to: count.word) }
    return near.map { wanted[$0].index } ?? wanted.last { $0.words[0] < count.word }?.index
  }
}
