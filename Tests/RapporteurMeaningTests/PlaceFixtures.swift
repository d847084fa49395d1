import RapporteurCore
import RapporteurMeaning

/// Builds an annotated report from words parted by spaces; `[` and `]` stand around a location, `{` and `}` around
/// an organisation, as words of their own. Capitalised words are proper nouns; the tree is flat.
func marked(_ words: String, outlet: String? = nil) -> AnnotatedReport {
  var text = ""
  var tokens: [Token] = []
  var names: [NameMention] = []
  var opened = 0
  for word in words.split(separator: " ").map(String.init) {
    switch word {
    case "[", "{": opened = tokens.count
    case "]": names.append(NameMention(tokens: opened..<tokens.count, kind: .location))
    case "}": names.append(NameMention(tokens: opened..<tokens.count, kind: .organisation))
    default:
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      text += word
      let isProper = word.first?.isUppercase ?? false
      tokens.append(
        Token(
          span: TextSpan(start, text.utf8.count), form: word, lemma: word, upos: isProper ? .propn : .noun,
          head: tokens.isEmpty ? nil : 0, deprel: Deprel(tokens.isEmpty ? .root : .dep)))
    }
  }
  let sentence = Sentence(span: TextSpan(0, text.utf8.count), tokens: 0..<tokens.count, paragraph: 0)
  return AnnotatedReport(
    report: Report(id: "marked", outlet: outlet, text: text), tokens: tokens, sentences: [sentence],
    names: names)
}

/// The reader with the lists and the gazetteer that ship.
func shippedPlaceReader() throws -> PlaceReader {
  try PlaceReader(resources: ResourceFolder(module: "RapporteurMeaning"))
}
