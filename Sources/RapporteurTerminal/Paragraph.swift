/// Text set to a width, with one indent for the first line and one for the others.
struct Paragraph {
  /// A run of words in one look.
  typealias Piece = (text: String, role: TerminalStyle.Role?)

  let pieces: [Piece]
  let first: String
  let rest: String

  init(_ pieces: [Piece], first: String = "", rest: String = "") {
    self.pieces = pieces
    self.first = first
    self.rest = rest
  }

  /// The lines, each at most `style.width` columns unless one word is longer.
  func lines(in style: TerminalStyle) -> [String] {
    var lines: [String] = []
    var line = first
    var column = first.unicodeScalars.count
    var isEmpty = true
    for word in words {
      let length = word.text.unicodeScalars.count
      if !isEmpty && column + 1 + length > style.width {
        lines.append(line)
        line = rest
        column = rest.unicodeScalars.count
        isEmpty = true
      }
      if !isEmpty && !word.isGlued {
        line += " "
        column += 1
      }
      line += word.role.map { style.paint(word.text, $0) } ?? word.text
      column += length
      isEmpty = false
    }
    return lines + [line]
  }

  private var words: [(text: String, role: TerminalStyle.Role?, isGlued: Bool)] {
    var words: [(text: String, role: TerminalStyle.Role?, isGlued: Bool)] = []
    var endsInSpace = true
    for piece in pieces where !piece.text.isEmpty {
      let startsWithSpace = piece.text.unicodeScalars.first?.properties.isWhitespace == true
      for (index, word) in piece.text.split(whereSeparator: \.isWhitespace).enumerated() {
        words.append((printable(word), piece.role, index == 0 && !startsWithSpace && !endsInSpace))
      }
      endsInSpace = piece.text.unicodeScalars.last?.properties.isWhitespace == true
    }
    return words
  }

  /// Control characters of the report never reach the terminal.
  private func printable(_ word: Substring) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
