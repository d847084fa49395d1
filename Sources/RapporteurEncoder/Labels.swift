import Foundation

/// The names of the classes that the heads choose from; a result holds indices into these lists.
public struct Labels: Sendable, Equatable, Decodable {
  /// Universal part-of-speech tags (`NOUN`).
  public let upos: [String]
  /// Bundles of features (`Mood=Ind|Tense=Past|VerbForm=Fin`); `_` where there is none.
  public let features: [String]
  /// Edit scripts that turn a form into its lemma (`l/0|/3|y`).
  public let lemma: [String]
  /// Dependency relations with their subtypes (`nsubj:pass`).
  public let deprel: [String]
  /// Name tags: `O`, `B-PER`, `I-PER` and so on.
  public let names: [String]
  /// Attribution tags: `O`, then `B-` and `I-` of `source`, `cue` and `content`.
  public let attribution: [String]
  /// The heads that the model has (`coreference` among them or not).
  public let heads: [String]

  /// Reads `labels.json`.
  init(path: String) throws(ModelError) {
    self = try decodeJSON(Labels.self, path: path)
    let lists = [upos, features, lemma, deprel, names, attribution]
    let most = [256, 65_536, 65_536, 65_536, 256, 256]
    guard zip(lists, most).allSatisfy({ !$0.isEmpty && $0.count <= $1 }) else {
      throw ModelError(file: path, reason: .malformed("a list of labels is empty or too long"))
    }
  }
}

/// The fields of `manifest.json` that the program needs.
struct Manifest: Decodable {
  /// The name of this training (`2026-11-23`).
  let version: String

  init(path: String) throws(ModelError) {
    self = try decodeJSON(Manifest.self, path: path)
  }
}

private func decodeJSON<Value: Decodable>(_ type: Value.Type, path: String) throws(ModelError) -> Value {
  let file = try MappedFile(path: path)
  do {
    return try JSONDecoder().decode(type, from: Data(file.bytes))
  } catch {
    throw ModelError(file: path, reason: .malformed("the JSON lacks what a model needs (\(error))"))
  }
}
