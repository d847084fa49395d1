import RapporteurCore

/// The words of classes and ids that tell what an element is for.
///
/// A class such as `storyReadMore-box` is looked up from the start of each of its words: `story`, `storyread`, …,
/// `read`, `readmore`, …, `more`, `box`. An entry matches whole words or any word that it starts.
struct PageHintTable: Sendable {
  private struct Slot {
    var hash: UInt32 = 0
    var whole: PageHint = []
    var start: PageHint = []
  }

  /// Open addressing; the capacity is a power of two and at most a quarter full.
  private var slots: [Slot]
  private let mask: Int
  private let longest: Int

  /// Reads the table `page-hints.tsv`: columns `word`, `match` (`whole` or `start`), `meaning`.
  init(_ table: LexiconTable) throws(LexiconError) {
    var capacity = 256
    while capacity < table.rows.count * 4 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    mask = capacity - 1
    var longest = 0
    for row in table.rows {
      let word = try row.cell("word")
      let meaning = try row.cell("meaning")
      guard let hint = PageHint.names[String(meaning)] else {
        throw row.error(
          "meaning",
          .unknownValue(String(meaning), allowed: "body, boilerplate, byline, date, comments, caption"))
      }
      let match = try row.cell("match")
      guard match == "whole" || match == "start" else {
        throw row.error("match", .unknownValue(String(match), allowed: "whole, start"))
      }
      longest = max(longest, word.utf8.count)
      let index = PageHintTable.place(
        of: word.utf8.reduce(PageHintTable.seed, PageHintTable.mix), slots, mask)
      slots[index].hash = word.utf8.reduce(PageHintTable.seed, PageHintTable.mix)
      if match == "whole" { slots[index].whole.insert(hint) } else { slots[index].start.insert(hint) }
    }
    self.longest = longest
  }

  /// What the words of `name` (a class or an id) say.
  func hints(_ name: UnsafeBufferPointer<UInt8>) -> PageHint {
    slots.withUnsafeBufferPointer { slots in
      var found: PageHint = []
      for start in name.indices where PageHintTable.startsWord(name, start) {
        found.formUnion(hints(name, from: start, slots))
      }
      return found
    }
  }

  private func hints(
    _ name: UnsafeBufferPointer<UInt8>, from start: Int, _ slots: UnsafeBufferPointer<Slot>
  ) -> PageHint {
    var found: PageHint = []
    var hash = PageHintTable.seed
    var letters = 0
    var index = start
    while index < name.count, letters < longest {
      let byte = name[index] | 0x20
      index += 1
      guard PageHintTable.isLetter(byte) else {
        // A space ends a class; the words of one class are joined.
        if name[index - 1] <= 0x20 { break }
        continue
      }
      hash = PageHintTable.mix(hash, byte)
      letters += 1
      let slot = PageHintTable.slot(hash, slots, mask)
      if slot.hash != hash { continue }
      found.formUnion(slot.start)
      let isEnd =
        index == name.count || !PageHintTable.isLetter(name[index] | 0x20)
        || PageHintTable.startsWord(name, index)
      if isEnd { found.formUnion(slot.whole) }
    }
    return found
  }

  private static let seed: UInt32 = 0x811C_9DC5

  /// Source: Fowler, Noll and Vo, FNV-1a of 32 bits, <http://www.isthe.com/chongo/tech/comp/fnv/>.
  private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  private static func place(of hash: UInt32, _ slots: [Slot], _ mask: Int) -> Int {
    var index = Int(hash) & mask
    while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & mask }
    return index
  }

  private static func slot(_ hash: UInt32, _ slots: UnsafeBufferPointer<Slot>, _ mask: Int) -> Slot {
    var index = Int(hash) & mask
    while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & mask }
    return slots[index]
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// A letter after a sign, or a capital after a small letter.
  private static func startsWord(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = name[index]
    guard isLetter(byte | 0x20) else { return false }
    guard index > 0 else { return true }
    let before = name[index - 1]
    return !isLetter(before | 0x20) || (byte < 0x60 && before > 0x60)
  }
}
