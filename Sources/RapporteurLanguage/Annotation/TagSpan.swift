/// A span that BIO tags mark, with the index of its type.
package struct TagSpan: Equatable, Sendable {
  package let words: Range<Int>
  /// The index into the types that `BIOTags` was made with.
  package let type: Int

  package init(words: Range<Int>, type: Int) {
    self.words = words
    self.type = type
  }
}

/// Reads BIO tags: an `I-` that continues nothing opens a span.
package struct BIOTags: Sendable {
  /// For each tag: the index of its type, or -1 for `O`, and whether it opens a span.
  private let meaning: [(type: Int, opens: Bool)]

  /// Reads tags by their names; types that aren't in `types` count as `O`.
  package init(names: [String], types: [String]) {
    meaning = names.map { name in
      let type = types.firstIndex { name.dropFirst(2) == $0 } ?? -1
      return (name == "O" ? -1 : type, name.hasPrefix("B-"))
    }
  }

  /// The spans in `tags`, in order.
  package func spans(_ tags: [UInt8]) -> [TagSpan] {
    var spans: [TagSpan] = []
    var first = 0
    var type = -1
    for index in 0...tags.count {
      let next = index < tags.count ? meaning[Int(tags[index])] : (type: -1, opens: false)
      if next.type == type && !next.opens { continue }
      if type >= 0 { spans.append(TagSpan(words: first..<index, type: type)) }
      (first, type) = (index, next.type)
    }
    return spans
  }
}
