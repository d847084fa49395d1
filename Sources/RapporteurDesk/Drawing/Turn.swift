internal import RapporteurLedger

/// Whether two states dealt with each other otherwise of late: the last weeks beside those before, by origins.
///
/// It is a comparison of shares and no test; it says so, and names the numbers that it rests on.
struct Turn {
  /// How many weeks stand on either side.
  static let weeks = 13
  /// How many origins either side needs, so that anything is said.
  static let fewest = 5
  /// How far the shares of cooperation must be apart, in hundredths.
  static let least = 15

  /// A line for each side and one for what it comes to; nothing where there is no week.
  let views: [[String: Any]]

  /// - Parameter weeks: What `Ledger.weeks` gives.
  init(_ weeks: Answer) {
    guard !weeks.rows.isEmpty else {
      views = []
      return
    }
    let starts = WeekChart.calendar(weeks)
    let latest = Set(starts.suffix(Turn.weeks))
    let before = Set(starts.dropLast(Turn.weeks).suffix(Turn.weeks))
    let (now, then) = (Turn.side(weeks, latest), Turn.side(weeks, before))
    let words: String
    if now.all < Turn.fewest || then.all < Turn.fewest {
      words = "too few origins to say: each side needs \(Turn.fewest)"
    } else if now.share - then.share >= Turn.least {
      words = "warmer"
    } else if then.share - now.share >= Turn.least {
      words = "colder"
    } else {
      words = "no clear change: the shares are less than \(Turn.least) points apart"
    }
    views = [
      [
        "words": words, "weeks": "\(Turn.weeks)", "now-share": "\(now.share)", "then-share": "\(then.share)",
        "now": Words.count(Double(now.all), "origin"), "then": Words.count(Double(then.all), "origin"),
        "from": starts.suffix(Turn.weeks).first ?? "",
      ]
    ]
  }

  /// The origins of some weeks, counted once a week, and the share of cooperation among them in hundredths.
  private static func side(_ weeks: Answer, _ chosen: Set<String>) -> (all: Int, share: Int) {
    let rows = weeks.rows.indices.filter { chosen.contains(weeks.text($0, "week") ?? "") }
    let warm = rows.reduce(0) { $0 + weeks.number($1, "cooperation_origins") }
    let all = warm + rows.reduce(0) { $0 + weeks.number($1, "conflict_origins") }
    return (Int(all), all == 0 ? 0 : Int((warm / all * 100).rounded()))
  }
}
