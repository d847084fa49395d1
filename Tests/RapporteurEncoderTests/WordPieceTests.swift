import Foundation
import RapporteurEncoder
import Testing

/// One line of `Golden/wordpieces.jsonl`, made by the training code's tokenizer.
private struct GoldenWord: Decodable {
  let word: String
  let pieces: [Int32]
  let `case`: UInt8
}

@Suite struct WordPieceTests {
  @Test(.enabled(if: ModelFixture.isPresent)) func piecesEqualTheReference() throws {
    let path = ModelFixture.folder.appendingPathComponent("vocabulary.txt").path
    let tokenizer = try WordPieceTokenizer(vocabularyPath: path)
    let lines = try ModelFixture.golden("wordpieces.jsonl").split(separator: 0x0A)
    #expect(lines.count >= 400)
    for line in lines {
      let golden = try JSONDecoder().decode(GoldenWord.self, from: line)
      #expect(tokenizer.pieces(of: golden.word) == golden.pieces, "\(golden.word)")
      #expect(CaseClass(golden.word).rawValue == golden.case, "\(golden.word)")
    }
  }

  @Test func aSmallVocabularyIsCutGreedily() throws {
    let pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "##a", "a", "!"]
    let file = try TemporaryFile(Data(pieces.joined(separator: "\n").utf8))
    let tokenizer = try WordPieceTokenizer(vocabularyPath: file.path)
    #expect(tokenizer.pieces(of: "UNAFFABLE") == [4, 5, 6])
    #expect(tokenizer.pieces(of: "unknown") == [1])
    #expect(tokenizer.pieces(of: "á!") == [8, 9])
    #expect(tokenizer.pieces(of: "") == [1])
    #expect(tokenizer.pieces(of: "\u{200B}\u{0}") == [1])
    #expect(tokenizer.pieces(of: String(repeating: "a", count: 101)) == [1])
    #expect(
      tokenizer.pieces(of: String(repeating: "a", count: 100)) == [8] + [Int32](repeating: 7, count: 15))
  }

  @Test func anyTextIsCut() throws {
    let file = try TemporaryFile(Data("[UNK]\n[CLS]\n[SEP]\na\n##a\n".utf8))
    let tokenizer = try WordPieceTokenizer(vocabularyPath: file.path)
    var random = SeededGenerator(state: 23)
    for _ in 0..<3000 {
      var word = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let highest: UInt32 = [0x7F, 0x24F, 0xFFFF, 0x10FFFF][Int.random(in: 0..<4, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...highest, using: &random)) { word.append(scalar) }
      }
      let pieces = tokenizer.pieces(of: String(word))
      #expect((1...16).contains(pieces.count) && pieces.allSatisfy { (0..<5).contains($0) })
      _ = CaseClass(String(word))
    }
  }

  @Test func aVocabularyWithoutSpecialPiecesIsRefused() throws {
    let file = try TemporaryFile(Data("[UNK]\nword\n".utf8))
    #expect(throws: ModelError(file: file.path, reason: .malformed("the vocabulary has no piece '[CLS]'"))) {
      try WordPieceTokenizer(vocabularyPath: file.path)
    }
  }

  @Test(arguments: [
    ("bridge", CaseClass.lower), ("--", .lower), ("Kabul", .title), ("I", .title), ("O’Brien", .mixed),
    ("U.N.", .upper), ("McKay", .mixed), ("iPhone", .mixed), ("G7", .digit), ("٣", .digit), ("東京", .caseless),
    ("Élodie", .title), ("ǅungla", .lower),
  ])
  func caseClasses(word: String, expected: CaseClass) {
    #expect(CaseClass(word) == expected)
  }
}
