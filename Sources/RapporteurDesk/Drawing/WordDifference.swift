/// Two texts word by word: what stands in both in the same order, and what only one of them says.
///
/// Source: the shortest edit script of Myers 1986, "An O(ND) Difference Algorithm and Its Variations", as Swift's
/// `difference(from:)` finds it. What both share at the start and at the end is set aside first.
struct WordDifference {
  /// Words in a row that stand in both texts, or in this one alone.
  struct Piece: Equatable {
    let text: String
    let isShared: Bool
  }

  /// The most words between shared start and shared end that are compared; more would take too long.
  static let mostWords = 1_500

  let left: [Piece]
  let right: [Piece]
  /// How many words of each text stand in the other in the same order.
  let shared: Int
  /// How many words each text has.
  let words: (left: Int, right: Int)
  /// Whether the middle was too long to be compared, so that it is shown as different.
  let isCut: Bool

  init(_ left: String, _ right: String) {
    let (a, b) = (WordDifference.words(of: left), WordDifference.words(of: right))
    let start = zip(a, b).prefix { $0.key == $1.key }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0.key == $1.key }
      .count
    let (middleA, middleB) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
    isCut = max(middleA.count, middleB.count) > WordDifference.mostWords
    let (inA, inB) = isCut ? ([], []) : WordDifference.shared(middleA.map(\.key), middleB.map(\.key))
    func isShared(_ index: Int, _ count: Int, _ found: Set<Int>) -> Bool {
      index < start || index >= count - end || found.contains(index - start)
    }
    self.left = WordDifference.pieces(a) { isShared($0, a.count, inA) }
    self.right = WordDifference.pieces(b) { isShared($0, b.count, inB) }
    shared = start + end + inA.count
    words = (a.count, b.count)
  }

  /// A word with the white space behind it; `key` is what is compared.
  private struct Word {
    let key: Substring
    let text: Substring
  }

  /// The words of a text; put one behind the other they are the text, but for white space at its start.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var rest = text.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let key = rest.prefix { !$0.isWhitespace }
      let space = rest[key.endIndex...].prefix(while: \.isWhitespace)
      words.append(Word(key: key, text: text[key.startIndex..<space.endIndex]))
      rest = rest[space.endIndex...]
    }
    return words
  }

  /// The places in each list of what both have in the same order.
  private static func shared(_ a: [Substring], _ b: [Substring]) -> (Set<Int>, Set<Int>) {
    var (inA, inB) = (Set(a.indices), Set(b.indices))
    for change in b.difference(from: a) {
      switch change {
      case .remove(let offset, _, _): inA.remove(offset)
      case .insert(let offset, _, _): inB.remove(offset)
      }
    }
    return (inA, inB)
  }

  private static func pieces(_ words: [Word], isShared: (Int) -> Bool) -> [Piece] {
    var pieces: [Piece] = []
    for (index, word) in words.enumerated() {
      let shared = isShared(index)
      if let last = pieces.last, last.isShared == shared {
        pieces[pieces.count - 1] = Piece(text: last.text + word.text, isShared: shared)
      } else {
        pieces.append(Piece(text: String(word.text), isShared: shared))
      }
    }
    return pieces
  }
}
