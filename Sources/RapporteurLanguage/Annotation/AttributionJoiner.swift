import RapporteurCore
import RapporteurEncoder

/// Joins tagged sources, cues and contents to attributions: one for each cue, with all that links to it.
///
/// A content that links to no cue stands alone where it is quoted; a source that links to none is dropped, and
/// so is a cue that nothing links to.
struct AttributionJoiner {
  static let types = ["source", "cue", "content"]

  /// The tags of one window.
  let spans: [TagSpan]
  let links: [WindowReading.Link]
  /// Whether a content is quoted, by its words.
  let isQuoted: (Range<Int>) -> Bool

  /// The attributions, in the order of their first words.
  func attributions() -> [TaggedAttribution] {
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
    let joined = drafts.values.filter { !$0.source.isEmpty || !$0.content.isEmpty }.map(\.attribution)
    return (joined + alone).sorted { AttributionJoiner.start($0) < AttributionJoiner.start($1) }
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

    var attribution: TaggedAttribution { TaggedAttribution(source: source, cue: cue, content: content) }
  }
}
