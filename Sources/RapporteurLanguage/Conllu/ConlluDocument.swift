public import RapporteurCore

/// One document of a CoNLL-U file: given words and sentences, and what stands around them.
///
/// The text is rebuilt from the words and `SpaceAfter=No`; the words inside a multiword token follow each other
/// without a space. Empty nodes belong to the enhanced graph and are left out.
/// Source: <https://universaldependencies.org/format.html>.
public struct ConlluDocument: Sendable, Equatable {
  /// A line that is written again as it was read.
  enum Line: Equatable, Sendable {
    case comment(String)
    /// A multiword token, all its cells.
    case multiword(String)
    /// A word: what is kept of its MISC cell.
    case word(misc: String)
  }

  /// The document's name, from `# newdoc id = …`, or nil.
  public let id: String?
  /// The text, rebuilt.
  public let text: String
  /// The given words and sentences over `text`.
  public let segmentation: Segmentation
  /// The lines of each sentence.
  let lines: [[Line]]

  /// The document as a report; `key` names it where it has no name of its own.
  public func report(key: String, published: CalendarDate? = nil) -> Report {
    Report(id: id ?? key, key: key, published: published, text: text)
  }

  /// The document with the annotation of `annotated`, which must have been made from this document's words.
  ///
  /// Comments, forms, multiword tokens and spacing stay; lemmas, tags, features, heads, relations and
  /// the predicates' factuality are new.
  public func rendered(_ annotated: AnnotatedReport) -> String {
    precondition(annotated.tokens.count == segmentation.tokens.count, "the same words")
    var writer = ConlluWriter()
    var token = 0
    for (sentence, lines) in zip(segmentation.sentences, lines) {
      for line in lines {
        switch line {
        case .comment(let text), .multiword(let text): writer.write(text)
        case .word(let misc):
          writer.write(annotated, token, sentence.tokens, misc: misc)
          token += 1
        }
      }
      writer.write("")
    }
    return writer.text
  }
}
