import RapporteurCore

/// A paragraph: one line, or several that were broken to a width.
struct Paragraph: Equatable, Sendable {
  /// From its first to after its last visible byte.
  let range: Range<Int>
  let kind: Sentence.Kind
}

/// One line that holds something visible.
struct TextLine: Sendable {
  /// From the first to after the last visible byte.
  let range: Range<Int>
  /// In code points, from the line's start.
  let length: Int
  /// The code points before the first visible one.
  let indent: Int
  /// Whether an empty line stands before it.
  let opensBlock: Bool
}
