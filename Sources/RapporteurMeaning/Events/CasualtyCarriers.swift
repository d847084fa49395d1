import RapporteurCore

/// The candidates that counts of people can belong to, found by the sentences that tell of them.
///
/// - Complexity: a count costs the candidates of its own sentence and, where there are none, the logarithm of all.
struct CasualtyCarriers: Sendable {
  /// A candidate by its index, with the words that tell its act, the trigger's head first.
  private struct Carrier {
    let index: Int
    let words: [Int]

    func distance(to word: Int) -> Int { words.map { abs($0 - word) }.min() ?? .max }
  }

  private let annotated: AnnotatedReport
  /// By type, in text order of their heads.
  private var carriers: [EventType: [Carrier]] = [:]
  /// Places in `carriers`, by sentence.
  private var ofSentence: [EventType: [Int: [Int]]] = [:]

  /// Takes the candidates of a report in text order of their heads.
  init(_ candidates: [EventCandidate], _ annotated: AnnotatedReport) {
    self.annotated = annotated
    for (index, candidate) in candidates.enumerated() where [.assault, .coerce].contains(candidate.type) {
      add(Carrier(index: index, words: [candidate.head] + candidate.merged), candidate.type)
    }
  }

  private mutating func add(_ carrier: Carrier, _ type: EventType) {
    let place = carriers[type]?.count ?? 0
    precondition(carriers[type]?.last.map { $0.words[0] <= carrier.words[0] } ?? true, "not in text order")
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
    if let near = here.min(by: { wanted[$0].distance(to: count.word) < wanted[$1].distance(to: count.word) })
    {
      return wanted[near].index
    }
    let behind = wanted.partitioningIndex { $0.words[0] >= count.word }
    return behind > 0 ? wanted[behind - 1].index : nil
  }
}
