import RapporteurLanguage
import Testing

/// Windows cover every token once, keep sentences whole where they fit, and never pass the limit.
struct WindowPlanTests {
  /// Sentences of the given lengths, one piece a token; negative lengths open a paragraph.
  private func windows(_ lengths: [Int], aim: Int = 10, most: Int = 20, breaks: Set<Int> = [])
    -> [PlannedWindow]
  {
    var start = 0
    let units = lengths.map { length in
      defer { start += abs(length) }
      return WindowPlan.Unit(tokens: start..<(start + abs(length)), opensParagraph: length < 0)
    }
    return WindowPlan(aim: aim, most: most).windows(
      over: units, pieces: Array(repeating: 1, count: start), isBreak: { breaks.contains($0) })
  }

  @Test(arguments: [[3, 3, 3, 3], [25], [1, 45, 1], [9, 9, 9], [20, 1, 20], [-6, 3, -3, 5], [11]])
  func everyTokenIsInOneWindow(lengths: [Int]) {
    var next = 0
    for window in windows(lengths) {
      #expect(window.tokens.lowerBound == next)
      #expect(window.tokens.count <= 20)
      #expect(window.sentences.first?.lowerBound == window.tokens.lowerBound)
      #expect(window.sentences.last?.upperBound == window.tokens.upperBound)
      for (a, b) in zip(window.sentences, window.sentences.dropFirst()) {
        #expect(a.upperBound == b.lowerBound)
      }
      next = window.tokens.upperBound
    }
    #expect(next == lengths.reduce(0) { $0 + abs($1) })
  }

  @Test func aSentenceThatFitsAWindowIsNotCut() {
    #expect(windows([15]).map(\.sentences) == [[0..<15]])
  }

  @Test func aLongSentenceIsCutAtPunctuation() {
    #expect(windows([25], breaks: [6, 14]).map(\.tokens) == [0..<7, 7..<15, 15..<25])
  }

  @Test func aWindowRatherEndsWithAParagraph() {
    #expect(windows([-6, -3, 4]).map(\.tokens) == [0..<6, 6..<13])
    #expect(windows([-6, 3, 4]).map(\.tokens) == [0..<9, 9..<13])
  }

  @Test func paragraphStartsAreNamed() {
    #expect(windows([-3, 3, -3]).map(\.paragraphStarts) == [[0, 6]])
  }
}
