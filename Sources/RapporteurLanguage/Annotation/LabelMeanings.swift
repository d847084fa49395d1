import RapporteurCore
import RapporteurEncoder

/// The model's labels as values of Core, made once for each model.
struct LabelMeanings: Sendable {
  let upos: [UPOS]
  let features: [Features]
  let lemmas: [LemmaScript]
  let deprels: [Deprel]
  let nameKinds = NameMention.Kind.allCases
  let names: BIOTags
  let attribution: BIOTags

  /// - Throws: `LabelError` where a label isn't one that the program knows.
  init(_ labels: Labels) throws(LabelError) {
    upos = try LabelMeanings.read(labels.upos, "upos") { UPOS(rawValue: $0) }
    features = labels.features.map { Features(bundle: $0) }
    lemmas = try LabelMeanings.read(labels.lemma, "lemma") { LemmaScript($0) }
    deprels = try LabelMeanings.read(labels.deprel, "deprel") { Deprel($0) }
    names = BIOTags(names: labels.names, types: NameMention.Kind.allCases.map(\.rawValue))
    attribution = BIOTags(names: labels.attribution, types: AttributionJoiner.types)
  }

  private static func read<Value>(
    _ labels: [String], _ head: String, _ make: (String) -> Value?
  ) throws(LabelError) -> [Value] {
    var values: [Value] = []
    for label in labels {
      guard let value = make(label) else { throw LabelError(head: head, label: label) }
      values.append(value)
    }
    return values
  }
}

/// The model names a label that the program doesn't know: model and program don't belong together.
public struct LabelError: Error, Equatable, CustomStringConvertible {
  /// The list in `labels.json`.
  public let head: String
  /// The label.
  public let label: String

  /// Which label, and what to do.
  public var description: String {
    "labels.json: '\(label)' under '\(head)' means nothing to this version of the program. "
      + "The model and the program don't belong together."
  }
}
