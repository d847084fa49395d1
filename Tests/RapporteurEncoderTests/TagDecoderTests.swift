import RapporteurEncoder
import Testing

@Suite struct TagDecoderTests {
  private let tags = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]

  @Test func anInsideTagNeedsItsBeginning() {
    // Word by word the best would be I-PER, I-ORG.
    let scores: [[Float]] = [[0, 4, 5, 1, 1], [1, 0, 4, 0, 5]]
    let found = TagDecoder(legal: tags).best(2) { scores[$0][$1] }
    #expect(found.map { tags[Int($0)] } == ["B-PER", "I-PER"])
  }

  @Test func learnedScoresOfNeighboursCount() {
    let decoder = TagDecoder(start: [0, -1], transition: [0, 0, -3, 2])
    let emissions: [[Float]] = [[0, 0.5], [0, 0], [0, 0]]
    #expect(decoder.best(3) { emissions[$0][$1] } == [1, 1, 1])
  }

  @Test func noWordHasNoTag() {
    #expect(TagDecoder(legal: tags).best(0) { _, _ in 0 } == [])
  }

  @Test func thePathIsTheBestOfAll() {
    var random = SeededGenerator(state: 3)
    func numbers(_ count: Int) -> [Float] {
      (0..<count).map { _ in Float.random(in: -2...2, using: &random) }
    }
    for _ in 0..<50 {
      let (start, transition, scores) = (numbers(3), numbers(9), numbers(12))
      func total(_ path: [Int]) -> Float {
        path.indices.reduce(start[path[0]]) { sum, word in
          sum + scores[word * 3 + path[word]]
            + (word > 0 ? transition[path[word - 1] * 3 + path[word]] : 0)
        }
      }
      let paths = (0..<81).map { [$0 % 3, $0 / 3 % 3, $0 / 9 % 3, $0 / 27] }
      let found = TagDecoder(start: start, transition: transition).best(4) { scores[$0 * 3 + $1] }
      #expect(abs(total(found.map(Int.init)) - (paths.map(total).max() ?? 0)) < 1e-4)
    }
  }
}
