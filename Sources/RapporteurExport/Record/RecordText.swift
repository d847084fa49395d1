/// The text of a record, sliced by code points.
struct RecordText: Sendable {
  private let scalars: [Unicode.Scalar]
  private let sentences: [[Int]]

  /// Cuts the text once; slicing is then linear in the slice.
  init(_ record: StoredRecord) {
    scalars = Array(record.report.text.unicodeScalars)
    sentences = record.sentences
  }

  /// The words of a span list, parts joined by " … "; "" for none, or where a span lies outside the text.
  func words(_ spans: [[Int]]) -> String { spans.map(slice).joined(separator: " … ") }

  /// The sentence that holds a position, on one line; "" where none does.
  func sentence(at position: Int) -> String {
    sentence(holding: position).map { oneLine(slice($0)) } ?? ""
  }

  /// The sentence before and the one behind the sentence of a position, on one line each.
  func neighbours(of position: Int) -> (before: String, after: String) {
    guard let index = sentences.firstIndex(where: { holds($0, position) }) else { return ("", "") }
    let before = index > 0 ? oneLine(slice(sentences[index - 1])) : ""
    let after = index + 1 < sentences.count ? oneLine(slice(sentences[index + 1])) : ""
    return (before, after)
  }

  /// Whether a position stands in the first paragraph: before the first line break that follows a sentence.
  func isInLead(_ position: Int) -> Bool {
    guard let first = sentences.first, first.count == 2 else { return false }
    let end = scalars.indices.dropFirst(first[1]).first { scalars[$0] == "\n" } ?? scalars.count
    return position < end
  }

  private func sentence(holding position: Int) -> [Int]? { sentences.first { holds($0, position) } }

  private func holds(_ span: [Int], _ position: Int) -> Bool {
    span.count == 2 && span[0] <= position && position < span[1]
  }

  private func slice(_ span: [Int]) -> String {
    guard span.count == 2, span[0] >= 0, span[0] <= span[1], span[1] <= scalars.count else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span[0]..<span[1]])
    return String(view)
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
