/// Walking the dependency trees of a report.
extension AnnotatedReport {
  /// The words of a span.
  public func text(of span: TextSpan) -> String { report.text(of: span) }

  /// The words of several spans, joined by a space.
  public func text(of spans: [TextSpan]) -> String { spans.map(report.text(of:)).joined(separator: " ") }

  /// From the start of the first to the end of the last token of a non-empty range.
  public func span(of range: Range<Int>) -> TextSpan {
    TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  /// The children of `token` with one of the given relations, in text order.
  public func children(of token: Int, _ first: Relation, _ others: Relation...) -> [Int] {
    children(of: token).filter { tokens[$0].relation == first || others.contains(tokens[$0].relation) }
  }

  /// The first child of `token` with one of the given relations.
  public func child(of token: Int, _ first: Relation, _ others: Relation...) -> Int? {
    children(of: token).first { tokens[$0].relation == first || others.contains(tokens[$0].relation) }
  }

  /// `token` and all that it governs, in text order.
  public func subtree(of token: Int) -> [Int] {
    var found = [token]
    var next = 0
    while next < found.count {
      found.append(contentsOf: children(of: found[next]))
      next += 1
    }
    return found.sorted()
  }

  /// `token` and all that it governs, but without the subtrees that `leavingOut` names.
  public func subtree(of token: Int, leavingOut isLeftOut: (Int) -> Bool) -> [Int] {
    var found = [token]
    var next = 0
    while next < found.count {
      found.append(contentsOf: children(of: found[next]).filter { !isLeftOut($0) })
      next += 1
    }
    return found.sorted()
  }

  /// `token`, then its coordinated conjuncts, in text order.
  public func conjuncts(of token: Int) -> [Int] {
    var found = [token]
    for child in children(of: token) where tokens[child].relation == .conj {
      found.append(contentsOf: conjuncts(of: child))
    }
    return found
  }

  /// The heads above `token`, nearest first.
  public func ancestors(of token: Int) -> [Int] {
    var found: [Int] = []
    var current = tokens[token].head
    while let head = current, found.count < tokens.count {
      found.append(head)
      current = tokens[head].head
    }
    return found
  }

  /// Runs of neighbouring tokens, as spans: white space inside a run is covered, gaps split it.
  public func spans(of indices: [Int]) -> [TextSpan] {
    ranges(of: indices).map(span(of:))
  }

  /// Runs of neighbouring token indices; `indices` must be sorted.
  public func ranges(of indices: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in indices {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// The tokens that lie wholly inside `span`.
  public func tokens(in span: TextSpan) -> Range<Int> {
    let first = tokens.partitioningIndex { $0.span.start >= span.start }
    let last = tokens.partitioningIndex { $0.span.end > span.end }
    return first..<max(first, last)
  }
}

extension Array {
  /// The index of the first element for which `belongs` is true; the array must be partitioned by it.
  public func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
