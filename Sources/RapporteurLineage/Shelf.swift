/// Where lineage keeps what it has seen: keys that lead to reports, and the reports themselves.
///
/// A list of one key never grows past `Postings.limit`, so that a report costs the same whether it is the thousandth or
/// the millionth.
public protocol Shelf {
  /// What can go wrong: `Never` in memory.
  associatedtype Failure: Error
  /// The numbers of the reports that were put under `key`, at most `Postings.limit`.
  mutating func reports(under key: UInt64) throws(Failure) -> [Int]
  /// Puts the report under all `keys`.
  mutating func put(_ report: Int, under keys: [UInt64]) throws(Failure)
  /// What was kept of a report; nil where it was removed since.
  mutating func traced(_ report: Int) throws(Failure) -> Traced?
  /// Keeps a report and gives it its number.
  mutating func keep(_ traced: Traced) throws(Failure) -> Int
}

/// The rule for a full list: the first reports stay, since they are the likely origins; of the rest the newest.
public enum Postings {
  /// The most reports under one key.
  public static let limit = 64
  /// How many of the first are never displaced.
  public static let oldest = 16

  /// The place in a full list that the `count`-th report (counted from 0) takes.
  public static func place(of count: Int) -> Int {
    count < limit ? count : oldest + (count - oldest) % (limit - oldest)
  }
}

/// A shelf in memory.
public struct MemoryShelf: Shelf {
  /// Memory does not fail.
  public typealias Failure = Never

  private struct List {
    var reports: [Int32] = []
    var count = 0
  }

  private var lists: [UInt64: List] = [:]
  private var kept: [Traced] = []

  /// An empty shelf.
  public init() {}

  /// The reports under `key`.
  public func reports(under key: UInt64) -> [Int] { lists[key]?.reports.map(Int.init) ?? [] }

  /// Puts the report under all `keys`.
  public mutating func put(_ report: Int, under keys: [UInt64]) {
    for key in keys { add(Int32(report), to: &lists[key, default: List()]) }
  }

  /// What was kept of a report.
  public func traced(_ report: Int) -> Traced? { kept[report] }

  /// Keeps a report and gives it its number, counted from 0.
  public mutating func keep(_ traced: Traced) -> Int {
    kept.append(traced)
    return kept.count - 1
  }

  private func add(_ report: Int32, to list: inout List) {
    let place = Postings.place(of: list.count)
    if place == list.reports.count { list.reports.append(report) } else { list.reports[place] = report }
    list.count += 1
  }
}
