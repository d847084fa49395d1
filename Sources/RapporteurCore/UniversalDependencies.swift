/// A universal part of speech. Source: <https://universaldependencies.org/u/pos/>.
public enum UPOS: String, Sendable, CaseIterable {
  case adj = "ADJ", adp = "ADP", adv = "ADV", aux = "AUX", cconj = "CCONJ", det = "DET", intj = "INTJ"
  case noun = "NOUN", num = "NUM", part = "PART", pron = "PRON", propn = "PROPN", punct = "PUNCT"
  case sconj = "SCONJ", sym = "SYM", verb = "VERB", other = "X"
}

/// A universal dependency relation without its subtype. Source: <https://universaldependencies.org/u/dep/>.
public enum Relation: String, Sendable, CaseIterable {
  case acl, advcl, advmod, amod, appos, aux
  case caseMarker = "case"
  case cc, ccomp, clf, compound, conj, cop, csubj, dep, det, discourse, dislocated, expl, fixed, flat
  case goeswith, iobj, list, mark, nmod, nsubj, nummod, obj, obl, orphan, parataxis, punct, reparandum
  case root, vocative, xcomp
}

/// A dependency relation with its subtype: `nsubj:pass` is `Deprel(.nsubj, "pass")`.
public struct Deprel: Hashable, Sendable, CustomStringConvertible {
  /// The universal part.
  public let relation: Relation
  /// The part after the colon, or "".
  public let subtype: String

  /// Makes a relation.
  public init(_ relation: Relation, _ subtype: String = "") {
    self.relation = relation
    self.subtype = subtype
  }

  /// Reads `nsubj:pass`; nil where the universal part is unknown.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let relation = Relation(rawValue: String(first)) else { return nil }
    self.init(relation, parts.count > 1 ? String(parts[1]) : "")
  }

  /// The relation as UD writes it.
  public var description: String { subtype.isEmpty ? relation.rawValue : "\(relation.rawValue):\(subtype)" }
}

/// The morphological features that meaning needs, as UD names them.
public struct Features: Hashable, Sendable {
  /// UD's feature column, `_` for none: `Mood=Ind|Tense=Past|VerbForm=Fin`.
  public let bundle: String
  /// `Past` or `Pres`.
  public let tense: String?
  /// `Ind`, `Imp` or `Sub`.
  public let mood: String?
  /// `Pass` where the verb is a passive participle.
  public let voice: String?
  /// `Fin`, `Inf`, `Part` or `Ger`.
  public let verbForm: String?
  /// `Sing`, `Plur` or `Ptan`.
  public let number: String?
  /// 1, 2 or 3.
  public let person: Int?
  /// Whether the word itself negates (`not`, `no`).
  public let isNegative: Bool
  /// `Prs`, `Rel`, `Int`, `Dem`, …
  public let pronType: String?
  /// Whether the word is possessive (`his`).
  public let isPossessive: Bool
  /// `Pos`, `Cmp` or `Sup`.
  public let degree: String?

  /// No feature at all.
  public static let none = Features(bundle: "_")

  /// Reads UD's feature column; features that are not listed above are kept in `bundle` only.
  public init(bundle: String) {
    var values: [Substring: Substring] = [:]
    for pair in bundle.split(separator: "|") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    self.bundle = bundle
    tense = values["Tense"].map(String.init)
    mood = values["Mood"].map(String.init)
    voice = values["Voice"].map(String.init)
    verbForm = values["VerbForm"].map(String.init)
    number = values["Number"].map(String.init)
    person = values["Person"].flatMap { Int($0) }
    isNegative = values["Polarity"] == "Neg"
    pronType = values["PronType"].map(String.init)
    isPossessive = values["Poss"] == "Yes"
    degree = values["Degree"].map(String.init)
  }
}
