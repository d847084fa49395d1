internal import RapporteurLedger

extension Answer {
  /// The rows for a template: a dictionary each; nothing for an absent value, so that a section of it is left out.
  var views: [[String: Any]] { rows.indices.map(view) }

  /// One row.
  func view(_ index: Int) -> [String: Any] {
    var view: [String: Any] = [:]
    for (name, cell) in zip(columns, rows[index]) {
      if case .none = cell { continue }
      let text = cell.description
      if !text.isEmpty { view[name] = text }
    }
    if let type = view["type"] as? String {
      view["type-class"] = type.lowercased()
      view["type-means"] = PlainWords.meaning(of: type)
    }
    if let number = view["happening"] as? String { view["happening-at"] = Address.happening(number) }
    return view
  }

  /// The value of a column in a row, or nil; nil also where there is no such row.
  func text(_ row: Int, _ column: String) -> String? {
    guard rows.indices.contains(row), let index = columns.firstIndex(of: column) else { return nil }
    let cell = rows[row][index]
    if case .none = cell { return nil }
    return cell.description
  }

  /// The cursor behind the last row: the values of some columns.
  func cursor(_ columns: String...) -> String? {
    guard !rows.isEmpty else { return nil }
    return Cursor(columns.map { text(rows.count - 1, $0) ?? "" }).description
  }

  /// The first rows, and whether there are more.
  func first(_ count: Int) -> (shown: Answer, isMore: Bool) {
    (Answer(columns: columns, rows: Array(rows.prefix(count))), rows.count > count)
  }

  /// The number in a column of a row; 0 where there is none.
  func number(_ row: Int, _ column: String) -> Double { text(row, column).flatMap(Double.init) ?? 0 }
}
