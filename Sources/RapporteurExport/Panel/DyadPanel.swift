public import RapporteurCore

/// Directed pairs of states by month or week, with a row for each pair in each period: zeros are written out.
public struct DyadPanel: Sendable {
  /// The length of a period.
  public enum Period: Sendable { case month, week }

  /// What one state did to another in one period, in one quad.
  public struct Count: Sendable {
    let start: String
    let from: String
    let to: String
    let quad: Int
    let values: [Int]

    /// - Parameter quad: 1…4.
    public init(
      start: String, from: String, to: String, quad: Int, happenings: Int, articles: Int, origins: Int
    ) {
      (self.start, self.from, self.to, self.quad) = (start, from, to, quad)
      values = [happenings, articles, origins]
    }
  }

  /// The columns; docs/exports.md describes each.
  public static let columns =
    ["period", "start", "iso_from", "iso_to", "cow_from", "cow_to", "cow_dyad"]
    + (1...4).flatMap { quad in ["happenings", "articles", "origins"].map { "q\(quad)_\($0)" } }

  /// Counts between a state and a body without a state's code, which are left out.
  public let leftOut: Int
  private let codes: StateCodes
  private let period: Period
  private let cells: [Cell: [Int]]
  private let pairs: [(String, String)]
  private let starts: [CalendarDate]

  private struct Cell: Hashable {
    let start: String
    let from: String
    let to: String
  }

  /// - Parameters:
  ///   - first: The first day that the panel covers; nil for the first count.
  ///   - last: The last day; nil for the last count.
  ///   - states: All ordered pairs of these have rows; where there are none, the pairs that are counted, both ways.
  public init(
    _ counts: [Count], period: Period, codes: StateCodes, first: CalendarDate? = nil,
    last: CalendarDate? = nil,
    states: [String] = []
  ) {
    let known = counts.filter { codes.iso.contains($0.from) && codes.iso.contains($0.to) }
    leftOut = counts.count - known.count
    self.codes = codes
    self.period = period
    var cells: [Cell: [Int]] = [:]
    for count in known {
      let cell = Cell(start: count.start, from: count.from, to: count.to)
      let offset = (count.quad - 1) * 3
      for (index, value) in count.values.enumerated() {
        cells[cell, default: Array(repeating: 0, count: 12)][offset + index] += value
      }
    }
    self.cells = cells
    pairs = DyadPanel.pairs(known, states)
    starts = DyadPanel.starts(
      period, first ?? known.map(\.start).min().flatMap(CalendarDate.init(iso:)),
      last ?? known.map(\.start).max().flatMap(CalendarDate.init(iso:)))
  }

  /// Comma-separated values with a header, by period and pair.
  public var csv: String {
    var table = Table(columns: DyadPanel.columns)
    for start in starts { for pair in pairs { table.append(row(start, pair.0, pair.1)) } }
    return table.csv()
  }

  /// How many rows it has.
  public var count: Int { starts.count * pairs.count }

  private func row(_ start: CalendarDate, _ from: String, _ to: String) -> [String] {
    let counts = cells[Cell(start: start.description, from: from, to: to)] ?? Array(repeating: 0, count: 12)
    let (a, b) = (codes.cow[from], codes.cow[to])
    let dyad = a.flatMap { a in b.map { a * 1000 + $0 } }
    return [name(of: start), start.description, from, to] + [a, b, dyad].map { $0.map { String($0) } ?? "" }
      + counts.map { String($0) }
  }

  private static func pairs(_ counts: [Count], _ states: [String]) -> [(String, String)] {
    if !states.isEmpty {
      return states.sorted().flatMap { from in states.sorted().filter { $0 != from }.map { (from, $0) } }
    }
    let both = Set(counts.flatMap { ["\($0.from) \($0.to)", "\($0.to) \($0.from)"] })
    return both.sorted().map { (String($0.prefix(3)), String($0.suffix(3))) }
  }

  /// The first days of all periods from `first` to `last`.
  private static func starts(_ period: Period, _ first: CalendarDate?, _ last: CalendarDate?)
    -> [CalendarDate]
  {
    guard let first, let last, var day = start(period, of: first) else { return [] }
    var starts: [CalendarDate] = []
    while day <= last {
      starts.append(day)
      guard let next = period == .week ? day.adding(days: 7) : day.adding(months: 1) else { break }
      day = next
    }
    return starts
  }

  private static func start(_ period: Period, of day: CalendarDate) -> CalendarDate? {
    switch period {
    case .week: day.adding(days: 1 - day.weekday)
    case .month: CalendarDate(year: day.year, month: day.month, day: 1)
    }
  }

  /// `2031-03`, or ISO 8601's week `2031-W10`: the week's Thursday tells its year.
  private func name(of start: CalendarDate) -> String {
    if period == .month { return String(start.description.prefix(7)) }
    let thursday = start.adding(days: 3)
    guard let january = CalendarDate(year: thursday.year, month: 1, day: 1) else { return start.description }
    let week = (thursday.daysSinceEpoch - january.daysSinceEpoch) / 7 + 1
    return "\(thursday.description.prefix(4))-W\(week < 10 ? "0" : "")\(week)"
  }
}
