import RapporteurCore

/// Reads CoNLL-U files into documents.
public struct ConlluReader: Sendable {
  /// A reader.
  public init() {}

  /// The documents of a file, parted by `# newdoc`; a file without it is one document.
  ///
  /// - Parameter file: The file's name, for messages.
  /// - Throws: `ConlluError` with file and line.
  public func documents(_ text: String, file: String) throws(ConlluError) -> [ConlluDocument] {
    var builder = DocumentBuilder(file: file)
    var documents: [ConlluDocument] = []
    var number = 0
    for piece in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let bytes = piece.last == 0x0D ? piece.dropLast() : piece
      if bytes.isEmpty {
        try builder.endSentence(line: number)
      } else if bytes.first == 0x23 {
        let comment = String(decoding: bytes, as: UTF8.self)
        if ConlluReader.opens(comment, "newdoc"), let finished = builder.finished() {
          documents.append(finished)
          builder = DocumentBuilder(file: file)
        }
        builder.add(comment: comment)
      } else {
        try builder.add(word: String(decoding: bytes, as: UTF8.self), line: number)
      }
    }
    try builder.endSentence(line: number)
    if let last = builder.finished() { documents.append(last) }
    return documents
  }

  /// Whether a comment is `# KEY`, alone or with a value.
  static func opens(_ comment: String, _ key: String) -> Bool {
    let words = comment.dropFirst().split(separator: " ", maxSplits: 1)
    return words.first == Substring(key)
  }
}

/// Gathers the sentences of one document.
private struct DocumentBuilder {
  let file: String
  private var id: String?
  private var text: [UInt8] = []
  private var tokens: [TextSpan] = []
  private var sentences: [Sentence] = []
  private var lines: [[ConlluDocument.Line]] = []
  private var open: [ConlluDocument.Line] = []
  private var first = 0
  private var paragraph = 0
  private var hasSpace = false
  /// The last word of the multiword token that is open, and whether a space follows it.
  private var multiword: (last: Int, hasSpace: Bool)?

  init(file: String) { self.file = file }

  mutating func add(comment: String) {
    open.append(.comment(comment))
    let isDocument = ConlluReader.opens(comment, "newdoc")
    guard isDocument || ConlluReader.opens(comment, "newpar") else { return }
    if isDocument, let equals = comment.firstIndex(of: "=") {
      id = String(comment[comment.index(after: equals)...].drop { $0 == " " })
    }
    guard !text.isEmpty else { return }
    paragraph += 1
    text += [0x0A, 0x0A]
    hasSpace = false
  }

  mutating func add(word line: String, line number: Int) throws(ConlluError) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 10 else { throw error(number, .wrongCellCount(cells.count)) }
    let next = tokens.count - first + 1
    if let id = Int(cells[0]) {
      guard id == next else { throw error(number, .wrongOrder(String(cells[0]), expected: next)) }
      try add(form: cells[1], misc: cells[9], number: number, index: id)
    } else if cells[0].contains("-") {
      try add(range: cells[0], line, misc: cells[9], number: number, next: next)
    } else if !isEmptyNode(cells[0]) {
      throw error(number, .wrongID(String(cells[0])))
    }
  }

  private mutating func add(form: Substring, misc: Substring, number: Int, index: Int) throws(ConlluError) {
    guard !form.isEmpty else { throw error(number, .emptyForm) }
    if hasSpace { text.append(0x20) }
    tokens.append(TextSpan(text.count, text.count + form.utf8.count))
    text.append(contentsOf: form.utf8)
    let features = misc.split(separator: "|")
    hasSpace = !features.contains("SpaceAfter=No")
    if let token = multiword {
      hasSpace = index == token.last && token.hasSpace
      if index == token.last { multiword = nil }
    }
    let kept = features.filter { $0.hasPrefix("SpaceAfter=") || $0.hasPrefix("SpacesAfter=") }
    open.append(.word(misc: kept.isEmpty ? "_" : kept.joined(separator: "|")))
  }

  private mutating func add(
    range: Substring, _ line: String, misc: Substring, number: Int, next: Int
  ) throws(ConlluError) {
    let ends = range.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let from = ends[0], let to = ends[1] else {
      throw error(number, .wrongID(String(range)))
    }
    guard from == next, to >= from, multiword == nil else { throw error(number, .wrongRange(String(range))) }
    multiword = (to, !misc.split(separator: "|").contains("SpaceAfter=No"))
    open.append(.multiword(line))
  }

  private func isEmptyNode(_ id: Substring) -> Bool {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { Int($0) != nil }
  }

  mutating func endSentence(line: Int) throws(ConlluError) {
    if open.isEmpty { return }
    guard tokens.count > first else { throw error(line, .noWords) }
    if let token = multiword { throw error(line, .wrongRange("…-\(token.last)")) }
    let span = TextSpan(tokens[first].start, tokens[tokens.count - 1].end)
    sentences.append(Sentence(span: span, tokens: first..<tokens.count, paragraph: paragraph))
    lines.append(open)
    open = []
    first = tokens.count
  }

  /// The document, where it has a sentence.
  func finished() -> ConlluDocument? {
    guard !sentences.isEmpty else { return nil }
    return ConlluDocument(
      id: id, text: String(decoding: text, as: UTF8.self),
      segmentation: Segmentation(tokens: tokens, sentences: sentences), lines: lines)
  }

  private func error(_ line: Int, _ reason: ConlluError.Reason) -> ConlluError {
    ConlluError(file: file, line: line, reason: reason)
  }
}
