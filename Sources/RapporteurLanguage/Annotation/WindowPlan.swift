/// A run of neighbouring tokens that the encoder reads together.
public struct PlannedWindow: Equatable, Sendable {
  /// The tokens of the window.
  public let tokens: Range<Int>
  /// What the encoder takes for sentences: whole sentences, or pieces of one that is too long.
  public let sentences: [Range<Int>]
  /// The tokens that open a paragraph.
  public let paragraphStarts: [Int]
}

/// Cuts a text into windows of whole sentences.
///
/// A window ends where the next sentence would pass `aim` pieces, if it can where a paragraph ends; a sentence
/// longer than `most` is cut at punctuation, and each piece is a window of its own. Linear in the tokens.
public struct WindowPlan: Sendable {
  /// A sentence as the plan needs it.
  public struct Unit: Sendable {
    let tokens: Range<Int>
    let opensParagraph: Bool

    /// A sentence; `opensParagraph` where a window should rather begin with it.
    public init(tokens: Range<Int>, opensParagraph: Bool) {
      self.tokens = tokens
      self.opensParagraph = opensParagraph
    }
  }

  /// How many pieces a window should have.
  let aim: Int
  /// How many pieces a window may have, without the encoder's two marks.
  let most: Int

  /// A plan; `aim` is at most `most`.
  public init(aim: Int, most: Int) {
    precondition(0 < aim && aim <= most)
    self.aim = aim
    self.most = most
  }

  /// The windows over `units`; `pieces` has the pieces of each token, `isBreak` says behind which token a long
  /// sentence is best cut.
  public func windows(
    over units: [Unit], pieces: [UInt8], isBreak: (Int) -> Bool
  ) -> [PlannedWindow] {
    var open = OpenWindow()
    var windows: [PlannedWindow] = []
    for unit in units {
      let length = unit.tokens.reduce(0) { $0 + Int(pieces[$1]) }
      if length > most {
        open.close(into: &windows)
        for part in parts(of: unit.tokens, pieces: pieces, isBreak: isBreak) {
          windows.append(PlannedWindow(tokens: part, sentences: [part], paragraphStarts: []))
        }
        continue
      }
      if open.length + length > aim { open.makeRoom(for: unit, aim: aim, into: &windows) }
      if open.length + length > most { open.close(into: &windows) }
      open.add(unit, length)
    }
    open.close(into: &windows)
    return windows
  }

  /// A long sentence in parts of at most `aim` pieces, cut behind the last break in a part's second half.
  private func parts(of tokens: Range<Int>, pieces: [UInt8], isBreak: (Int) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var first = tokens.lowerBound
    while first < tokens.upperBound {
      var length = 0
      var end = first
      var best: Int?
      while end < tokens.upperBound, length + Int(pieces[end]) <= aim || end == first {
        length += Int(pieces[end])
        end += 1
        if length > aim / 2, isBreak(end - 1) { best = end }
      }
      if end < tokens.upperBound { end = best ?? end }
      parts.append(first..<end)
      first = end
    }
    return parts
  }

  /// The sentences that wait for the window's end.
  private struct OpenWindow {
    private var units: [(unit: Unit, length: Int)] = []
    private(set) var length = 0

    mutating func add(_ unit: Unit, _ pieces: Int) {
      units.append((unit, pieces))
      length += pieces
    }

    /// Closes the window where the last paragraph began, if its first half stays full; otherwise whole.
    mutating func makeRoom(for next: Unit, aim: Int, into windows: inout [PlannedWindow]) {
      guard !next.opensParagraph,
        let back = units.indices.dropFirst().last(where: { units[$0].unit.opensParagraph }),
        units[..<back].reduce(0, { $0 + $1.length }) > aim / 2
      else { return close(into: &windows) }
      let rest = units[back...]
      units.removeLast(units.count - back)
      close(into: &windows)
      for (unit, pieces) in rest { add(unit, pieces) }
    }

    mutating func close(into windows: inout [PlannedWindow]) {
      guard let first = units.first, let last = units.last else { return }
      windows.append(
        PlannedWindow(
          tokens: first.unit.tokens.lowerBound..<last.unit.tokens.upperBound,
          sentences: units.map(\.unit.tokens),
          paragraphStarts: units.compactMap { $0.unit.opensParagraph ? $0.unit.tokens.lowerBound : nil }))
      units.removeAll(keepingCapacity: true)
      length = 0
    }
  }
}
