import Foundation
import RapporteurEncoder

/// Tags and trees of a CoNLL-U file beside what the encoder says of its words: what rounding costs.
struct Scoring {
  /// One sentence: forms, and for each word its tag, features, governor (0 for the root) and relation.
  private struct Sentence {
    var words: [String] = []
    var upos: [String] = []
    var heads: [Int] = []
    var deprels: [String] = []
  }

  /// Shares of all words, in points of 100.
  struct Figures {
    var words = 0
    var upos = 0
    var unlabelled = 0
    var labelled = 0

    var line: String {
      func share(_ count: Int) -> String {
        String(format: "%.2f", 100 * Double(count) / Double(max(words, 1)))
      }
      return "UPOS \(share(upos))  UAS \(share(unlabelled))  LAS \(share(labelled))  words \(words)"
    }
  }

  private let sentences: [Sentence]

  /// Reads the words with whole numbers; ranges and empty nodes are passed over.
  init(path: String) throws {
    var sentences = [Sentence()]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.isEmpty { sentences.append(Sentence()) }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10, Int(cells[0]) != nil, let head = Int(cells[6]) else { continue }
      sentences[sentences.count - 1].words.append(String(cells[1]))
      sentences[sentences.count - 1].upos.append(String(cells[3]))
      sentences[sentences.count - 1].heads.append(head)
      sentences[sentences.count - 1].deprels.append(String(cells[7]))
    }
    self.sentences = sentences.filter { !$0.words.isEmpty }
  }

  /// Runs the encoder over windows of neighbouring sentences, with at most `pieces` pieces each.
  func figures(_ encoder: Encoder, pieces: Int) -> Figures {
    var figures = Figures()
    var scratch = encoder.makeScratch()
    var (window, taken) = ([Sentence](), 2)
    for sentence in sentences {
      let count = sentence.words.reduce(0) { $0 + encoder.pieceCount(of: $1) }
      if taken + count > pieces, !window.isEmpty {
        score(window, encoder, &scratch, &figures)
        (window, taken) = ([], 2)
      }
      window.append(sentence)
      taken += count
    }
    score(window, encoder, &scratch, &figures)
    return figures
  }

  private func score(
    _ window: [Sentence], _ encoder: Encoder, _ scratch: inout EncoderScratch, _ figures: inout Figures
  ) {
    var (words, ranges) = ([String](), [Range<Int>]())
    for sentence in window {
      ranges.append(words.count..<words.count + sentence.words.count)
      words += sentence.words
    }
    let reading = encoder.read(EncoderWindow(words: words, sentences: ranges), scratch: &scratch)
    for (sentence, range) in zip(window, ranges) {
      for (index, word) in range.enumerated() {
        figures.words += 1
        let head = reading.heads[word] < 0 ? 0 : reading.heads[word] - range.lowerBound + 1
        if encoder.labels.upos[Int(reading.upos[word])] == sentence.upos[index] { figures.upos += 1 }
        guard head == sentence.heads[index] else { continue }
        figures.unlabelled += 1
        if encoder.labels.deprel[Int(reading.deprels[word])] == sentence.deprels[index] {
          figures.labelled += 1
        }
      }
    }
  }
}
