import CRapporteurKernels
import Foundation

/// Ties each source and content to its cue.
struct LinkHead: Sendable {
  private let scorer: PairScorer

  init(_ weights: Safetensors) throws(ModelError) {
    scorer = try PairScorer(weights, "link", none: "none", width: Dimensions.pair)
  }

  /// One link for each span of `tags` that isn't a cue; `names` are the tags' names.
  func links(
    _ set: rk_set, _ rows: HeadRows, tags: [UInt8], names: [String], memory: UnsafeMutablePointer<Float>
  ) -> [WindowReading.Link] {
    let firsts = TagSpans.firsts(tags, names: names)
    let cues = firsts.filter { names[Int(tags[$0])].hasSuffix("-cue") }
    return firsts.filter { !names[Int(tags[$0])].hasSuffix("-cue") }.map { word in
      scorer.map(set, rows.segment(.linkDependent, word: word), stride: 0, rows: 1, to: memory)
      return WindowReading.Link(span: word, cue: scorer.choose(set, memory, among: cues, in: rows, .linkHead))
    }
  }
}

/// Ties each mention to the one before it that means the same.
struct CoreferenceHead: Sendable {
  private let scorer: PairScorer

  init(_ weights: Safetensors) throws(ModelError) {
    scorer = try PairScorer(weights, "coreference", none: "none", width: Dimensions.pair)
  }

  /// One entry for each word whose mention score is above `threshold`; any earlier word can be an antecedent,
  /// as in training.
  func antecedents(
    _ set: rk_set, _ rows: HeadRows, threshold: Float = 0, memory: UnsafeMutablePointer<Float>
  ) -> [WindowReading.Antecedent] {
    let mentions = (0..<rows.words).filter { rows.segment(.mention, word: $0)[0] > threshold }
    return mentions.map { word in
      scorer.map(set, rows.segment(.coreferenceDependent, word: word), stride: 0, rows: 1, to: memory)
      return antecedent(of: word, scorer.scores(set, memory, among: 0..<word, in: rows, .coreferenceHead))
    }
  }
}

extension CoreferenceHead {
  /// Less than this says nothing.
  private static let hopeless: Float = 0.005

  /// The softmax of the scores of all earlier words and of "none".
  private func antecedent(of word: Int, _ scores: (words: [Float], none: Float)) -> WindowReading.Antecedent {
    let top = scores.words.reduce(scores.none, max)
    let weights = scores.words.map { exp($0 - top) }
    let total = weights.reduce(exp(scores.none - top), +)
    let candidates = weights.indices.filter { weights[$0] / total > CoreferenceHead.hopeless }
      .sorted { (weights[$0], -$0) > (weights[$1], -$1) }
      .map { WindowReading.Antecedent.Candidate(word: $0, probability: weights[$0] / total) }
    return WindowReading.Antecedent(
      word: word, candidates: candidates, none: exp(scores.none - top) / total)
  }
}

/// How certainly what a word says happened: a hidden layer (in `HeadInput`), then one number.
struct FactualityHead: Sendable {
  private let matrix: FloatMatrix

  init(_ weights: Safetensors) throws(ModelError) {
    matrix = FloatMatrix(
      inputs: Dimensions.pair, outputs: 1,
      weights: try weights.floats("factuality.output.weight", [1, Dimensions.pair]),
      bias: try weights.floats("factuality.output.bias", [1]))
  }

  /// One value for each word; `memory` has 16 floats a word.
  func values(_ set: rk_set, _ rows: HeadRows, memory: UnsafeMutablePointer<Float>) -> [Float] {
    guard rows.words > 0 else { return [] }
    matrix.apply(
      set, rows.segment(.factualityHidden, word: 0), stride: rows.input.stride, rows: rows.words, to: memory,
      stride: 16)
    return (0..<rows.words).map { memory[$0 * 16] }
  }
}

/// The spans in a sequence of BIO tags.
enum TagSpans {
  /// The first words of all spans; an `I-` that continues nothing starts one.
  static func firsts(_ tags: [UInt8], names: [String]) -> [Int] {
    tags.indices.filter { index in
      let name = names[Int(tags[index])]
      if name == "O" { return false }
      if name.hasPrefix("B-") || index == 0 { return true }
      return names[Int(tags[index - 1])].dropFirst(2) != name.dropFirst(2)
    }
  }
}
