import RapporteurCore

/// Gives sources back to the cues whose subjects they are.
///
/// In `"…," the official said, according to the Gazette` the model may hang both sources on "according to".
struct RelayedSources {
  let annotated: AnnotatedReport

  /// The attributions, none of which lacks the subject of its own cue while another holds it among several.
  func mended(_ attributions: [TaggedAttribution]) -> [TaggedAttribution] {
    var found = attributions
    for index in found.indices where found[index].source.isEmpty {
      guard let cue = found[index].cue.first else { continue }
      let verb = annotated.topToken(of: cue)
      guard annotated.tokens[verb].upos == .verb, let subject = annotated.speaker(of: verb) else { continue }
      for other in nearby(index, in: found) {
        guard found[other].source.count > 1,
          let range = found[other].source.first(where: { $0.contains(subject) })
        else { continue }
        found[other] = found[other].with(source: found[other].source.filter { $0 != range })
        found[index] = found[index].with(source: [range])
        break
      }
    }
    return found
  }

  private func nearby(_ index: Int, in attributions: [TaggedAttribution]) -> [Int] {
    (max(0, index - 2)...min(attributions.count - 1, index + 2)).filter { $0 != index }
  }
}

extension TaggedAttribution {
  fileprivate func with(source: [Range<Int>]) -> TaggedAttribution {
    TaggedAttribution(source: source, cue: cue, content: content)
  }
}
