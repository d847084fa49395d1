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
  private let register: TimeRegister?

  /// Makes a reader that knows the words of `lexicon`; without a `register` each text shows its own.
  public init(lexicon: TimeLexicon, register: TimeRegister? = nil) {
    self.lexicon = lexicon
    self.register = register
  }

  /// Makes a reader with the lists that the module ships.
  ///
  /// - Throws: `LexiconError` where a list is missing or not understood.
  public init(resources: ResourceFolder) throws(LexiconError) {
    try self.init(lexicon: TimeLexicon(resources: resources))
  }

  /// The time expressions, in text order, without overlap.
  public func read(_ annotated: AnnotatedReport) -> [Timex] {
    let atoms = TimeAtomizer(lexicon: lexicon).atoms(of: annotated.report.text)
    let register = self.register ?? RegisterReader(lexicon: lexicon).register(of: annotated, atoms)
    if register == .message, let written = annotated.report.published {
      return readMessage(atoms, written: written)
    }
    var expressions: [TimeExpression] = []
    for paragraph in TimeReader.paragraphs(of: atoms) {
      let matcher = TimeMatcher(
        lexicon: lexicon, atoms: atoms, bounds: paragraph, register: .report,
        reference: annotated.report.published)
      expressions.append(contentsOf: matcher.expressions())
    }
    return NarrativeResolver(annotated: annotated, atoms: atoms, lexicon: lexicon).resolve(expressions)
  }

  /// The time expressions of a message that was written on a day.
  private func readMessage(_ atoms: [TimeAtom], written: CalendarDate) -> [Timex] {
    TimeReader.paragraphs(of: atoms).flatMap { paragraph in
      let matcher = TimeMatcher(
        lexicon: lexicon, atoms: atoms, bounds: paragraph, register: .message, reference: written)
      return matcher.messageExpressions().map { found in
        let span = TextSpan(
          Int(atoms[found.atoms.lowerBound].span.lowerBound),
          Int(atoms[found.atoms.upperBound - 1].span.upperBound))
        return Timex(spans: [span], kind: found.kind, value: found.value, basis: found.basis)
      }
    }
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
