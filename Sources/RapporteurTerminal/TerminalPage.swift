public import Rapporteur
import RapporteurCore

/// Renders what was read of one report as a page for the terminal: lineage, who says what along the chain of
/// claims, who did what to whom, and who responded how.
public struct TerminalPage: Sendable {
  let style: TerminalStyle
  let showsWhy: Bool

  /// Makes a page; `showsWhy` adds the rule behind each finding.
  public init(style: TerminalStyle, showsWhy: Bool = false) {
    self.style = style
    self.showsWhy = showsWhy
  }

  /// The page, with a final line break.
  public func render(_ report: ReadReport) -> String {
    let names = PageNames(report)
    let sections = [
      header(report),
      section(
        "WHO SAYS WHAT", "source · words that attribute; │ what is said; └ is said inside the line above",
        claims(report.reading, names)),
      section(
        "WHO DID WHAT TO WHOM", "as reported, not as proved: the certainty is that of whoever says so",
        events(report.reading, names)),
      section("RESPONSES", "who answered, and to what", responses(report.reading, names)),
    ]
    let lines = sections.filter { !$0.isEmpty }.joined(separator: [""])
    let body =
      report.reading.claims.isEmpty && report.reading.events.isEmpty
      ? ["", "Nothing that is claimed or coded was found."] : []
    return (Array(lines) + body).joined(separator: "\n") + "\n"
  }

  /// A heading with a line that says how to read what follows.
  private func section(_ title: String, _ legend: String, _ lines: [String]) -> [String] {
    if lines.isEmpty { return [] }
    let heading = Paragraph([(title, .heading), ("  \(legend)", .faint)], rest: "  ")
    return heading.lines(in: style) + lines
  }

  private func header(_ page: ReadReport) -> [String] {
    let report = page.annotated.report
    let title = report.title ?? firstLine(of: page.annotated) ?? report.key
    var lines = Paragraph([(title, .title)]).lines(in: style)
    let facts = [report.key, report.outlet, report.published.map { "published \($0)" }].compactMap { $0 }
    lines += Paragraph([(facts.joined(separator: "  ·  "), .faint)]).lines(in: style)
    if !page.reading.lineage.isEmpty {
      let stations = page.reading.lineage.map { "\($0.name) (\($0.role.rawValue))" }
      lines += Paragraph([("Lineage: ", .faint), (stations.joined(separator: "  ←  "), nil)], rest: "  ")
        .lines(in: style)
    }
    return lines
  }

  /// The first sentence that is no dateline or byline.
  private func firstLine(of annotated: AnnotatedReport) -> String? {
    let dateline = annotated.dateline?.span
    let first = annotated.sentences.first { sentence in
      sentence.kind != .byline && dateline.map { !$0.contains(sentence.span) } ?? true
    }
    return first.map { annotated.text(of: $0.span) }
  }
}
