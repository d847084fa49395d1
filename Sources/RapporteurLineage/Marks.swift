/// What a text says about its own way: whom it credits, and whether it is a later state of an item.
public struct Marks: Sendable, Hashable {
  /// The outlets credited at the head (`(Reuters) -`) and at the foot ("first published by"), head first.
  public let credits: [OutletName]
  /// Whether title or text says that this is an update or a correction.
  public let isLaterState: Bool

  /// Takes marks that were kept.
  public init(credits: [OutletName], isLaterState: Bool) {
    self.credits = credits
    self.isLaterState = isLaterState
  }

  /// Reads the marks of a report.
  public init(text: String, title: String?) {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    let head = lines.prefix(3).flatMap { Marks.headCredits(String($0.prefix(160))) }
    let foot = lines.count > 1 ? lines.suffix(4).flatMap { Marks.footCredits(String($0.prefix(300))) } : []
    var credits: [OutletName] = []
    for name in head + foot where !credits.contains(name) { credits.append(name) }
    self.credits = credits
    isLaterState = Marks.saysLater(title: title, lines: lines)
  }

  // MARK: At the head

  /// Names in brackets before a dash, or at the very start: `CITY, Feb 2 (Agency) -`, `(MENAFN- Khaama Press)`,
  /// and a bare name before a long dash: `Reuters —`.
  static func headCredits(_ line: String) -> [OutletName] {
    if let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")"),
      open == line.startIndex || startsWithDash(line[line.index(after: close)...])
    {
      return names(in: line[line.index(after: open)..<close])
    }
    if let dash = line.firstIndex(of: "—"), line[..<dash].count <= 40, !line[..<dash].contains(".") {
      let before = String(line[..<dash]).trimmed
      return OutletName(before.split(separator: ",").last.map { String($0).trimmed } ?? before).map { [$0] }
        ?? []
    }
    return []
  }

  private static func startsWithDash(_ rest: Substring) -> Bool {
    guard let first = rest.first(where: { !$0.isWhitespace }) else { return false }
    return "-–—:".contains(first)
  }

  /// The names inside brackets: parts around a dash or slash; dates and pointers are none.
  private static func names(in words: Substring) -> [OutletName] {
    guard words.count <= 60 else { return [] }
    return words.split { "-–—/|;".contains($0) }.compactMap { part in
      let name = String(part).trimmed
      guard name.first?.isUppercase == true, !name.contains(where: \.isNumber) else { return nil }
      return OutletName(name)
    }
  }

  // MARK: At the foot

  /// What stands before the name of whom a copy comes from.
  private static let footPhrases = [
    "first published by ", "first published on ", "first published in ", "originally published by ",
    "originally published on ", "originally published in ", "originally appeared on ",
    "originally appeared in ", "first appeared on ", "first appeared in ", "first reported by ",
    "republished from ", "republished with permission from ", "courtesy of ", "source: ", "via: ",
    "with inputs from ", "copyright ", "© ", "(c) ",
  ]

  /// The outlet that a line at the end of the text credits.
  static func footCredits(_ line: String) -> [OutletName] {
    let lower = line.lowercased()
    for phrase in footPhrases {
      guard let found = lower.firstRange(of: phrase) else { continue }
      if phrase.hasSuffix(": ") && found.lowerBound != lower.startIndex { continue }
      let offset = lower.distance(from: lower.startIndex, to: found.upperBound)
      guard offset <= line.count else { continue }
      return name(after: line.dropFirst(offset)).map { [$0] } ?? []
    }
    if line.hasPrefix("("), line.hasSuffix(")"), line.count <= 62 {
      return names(in: line.dropFirst().dropLast())
    }
    return []
  }

  /// The capitalised words at the start, years and articles left out: at most five.
  private static func name(after rest: Substring) -> OutletName? {
    var words: [String] = []
    for word in rest.split(separator: " ").prefix(8) {
      let bare = String(word).trimmingMarks
      if bare.allSatisfy(\.isNumber) || ["the", "The", "by"].contains(bare) { continue }
      guard bare.first?.isUppercase == true || bare.contains(".") else { break }
      words.append(bare)
      if words.count == 5 || word.hasSuffix(".") || word.hasSuffix(",") { break }
    }
    return OutletName(words.joined(separator: " "))
  }

  // MARK: Later states

  private static let titleMarks = [
    "update ", "updated", "updates ", "corrected", "correction", "refile", "wrapup ", "clarification",
  ]

  private static let textMarks = [
    "story has been corrected", "article has been corrected", "report has been corrected",
    "has been updated", "was updated on", "was updated to", "an earlier version of this",
    "a previous version of this",
    "(updates ", "(adds ", "(corrects ", "(recasts", "corrects spelling", "this corrects",
    "this version corrects",
  ]

  private static func saysLater(title: String?, lines: [String]) -> Bool {
    if let title = title?.lowercased(), titleMarks.contains(where: { title.hasPrefix($0) }) { return true }
    let ends = (lines.prefix(2) + lines.suffix(3)).map { $0.lowercased() }
    if let first = ends.first, titleMarks.contains(where: { first.hasPrefix($0) && first.contains("-") }) {
      return true
    }
    return ends.contains { line in textMarks.contains { line.contains($0) } }
  }
}

extension String {
  /// Without the marks at the end of a word.
  fileprivate var trimmingMarks: String {
    var rest = Substring(self)
    while let last = rest.last, ".,;:)\"”'".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
