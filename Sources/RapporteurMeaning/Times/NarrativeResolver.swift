import RapporteurCore

/// Resolves the expressions of a report in text order, so that one can lean on those before it.
struct NarrativeResolver {
  let annotated: AnnotatedReport
  let atoms: [TimeAtom]
  let lexicon: TimeLexicon

  /// The expressions as TIMEX3.
  func resolve(_ expressions: [TimeExpression]) -> [Timex] {
    let anchor = self.anchor(of: expressions)
    var context = TimeContext(
      anchor: anchor.date, anchorName: anchor.name, direction: .unknown, narrative: nil, accounting: nil,
      holidays: lexicon.holidays)
    let tense = TenseReader(annotated: annotated, words: lexicon.tense)
    return expressions.map { expression in
      let span = self.span(of: expression)
      context.direction = expression.meaning.needsDirection ? tense.direction(at: span) : .unknown
      let found = TimeResolver(context: context).resolve(expression.meaning)
      remember(found, of: expression.meaning, in: &context)
      return Timex(
        spans: [span], kind: found.kind, value: found.value, modifier: expression.modifier ?? found.modifier,
        basis: found.basis)
    }
  }

  private func span(of expression: TimeExpression) -> TextSpan {
    TextSpan(
      Int(atoms[expression.atoms.lowerBound].span.lowerBound),
      Int(atoms[expression.atoms.upperBound - 1].span.upperBound))
  }

  private func remember(_ found: ResolvedTime, of meaning: TimeMeaning, in context: inout TimeContext) {
    guard let point = found.point else { return }
    context.narrative = point
    switch meaning {
    case .quarter(.some, let year, _): if !year.isComparison { context.accounting = point }
    default: break
    }
  }

  /// The publication date; else the first full date of the text, dateline first.
  private func anchor(of expressions: [TimeExpression]) -> (date: CalendarDate?, name: String) {
    if let published = annotated.report.published { return (published, "the publication date") }
    for expression in expressions {
      guard case .calendar(let year?, let month?, let day?) = expression.meaning,
        let date = CalendarDate(year: year, month: month, day: day)
      else { continue }
      return (date, "the first full date of the text")
    }
    return (nil, "nothing")
  }
}

extension TimeMeaning {
  /// Whether tense can change the value.
  var needsDirection: Bool {
    switch self {
    case .calendar(let year, _, _): year == nil
    case .weekday, .month, .season, .quarter, .holiday, .unit(.weekend, _): true
    case .part(_, let day?), .clock(_, let day?), .weekOf(let day), .weekInside(let day, _):
      day.needsDirection
    default: false
    }
  }
}
