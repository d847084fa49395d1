/// How much two events of different reports look like one happening, and why.
struct Likeness {
  /// The score from which on two events are one happening.
  static let least = 5
  /// The most days between the publication of two reports on one happening.
  static let mostDays = 14

  /// The most days between the dates that two texts give one happening.
  static let mostDaysBetweenDates = 1

  /// From this share of common words on two sentences are worded alike.
  static let similar = 0.2

  /// Type families: one happening is often coded once as a meeting and once as the agreement that came of it.
  static let families = [
    ["CONSULT", "AGREE"], ["ASSAULT", "COERCE"], ["AID", "COOPERATE", "SUPPORT"], ["RETREAT", "CONCEDE"],
  ]

  /// The types that may be one happening with `type`.
  static func family(of type: String) -> [String] { families.first { $0.contains(type) } ?? [type] }

  private(set) var score = 0
  private(set) var reasons: [String] = []
  private var isPossible = true
  /// Whether the two share somebody who is no state: a journey is a meeting only of the same people.
  private var sharesNames = false
  /// How much of the wording is shared, 0…1; it decides between two of one score.
  private(set) var sharedWording = 0.0

  /// Whether the two are one happening.
  var isOne: Bool { isPossible && score >= Likeness.least }

  /// Whether this is the closer of two likenesses.
  func isCloser(than other: Likeness) -> Bool {
    (score, sharedWording) > (other.score, other.sharedWording)
  }

  /// Whether one more reason could make the two one happening.
  var isNear: Bool { isPossible && score < Likeness.least && score >= Likeness.least - Likeness.quotation }

  /// What a shared quotation counts.
  private static let quotation = 2

  /// Both reports quote the same words.
  mutating func addSharedQuotation() { add(Likeness.quotation, "both reports quote the same words") }

  /// - Parameters:
  ///   - a: The event in hand.
  ///   - b: One of another report.
  ///   - kin: The reports that hang on that of `a`.
  init(_ a: EventFacts, _ b: EventFacts, _ kin: Kin) {
    compareActors(a, b)
    compareDays(a, b)
    comparePlaces(a, b)
    compareWords(a, b)
    if a.type == b.type { score += 1 }
    if a.trigger == b.trigger { score += 1 }
    if kin.relatives.contains(b.report), a.type == b.type, a.trigger == b.trigger,
      sharedWording >= Likeness.similar
    {
      add(2, "one report has the other's text")
    }
    if kin.cited.contains(b.report) { add(a.trigger == b.trigger ? 3 : 1, "one report cites the other") }
    if score > 0 && !Likeness.family(of: a.type).contains(b.type) { isPossible = false }
    if a.isFuture != b.isFuture { isPossible = false }
    if a.isVisit != b.isVisit, !sharesNames { isPossible = false }
  }

  private mutating func add(_ amount: Int, _ reason: String) {
    score += amount
    reasons.append(reason)
  }

  private mutating func compareActors(_ a: EventFacts, _ b: EventFacts) {
    let shared = a.identities.intersection(b.identities).sorted()
    let named = shared.filter { !$0.hasPrefix("state:") }
    let countries = a.countries.intersection(b.countries).sorted()
    sharesNames = !named.isEmpty
    if sharesNames {
      let names = named.map { $0.split(separator: ":", maxSplits: 1).last.map(String.init) ?? $0 }
      add(min(4, 2 * named.count), "same actors: \(names.joined(separator: ", "))")
    }
    if !countries.isEmpty {
      add(min(2, countries.count), "same countries: \(countries.joined(separator: ", "))")
    }
  }

  private mutating func compareDays(_ a: EventFacts, _ b: EventFacts) {
    if let first = a.day, let second = b.day {
      let gap = abs(first.daysSinceEpoch - second.daysSinceEpoch)
      if gap == 0 { add(2, "same day: \(first)") } else { isPossible = gap <= Likeness.mostDaysBetweenDates }
    } else if let first = a.published, let second = b.published {
      isPossible = abs(first.daysSinceEpoch - second.daysSinceEpoch) <= Likeness.mostDays
      if a.day ?? a.published == b.day ?? b.published, a.day != nil || b.day != nil {
        add(1, "told on its day: \(a.day ?? first)")
      }
    }
  }

  private mutating func comparePlaces(_ a: EventFacts, _ b: EventFacts) {
    if let first = a.place, let second = b.place, first == second {
      add(2, "same place: \(first)")
    } else if let first = a.placeCountry, let second = b.placeCountry, first != second {
      score -= 3
    }
  }

  private mutating func compareWords(_ a: EventFacts, _ b: EventFacts) {
    let shared = a.words.intersection(b.words).count
    guard shared >= 3 else { return }
    let share = Double(shared) / Double(a.words.union(b.words).count)
    sharedWording = share
    if share >= 0.5 { add(4, "same wording") } else if share >= Likeness.similar { add(1, "similar wording") }
  }
}
