import RapporteurCore

/// Which tokens stand inside quotation marks.
///
/// A mark that is never closed reaches to the end of its paragraph; marks inside marks count as inside.
struct QuotationMarks {
  /// For each token whether it stands in a quotation; the marks themselves count as inside.
  let isQuoted: [Bool]

  init(_ annotated: AnnotatedReport) {
    var quoted = [Bool](repeating: false, count: annotated.tokens.count)
    var depth = 0
    var isStraightOpen = false
    var paragraph = -1
    for sentence in annotated.sentences {
      if sentence.paragraph != paragraph {
        (depth, isStraightOpen, paragraph) = (0, false, sentence.paragraph)
      }
      for token in sentence.tokens {
        let before = depth > 0 || isStraightOpen
        for scalar in annotated.tokens[token].form.unicodeScalars {
          switch scalar {
          case "\u{201C}", "\u{00AB}", "\u{201E}": depth += 1
          case "\u{201D}", "\u{00BB}": depth = max(0, depth - 1)
          case "\"": isStraightOpen.toggle()
          default: break
          }
        }
        quoted[token] = before || depth > 0 || isStraightOpen
      }
    }
    isQuoted = quoted
  }

  /// How the words of a content are given; punctuation doesn't count.
  func form(of content: [Range<Int>], in annotated: AnnotatedReport) -> Claim.Form {
    var inside = 0
    var outside = 0
    for token in content.joined() where annotated.tokens[token].upos != .punct {
      if isQuoted[token] { inside += 1 } else { outside += 1 }
    }
    if inside == 0 { return .indirect }
    return outside == 0 ? .direct : .mixed
  }
}
