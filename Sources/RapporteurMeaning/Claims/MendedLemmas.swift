import RapporteurCore

extension AnnotatedReport {
  /// The same report with the lemmas that `reader` mends: "denied" is a form of "deny", whatever the model says.
  func mended(by reader: LemmaReader) -> AnnotatedReport {
    let lemmas = reader.lemmas(of: tokens)
    let words = zip(tokens, lemmas).map { token, lemma in
      token.upos == .propn || token.lemma == lemma
        ? token
        : Token(
          span: token.span, form: token.form, lemma: lemma, upos: token.upos, features: token.features,
          head: token.head, deprel: token.deprel)
    }
    return AnnotatedReport(
      report: report, tokens: words, sentences: sentences, dateline: dateline, names: names,
      attributions: attributions, antecedents: antecedents, factuality: factuality)
  }
}
