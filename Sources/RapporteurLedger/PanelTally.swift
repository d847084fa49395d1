internal import GRDB
internal import RapporteurCore

/// Counts the rows of pairs into the cells of a panel: happenings, articles and origins, each once.
struct PanelTally {
  private struct Cell: Hashable {
    let start: String
    let from: String
    let to: String
    let quad: Int
  }

  private struct Told: Hashable {
    let happening: Int64
    let by: Int64
  }

  private struct Heard: Hashable {
    let happening: Int64
    let root: String
  }

  private struct Content {
    var happenings: Set<Int64> = []
    var articles: Set<Told> = []
    var origins: Set<Heard> = []

    mutating func add(happening: Int64, report: Int64, roots: [String]) {
      happenings.insert(happening)
      articles.insert(Told(happening: happening, by: report))
      for root in roots { origins.insert(Heard(happening: happening, root: root)) }
    }
  }

  private let rules: PanelRules
  private var cells: [Cell: Content] = [:]
  private var starts: [String: String?] = [:]
  /// The events that have no date for the panel.
  private(set) var undated: Set<Int64> = []

  init(_ rules: PanelRules) { self.rules = rules }

  /// Counts what the queries give.
  mutating func add(_ queries: [PanelQuery.Query], _ db: Database) throws {
    for query in queries {
      let rows = try Row.fetchCursor(db, sql: query.sql, arguments: query.arguments)
      while let row = try rows.next() { add(row) }
    }
  }

  /// Counts a row: source, target, day, whether it is dated, quad, event, happening, report, roots.
  private mutating func add(_ row: Row) {
    guard row[3] || rules.datesByPublication, let start = start(of: row[2]) else {
      undated.insert(row[5])
      return
    }
    let (from, to): (String, String) = (row[0], row[1])
    guard from != to else { return }
    let cell = Cell(start: start, from: from, to: to, quad: row[4])
    cells[cell, default: Content()].add(happening: row[6], report: row[7], roots: Roots.parted(row[8]))
  }

  /// The first day of the period in which a date lies; nil where it is too coarse.
  private mutating func start(of date: String) -> String? {
    if let known = starts[date] { return known }
    let start =
      switch rules.period {
      case .month: CalendarDate(iso: date.prefix(7) + "-01")?.description
      case .week:
        CalendarDate(iso: String(date.prefix(10))).map { $0.adding(days: 1 - $0.weekday).description }
      }
    starts[date] = .some(start)
    return start
  }

  /// The cells, by period, countries and quad.
  var counts: [PanelCount] {
    cells.sorted {
      ($0.key.start, $0.key.from, $0.key.to, $0.key.quad) < (
        $1.key.start, $1.key.from, $1.key.to, $1.key.quad
      )
    }
    .map { cell, content in
      PanelCount(
        start: cell.start, from: cell.from, to: cell.to, quad: cell.quad,
        happenings: content.happenings.count,
        articles: content.articles.count, origins: content.origins.count)
    }
  }
}
