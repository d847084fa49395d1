/// Decides from an alignment and the marks whether two reports share their text, and which came of which.
struct Kinship {
  /// The least containment of a relay, 0…1.
  static let leastRelay = 0.42
  /// The least containment of two states of one item that says so itself.
  static let leastMarkedVersion = 0.25
  /// The fewest own words that must be common; below this it is a quotation or a stock phrase.
  static let fewestWords = 20
  /// The least containment in the first half of the shorter text: what agrees only at the end is background.
  static let leastEarly = 0.2

  private let a: Traced
  private let b: Traced
  private let alignment: Alignment

  /// - Parameters:
  ///   - a: The newer by order of arrival.
  ///   - b: The older.
  init(_ a: Traced, _ b: Traced) {
    self.a = a
    self.b = b
    alignment = Alignment(a.words, b.words)
  }

  /// The edge between the two; nil where they are mere neighbours.
  func edge() -> RelayEdge? {
    if isVersion { return edge(.version, isDerived: isLater, because: versionReasons) }
    guard isCopy else { return nil }
    let verdict = direction()
    return edge(.relay, isDerived: verdict.aIsDerived, because: [shared] + verdict.reasons)
  }

  private func edge(_ kind: RelayEdge.Kind, isDerived: Bool, because reasons: [String]) -> RelayEdge {
    RelayEdge(
      from: isDerived ? a.key : b.key, to: isDerived ? b.key : a.key, kind: kind,
      containment: alignment.containment, reasons: reasons)
  }

  // MARK: Is it a copy?

  private var isCopy: Bool {
    alignment.containment >= Kinship.leastRelay && alignment.earlyContainment >= Kinship.leastEarly
      && (alignment.matchedOwn >= Kinship.fewestWords || isWhole)
  }

  /// A very short report that the other holds as good as whole.
  private var isWhole: Bool { alignment.containment >= 0.8 && alignment.matchedOwn >= 10 }

  private var shared: String {
    let share = Int((alignment.containment * 100).rounded())
    return "\(share) % of the shorter report's own words stand in both (\(alignment.matchedOwn) words)"
  }

  // MARK: Is it another state of one item?

  private var sameAddress: Bool { a.uri != nil && a.uri == b.uri }

  private var isVersion: Bool {
    if sameAddress { return true }
    guard a.hasSameOutlet(as: b) else { return false }
    if isCopy { return true }
    return (isLater ? a : b).marks.isLaterState
      && alignment.containment >= Kinship.leastMarkedVersion && alignment.matchedOwn >= Kinship.fewestWords
  }

  /// Whether `a` is the later state: by mark, then by time, then by order of arrival.
  private var isLater: Bool {
    if let gap = gap, gap != 0 { return gap > 0 }
    if a.marks.isLaterState != b.marks.isLaterState { return a.marks.isLaterState }
    return true
  }

  private var versionReasons: [String] {
    var reasons = [sameAddress ? "same address" : "same outlet", shared]
    if a.marks.isLaterState || b.marks.isLaterState { reasons.append("marked as an update or a correction") }
    if let words = gapWords { reasons.append(words) }
    return reasons
  }

  // MARK: Which came of which?

  private var gap: Int? {
    guard let mine = a.published, let theirs = b.published else { return nil }
    return mine.seconds(after: theirs)
  }

  private var gapWords: String? {
    guard let gap, gap != 0 else { return nil }
    let hours = abs(gap) / 3600
    return
      "published \(hours < 48 ? hours == 0 ? "\(abs(gap) / 60) min" : "\(hours) h" : "\(hours / 24) days") later"
  }

  private func direction() -> (aIsDerived: Bool, reasons: [String]) {
    var (weight, reasons) = (0, [String]())
    func add(_ amount: Int, _ reason: String) {
      weight += amount
      reasons.append(reason)
    }
    for (credit, sign) in [(origin(of: a, in: b), 1), (origin(of: b, in: a), -1)] {
      if let credit { add(4 * sign, credit) }
    }
    if let common = commonCredit { reasons.append("both carry the mark of \(common.written)") }
    if let gap, gap != 0, let words = gapWords { add(gap > 0 ? 2 : -2, words) }
    if reasons.isEmpty || weight == 0 {
      let hasLess = a.words.count < b.words.count
      if a.words.count != b.words.count { add(hasLess ? 1 : -1, "the other has more") }
    }
    return (weight >= 0, reasons)
  }

  /// Why `copy` says that it comes from `source`.
  private func origin(of copy: Traced, in source: Traced) -> String? {
    if let canonical = copy.canonical, canonical == source.uri, copy.uri != source.uri {
      return "names the other's address as the original"
    }
    if let name = copy.sources.first(where: source.isPublished(by:)) {
      return "names \(name.written) as its source"
    }
    if let name = copy.marks.credits.first(where: source.isPublished(by:)), !copy.isPublished(by: name) {
      return "credits \(name.written)"
    }
    return nil
  }

  /// An outlet that both credit and neither is.
  private var commonCredit: OutletName? {
    a.marks.credits.first { credit in
      !a.isPublished(by: credit) && !b.isPublished(by: credit)
        && b.marks.credits.contains { $0.means(credit) }
    }
  }
}
