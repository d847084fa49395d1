/// Chooses a report's headline among those that a page gives.
enum PageTitle {
  /// Entities resolved (twice: pages escape them twice), tags left out, white space collapsed.
  /// Of more than 2,000 letters the first ones are taken.
  static func plain(_ text: String) -> String {
    var line = Entities.resolved(String(text.unicodeScalars.prefix(2000)))
    if line.utf8.contains(0x26) { line = Entities.resolved(line) }
    if line.utf8.contains(0x3C) { line = withoutTags(line) }
    var collapsed = PageText()
    Array(line.utf8).withUnsafeBufferPointer { _ = collapsed.append($0) }
    return collapsed.string(from: 0)
  }

  private static func withoutTags(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      let after = rest.index(after: start)
      guard after < rest.endIndex, rest[after].isLetter || rest[after] == "/",
        let end = rest[after...].firstIndex(of: ">")
      else {
        result += rest[..<after]
        rest = rest[after...]
        continue
      }
      result += rest[..<start] + " "
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// The headline: what most of the candidates agree on; among equals JSON-LD, then the page's heading, then `og:title`.
  static func choose(headline: String?, headings: [String], social: String?, window: String?, outlet: String?)
    -> String?
  {
    let given = [headline, social].compactMap { $0 }.map { withoutOutlet($0, outlet) }
    let title = window.map { withoutOutlet($0, outlet) }
    let heading =
      heading(headings, given: given + [title].compactMap { $0 })
      ?? (given.isEmpty ? title.flatMap { likest(headings, $0) } : nil)
    let candidates = [
      headline.map { withoutOutlet($0, outlet) }, heading, social.map { withoutOutlet($0, outlet) }, title,
    ]
    .compactMap { $0 }.filter { !$0.isEmpty }
    var best: String?
    var most = 0
    for candidate in candidates {
      let votes = candidates.count { agrees($0, candidate) }
      if votes > most {
        most = votes
        best = candidate
      }
    }
    return best.map { withoutKicker(longest($0, candidates), heading) }
  }

  /// `Opinion | Headline` gives way to the page's heading `Headline`.
  private static func withoutKicker(_ title: String, _ heading: String?) -> String {
    guard let heading, heading.count * 2 > title.count, title.count > heading.count else { return title }
    return title.hasSuffix(heading) || title.hasPrefix(heading) ? heading : title
  }

  /// The heading that a given title agrees with, else the only one.
  private static func heading(_ headings: [String], given: [String]) -> String? {
    headings.first { heading in given.contains { agrees($0, heading) } }
      ?? (headings.count == 1 ? headings[0] : nil)
  }

  /// The heading that shares most words with the window's title, at least half of its own and two.
  private static func likest(_ headings: [String], _ title: String) -> String? {
    let known = words(title)
    let shares = headings.map { heading in (heading, words(heading).intersection(known).count) }
    let best = shares.max { $0.1 < $1.1 }
    return best.flatMap { $0.1 >= 2 && $0.1 * 2 >= words($0.0).count ? $0.0 : nil }
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
  }

  /// A title that was cut (`…`) gives way to the one that goes on.
  private static func longest(_ title: String, _ candidates: [String]) -> String {
    guard title.hasSuffix("…") || title.hasSuffix("...") || title.utf8.count >= 105 else { return title }
    let stem = title.prefix { $0 != "…" }
    let cut = stem.hasSuffix("...") ? stem.dropLast(3) : stem
    let key = key(String(cut))
    return candidates.first {
      $0.count > cut.count && self.key($0).hasPrefix(key) && !$0.hasSuffix("…") && !$0.hasSuffix("...")
    } ?? title
  }

  private static func agrees(_ a: String, _ b: String) -> Bool { key(a) == key(b) }

  /// Letters and figures in lower case.
  static func key(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// What stands between a headline and the outlet's name.
  static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / "]

  /// `Headline - Outlet` and `Outlet: Headline` without the outlet.
  static func withoutOutlet(_ title: String, _ outlet: String?) -> String {
    let wanted = outlet.map(key)
    for separator in separators {
      guard let found = title.range(of: separator, backwards: true) else { continue }
      let tail = key(String(title[found.upperBound...]))
      if let wanted, !wanted.isEmpty, tail == wanted || tail.hasPrefix(wanted) || wanted.hasPrefix(tail) {
        return withoutOutlet(String(title[..<found.lowerBound]), outlet)
      }
      if wanted == nil || separator == " | ", title[found.upperBound...].split(separator: " ").count <= 4,
        title[..<found.lowerBound].split(separator: " ").count >= 4
      {
        return withoutOutlet(String(title[..<found.lowerBound]), outlet)
      }
    }
    return title
  }
}

extension StringProtocol {
  /// The first place of `other`, without Foundation.
  func range(of other: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex, !other.isEmpty {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }

  /// The last place of `other`, without Foundation.
  func range(of other: String, backwards: Bool) -> Range<Index>? {
    guard !other.isEmpty else { return nil }
    var start = endIndex
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
    }
    return nil
  }
}
