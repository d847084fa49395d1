public import RapporteurCore

/// Finds the time expressions of a report and puts a calendar to them.
///
/// ```swift
/// let reader = try TimeReader(resources: ResourceFolder(module: "RapporteurMeaning"))
/// reader.read(annotated).map(\.value)   // ["2031-03-04", "P3D", "PAST_REF"]
/// ```
///
/// Source: ISO-TimeML 1.2 (TIMEX3); see `docs/times.md` for the choices where annotators differ.
public struct TimeReader: Sendable {
  private let lexicon: TimeLexicon

  /// Makes a reader that knows the words of `lexicon`.
  public init(lexicon: TimeLexicon) { self.lexicon = lexicon }

  /// Makes a reader with the lists that the module ships.
  ///
  /// - Throws: `LexiconError` where a list is missing or not understood.
  public init(resources: ResourceFolder) throws(LexiconError) {
    try self.init(lexicon: TimeLexicon(resources: resources))
  }

  /// The time expressions, in text order, without overlap.
  public func read(_ annotated: AnnotatedReport) -> [Timex] {
    let atoms = TimeAtomizer(lexicon: lexicon).atoms(of: annotated.report.text)
    var expressions: [TimeExpression] = []
    for paragraph in TimeReader.paragraphs(of: atoms) {
      let matcher = TimeMatcher(lexicon: lexicon, atoms: atoms, bounds: paragraph, register: .report)
      expressions.append(contentsOf: matcher.expressions())
    }
    return NarrativeResolver(annotated: annotated, atoms: atoms, lexicon: lexicon).resolve(expressions)
  }

  /// The runs of atoms between empty lines.
  private static func paragraphs(of atoms: [TimeAtom]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in atoms.indices where index > start && atoms[index].startsParagraph {
      runs.append(start..<index)
      start = index
    }
    if start < atoms.count { runs.append(start..<atoms.count) }
    return runs
  }
}
