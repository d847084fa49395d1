import Foundation
import RapporteurEncoder
import Testing

/// `Golden/golden.json`: what the training code's float arithmetic says of our own sentences.
private struct Golden: Decodable {
  struct Vector: Decodable {
    let first: [Float]
    let sum: Float
    let magnitude: Float
  }

  struct Window: Decodable {
    let words: [String]
    let sentences: [Int]
    let vectors: [Vector]
    let upos: [UInt8]
    let features: [UInt16]
    let lemma: [UInt16]
    let arcs: [Int]
    let labels: [UInt16]
    let names: [UInt8]
    let attribution: [UInt8]
    let links: [[Int]]
    let factuality: [Float]
    let mention: [Float]
    let antecedents: [Int]

    /// Sentences as ranges; the file has their first words.
    var ranges: [Range<Int>] {
      sentences.indices.map { sentences[$0]..<($0 + 1 < sentences.count ? sentences[$0 + 1] : words.count) }
    }
  }

  let windows: [Window]
}

@Suite(.enabled(if: ModelFixture.isPresent)) struct GoldenTests {
  private let golden: Golden
  private let encoder: Encoder

  init() throws {
    golden = try JSONDecoder().decode(Golden.self, from: ModelFixture.golden("golden.json"))
    encoder = try Encoder(folder: ModelFixture.folder, arithmetic: .float)
  }

  @Test func hiddenStatesEqualTheReference() {
    var scratch = encoder.makeScratch()
    for window in golden.windows {
      let states = encoder.hiddenStates(window.words, scratch: &scratch)
      #expect(states.count == window.vectors.count)
      for (state, vector) in zip(states, window.vectors) {
        for (found, expected) in zip(state, vector.first) { #expect(abs(found - expected) < 2e-4) }
        #expect(abs(state.reduce(0, +) - vector.sum) < 2e-3)
        #expect(abs(state.reduce(0) { $0 + abs($1) } - vector.magnitude) < 5e-3)
      }
    }
  }

  @Test func headsEqualTheReference() {
    var scratch = encoder.makeScratch()
    for window in golden.windows {
      let input = EncoderWindow(words: window.words, sentences: window.ranges)
      let reading = encoder.read(input, scratch: &scratch)
      #expect(reading.upos == window.upos)
      #expect(reading.features == window.features)
      #expect(reading.lemmas == window.lemma)
      #expect(reading.names == window.names)
      #expect(reading.attribution == window.attribution)
      #expect(reading.links.map { [$0.span, $0.cue ?? -1] } == window.links)
      for (found, expected) in zip(reading.factuality, window.factuality) {
        #expect(abs(found - expected) < 1e-3)
      }
      for sentence in window.ranges { expectTree(reading, window, sentence) }
      let mentions = window.mention.indices.filter { window.mention[$0] > 0 }
      #expect(
        reading.antecedents.map { [$0.word, $0.antecedent ?? -1] }
          == mentions.map { [$0, max(-1, window.antecedents[$0])] })
      for mention in reading.antecedents {
        let sum = mention.candidates.reduce(mention.none) { $0 + $1.probability }
        #expect(sum > 0.5 && sum < 1.001)
      }
    }
  }

  /// Where the reference's best arcs are a tree we must find the same; else at least a tree.
  private func expectTree(_ reading: WindowReading, _ window: Golden.Window, _ sentence: Range<Int>) {
    func local(_ heads: [Int]) -> [Int] {
      sentence.map { heads[$0] < 0 ? 0 : heads[$0] - sentence.lowerBound + 1 }
    }
    let (found, expected) = (local(reading.heads), local(window.arcs))
    #expect(SpanningTree.isTree(found))
    if SpanningTree.isTree(expected) { #expect(found == expected) }
    for word in sentence where reading.heads[word] == window.arcs[word] {
      #expect(reading.deprels[word] == window.labels[word], "\(window.words[word])")
    }
  }

  @Test func theSameWindowGivesTheSameReading() throws {
    var scratch = encoder.makeScratch()
    let windows = golden.windows.map { EncoderWindow(words: $0.words, sentences: $0.ranges) }
    let first = windows.map { encoder.read($0, scratch: &scratch) }
    let again = windows.reversed().map { window in
      var fresh = encoder.makeScratch()
      return encoder.read(window, scratch: &fresh)
    }
    #expect(first == again.reversed())
  }

  @Test func anEmptyWindowIsReadAsNothing() {
    var scratch = encoder.makeScratch()
    #expect(encoder.read(EncoderWindow(words: [], sentences: []), scratch: &scratch) == WindowReading())
  }
}
