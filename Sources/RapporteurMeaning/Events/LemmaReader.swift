import RapporteurCore

/// The lower-cased lemma of each token, mended where the model's is no word that the lexicon knows but the
/// form is an
/// inflection of one that it does.
struct LemmaReader: Sendable {
  let known: Set<String>
  /// Irregular verb forms and their lemmas.
  let irregular: [String: String]

  /// The lemmas of all tokens; the head of a hyphenated word that the lexicon knows has the whole word's.
  func lemmas(of tokens: [Token]) -> [String] {
    var found = plainLemmas(of: tokens)
    for run in HyphenatedWords(tokens).runs {
      guard let head = run.head, let lemma = bases(of: run.form).first(where: known.contains) else {
        continue
      }
      found[head] = lemma
    }
    return found
  }

  private func plainLemmas(of tokens: [Token]) -> [String] {
    tokens.map { token in
      let lemma = token.lemma.lowercased()
      if token.upos == .noun, let base = irregularNoun(token.form.lowercased()) { return base }
      if token.upos == .verb, let base = doubtful(token.form.lowercased(), lemma) { return base }
      if known.contains(lemma) || (token.upos != .verb && token.upos != .noun) { return lemma }
      if token.upos == .verb, let base = irregular[token.form.lowercased()], known.contains(base) {
        return base
      }
      return bases(of: token.form.lowercased()).first(where: known.contains) ?? lemma
    }
  }

  /// "children", "policemen": plurals whose lemma the model may spell wrong.
  private func irregularNoun(_ form: String) -> String? {
    if form == "children" { return "child" }
    guard form.hasSuffix("men"), known.contains(form.dropLast(2) + "an") else { return nil }
    return form.dropLast(2) + "an"
  }

  /// Past forms that are other verbs' base forms.
  private static let verbsOfTheirOwn: Set<String> = [
    "found", "fell", "saw", "wound", "lay", "bore", "ground", "rent", "bound", "shed",
  ]

  /// The verb of a form that the model's lemma cannot be the base of: "raped" is no form of "rap", and a past form that
  /// was left as it is ("shot") no verb of its own.
  private func doubtful(_ form: String, _ lemma: String) -> String? {
    guard let base = irregular[form], base != lemma, known.contains(base) else { return nil }
    let isUnmended = lemma == form && !LemmaReader.verbsOfTheirOwn.contains(form)
    return isUnmended || base.hasPrefix(lemma) ? base : nil
  }

  /// What an inflected form may be a form of, by the spelling rules of English.
  func bases(of form: String) -> [String] {
    var found: [String] = []
    func cut(_ ending: String, _ additions: String...) {
      guard form.hasSuffix(ending), form.count > ending.count + 1 else { return }
      let stem = String(form.dropLast(ending.count))
      found += additions.map { stem + $0 }
      if let last = stem.last, stem.dropLast().last == last, ending != "s" {
        found.append(String(stem.dropLast()))
      }
    }
    cut("ied", "y")
    cut("ies", "y")
    cut("ed", "e", "")
    cut("ing", "e", "")
    cut("es", "e", "")
    cut("s", "")
    return found + [form]
  }
}
