package import RapporteurCore
package import RapporteurEncoder

/// Joins tagged sources, cues and contents to attributions: one for each cue, with all that links to it.
///
/// A content that links to no cue stands alone where it is quoted; a source that links to none is dropped, and
/// so is a cue that nothing links to. A cue that has no source, and whose verb depends on or is joined to the
/// verb of another cue, has that cue's source ("Roe said A, adding B").
package struct AttributionJoiner {
  package static let types = ["source", "cue", "content"]
  /// The relations by which a verb shares the subject of its head.
  static let sharing: Set<Relation> = [.advcl, .conj, .xcomp, .acl, .parataxis]

  /// How many words may stand between a cue and the content that it takes from a neighbour.
  static let nearest = 3

  /// The tags of one window.
  let spans: [TagSpan]
  let links: [WindowReading.Link]
  /// For each word of the window its head in the window, or -1.
  let heads: [Int]
  let relation: (Int) -> Relation
  /// Whether a content is quoted, by its words.
  let isQuoted: (Range<Int>) -> Bool

  package init(
    spans: [TagSpan], links: [WindowReading.Link], heads: [Int], relation: @escaping (Int) -> Relation,
    isQuoted: @escaping (Range<Int>) -> Bool
  ) {
    self.spans = spans
    self.links = links
    self.heads = heads
    self.relation = relation
    self.isQuoted = isQuoted
  }

  /// The attributions, in the order of their first words.
  package func attributions() -> [TaggedAttribution] {
    var drafts: [Int: Draft] = [:]
    for span in spans where span.type == 1 { drafts[span.words.lowerBound] = Draft(cue: [span.words]) }
    var alone: [TaggedAttribution] = []
    let cueOfSpan = Dictionary(links.map { ($0.span, $0.cue) }, uniquingKeysWith: { first, _ in first })
    for span in spans where span.type != 1 {
      if let cue = cueOfSpan[span.words.lowerBound] ?? nil, drafts[cue] != nil {
        drafts[cue]?.add(span)
      } else if span.type == 2, isQuoted(span.words) {
        alone.append(TaggedAttribution(source: [], cue: [], content: [span.words]))
      }
    }
    takeNearContents(&drafts)
    let shared = drafts.mapValues { sharesSource($0, drafts) }
    let joined = shared.values.filter { !$0.source.isEmpty || !$0.content.isEmpty }.map(\.attribution)
    return (joined + alone).sorted {
      (AttributionJoiner.start($0), $0.cue.first?.lowerBound ?? -1)
        < (AttributionJoiner.start($1), $1.cue.first?.lowerBound ?? -1)
    }
  }

  /// Gives a cue without content the piece of a neighbour's content that stands next to it.
  ///
  /// Only a piece that is farther from the neighbour's cue is taken, and only where the neighbour keeps another.
  private func takeNearContents(_ drafts: inout [Int: Draft]) {
    for cue in drafts.keys.sorted() {
      guard let draft = drafts[cue], draft.content.isEmpty else { continue }
      for other in drafts.keys.sorted() {
        guard let owner = drafts[other], owner.content.count > 1 else { continue }
        let near = owner.content.indices.first {
          let gap = draft.gap(to: owner.content[$0])
          return gap <= AttributionJoiner.nearest && gap < owner.gap(to: owner.content[$0])
        }
        guard let near else { continue }
        drafts[cue]?.content = [owner.content[near]]
        drafts[other]?.content.remove(at: near)
        break
      }
    }
  }

  /// The draft with the source of the cue that its verb depends on, where it has none itself.
  private func sharesSource(_ draft: Draft, _ drafts: [Int: Draft]) -> Draft {
    guard draft.source.isEmpty, !draft.content.isEmpty, let cue = draft.cue.first else { return draft }
    var verb = top(of: cue)
    for _ in 0..<3 {
      guard AttributionJoiner.sharing.contains(relation(verb)), heads[verb] >= 0, !hasSubject(verb) else {
        break
      }
      verb = heads[verb]
      if let other = drafts.values.first(where: { $0.cue[0].contains(verb) }), !other.source.isEmpty {
        var completed = draft
        completed.source = other.source
        return completed
      }
    }
    return draft
  }

  /// The word of a span that depends on a word outside it.
  private func top(of span: Range<Int>) -> Int {
    span.first { !span.contains(heads[$0]) } ?? span.lowerBound
  }

  private func hasSubject(_ verb: Int) -> Bool {
    let near = max(0, verb - 25)..<min(heads.count, verb + 10)
    return near.contains { heads[$0] == verb && (relation($0) == .nsubj || relation($0) == .csubj) }
  }

  private static func start(_ attribution: TaggedAttribution) -> Int {
    [attribution.source, attribution.cue, attribution.content].compactMap { $0.first?.lowerBound }.min() ?? 0
  }

  private struct Draft {
    var source: [Range<Int>] = []
    var cue: [Range<Int>]
    var content: [Range<Int>] = []

    mutating func add(_ span: TagSpan) {
      if span.type == 0 { source.append(span.words) } else { content.append(span.words) }
    }

    /// The words between a span and the cue or the source, whichever is nearer.
    func gap(to span: Range<Int>) -> Int {
      (cue + source).map { max($0.lowerBound - span.upperBound, span.lowerBound - $0.upperBound) }.min()
        ?? .max
    }

    var attribution: TaggedAttribution { TaggedAttribution(source: source, cue: cue, content: content) }
  }
}
