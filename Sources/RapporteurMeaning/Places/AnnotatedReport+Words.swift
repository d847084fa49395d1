import RapporteurCore

extension AnnotatedReport {
  /// The words of a token range as they stand in the text; "" for an empty one.
  func words(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return report.text(of: TextSpan(self.tokens[first].span.start, self.tokens[last].span.end))
  }
}
