import CRapporteurKernels
public import Foundation

/// The trained model: reads a window of words and says their tags, tree, names, attribution and more.
///
/// Weights are immutable and shared between threads; working memory belongs to the caller:
/// ```swift
/// let encoder = try Encoder(folder: modelFolder)
/// var scratch = encoder.makeScratch()
/// let reading = encoder.read(EncoderWindow(words: ["Kyiv", "agreed", "."], sentences: [0..<3]), scratch: &scratch)
/// encoder.labels.upos[Int(reading.upos[0])]  // "PROPN"
/// ```
public struct Encoder: Sendable {
  /// The most pieces of a window, `[CLS]` and `[SEP]` among them.
  public static let maximumPieces = 384

  /// The names behind the indices of a reading.
  public let labels: Labels
  /// The version in the model's manifest.
  public let version: String

  private let tokenizer: WordPieceTokenizer
  private let embeddings: Embeddings
  private let layers: LayerStack
  private let heads: Heads
  private let set: rk_set

  /// Loads a model.
  ///
  /// - Parameter folder: The folder with `weights.safetensors`, `vocabulary.txt`, `labels.json` and
  ///   `manifest.json`.
  /// - Throws: `ModelError` with the file and what is wrong with it.
  public init(folder: URL) throws(ModelError) {
    try self.init(folder: folder, arithmetic: .int8)
  }

  /// Loads a model for one kind of arithmetic and one instruction set, by default the best that there is.
  package init(folder: URL, arithmetic: Arithmetic, kernels: KernelSet? = nil) throws(ModelError) {
    precondition(kernels?.isSupported != false)
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    version = try Manifest(path: path("manifest.json")).version
    labels = try Labels(path: path("labels.json"))
    tokenizer = try WordPieceTokenizer(vocabularyPath: path("vocabulary.txt"))
    let weights = try Safetensors(path: path("weights.safetensors"))
    embeddings = try Embeddings(weights, vocabulary: tokenizer.vocabulary.count)
    layers = try LayerStack(weights, arithmetic)
    heads = try Heads(weights, labels, arithmetic)
    set = kernels?.raw ?? rk_best_set()
  }

  /// The pieces that a word takes in a window: 1 to 16. `[CLS]` and `[SEP]` take one more each a window.
  public func pieceCount(of word: String) -> Int { tokenizer.pieces(of: word).count }

  /// Memory for `read`; each thread needs its own.
  public func makeScratch() -> EncoderScratch { EncoderScratch() }

  /// Reads a window.
  ///
  /// - Parameters:
  ///   - window: Whole sentences, with at most `maximumPieces` pieces.
  ///   - scratch: Memory of this thread.
  public func read(_ window: EncoderWindow, scratch: inout EncoderScratch) -> WindowReading {
    precondition(Encoder.covers(window), "the sentences must cover the words in order")
    let words = window.words.count
    guard words > 0 else { return WindowReading() }
    let longest = window.sentences.lazy.map(\.count).max() ?? 0
    let vectors = vectors(
      window.words, heads: heads.scratchCount(words: words, longestSentence: longest), &scratch)
    return heads.read(
      set, vectors, words: words, sentences: window.sentences,
      paragraphStarts: window.paragraphStarts, memory: vectors + words * Dimensions.width)
  }

  /// Each word's vector, which the heads see: 384 floats, the mean of its first and its last piece's.
  package func hiddenStates(_ words: [String], scratch: inout EncoderScratch) -> [[Float]] {
    let vectors = vectors(words, heads: 0, &scratch)
    return words.indices.map { word in
      Array(UnsafeBufferPointer(start: vectors + word * Dimensions.width, count: Dimensions.width))
    }
  }

  /// Runs the layers and drops what they say: for benchmarks.
  package func runLayers(_ words: [String], scratch: inout EncoderScratch) {
    _ = vectors(words, heads: 0, &scratch)
  }

  /// Runs the layers; the words' vectors come to the front of the scratch memory, before `heads` free floats.
  private func vectors(
    _ words: [String], heads: Int, _ scratch: inout EncoderScratch
  ) -> UnsafeMutablePointer<Float> {
    scratch.input.fill(words, tokenizer)
    let length = scratch.input.pieces.count
    precondition(length <= Encoder.maximumPieces, "a window has at most \(Encoder.maximumPieces) pieces")
    let width = Dimensions.width
    let hidden = scratch.floats(length * width + max(layers.scratchCount(length: length), heads))
    embeddings.write(set, scratch.input, to: hidden)
    layers.apply(set, hidden, length: length, memory: hidden + length * width)
    for (word, pieces) in scratch.input.words.enumerated() {
      Encoder.write(pieces, of: hidden, to: hidden + word * width)
    }
    return hidden
  }

  /// A word's vector: the mean of its first and its last piece. A word's row lies before its pieces, so none is lost.
  private static func write(
    _ pieces: Range<Int>, of hidden: UnsafeMutablePointer<Float>, to word: UnsafeMutablePointer<Float>
  ) {
    let first = hidden + pieces.lowerBound * Dimensions.width
    let last = hidden + (pieces.upperBound - 1) * Dimensions.width
    for column in 0..<Dimensions.width { word[column] = (first[column] + last[column]) / 2 }
  }

  private static func covers(_ window: EncoderWindow) -> Bool {
    var end = 0
    for sentence in window.sentences {
      guard sentence.lowerBound == end, !sentence.isEmpty else { return false }
      end = sentence.upperBound
    }
    return end == window.words.count
  }
}
