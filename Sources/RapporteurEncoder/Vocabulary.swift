/// The pieces of the vocabulary, found by their bytes in a hash table.
///
/// Pieces that start a word and pieces that continue one (`##ing`, kept without the signs) are two spaces of
/// one table.
struct Vocabulary: Sendable {
  /// The number of pieces, the special ones included.
  let count: Int
  let unknown: Int32
  let start: Int32
  let end: Int32
  /// The length of the longest piece, in bytes.
  let longest: Int

  private let text: [UInt8]
  /// Where each piece's bytes (less `##`) lie in `text`.
  private let ranges: [Range<Int32>]
  private let continues: [Bool]
  /// Piece index or -1; the size is a power of two.
  private let slots: [Int32]

  /// Reads `vocabulary.txt`, one piece a line.
  init(path: String) throws(ModelError) {
    let file = try MappedFile(path: path)
    try self.init(text: Array(file.bytes), path: path)
  }

  init(text: [UInt8], path: String) throws(ModelError) {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var ranges: [Range<Int32>] = []
    var continues: [Bool] = []
    var special: [String: Int32] = [:]
    var longest = 0
    for (index, line) in lines.enumerated() {
      var piece = line
      if piece.last == 0x0D { piece = piece.dropLast() }
      if piece.first == 0x5B { special[String(decoding: piece, as: UTF8.self)] = Int32(index) }
      let isContinuation = piece.count > 2 && piece.starts(with: [0x23, 0x23])
      if isContinuation { piece = piece.dropFirst(2) }
      ranges.append(Int32(piece.startIndex)..<Int32(piece.endIndex))
      continues.append(isContinuation)
      longest = max(longest, piece.count)
    }
    func require(_ name: String) throws(ModelError) -> Int32 {
      if let index = special[name] { return index }
      throw ModelError(file: path, reason: .malformed("the vocabulary has no piece '\(name)'"))
    }
    unknown = try require("[UNK]")
    start = try require("[CLS]")
    end = try require("[SEP]")
    count = ranges.count
    self.longest = longest
    slots = Vocabulary.table(text, ranges, continues)
    self.text = text
    self.ranges = ranges
    self.continues = continues
  }

  /// The piece whose bytes are `bytes`, with the hash that `Vocabulary.hash` makes of them.
  func piece(_ bytes: ArraySlice<UInt8>, hash: UInt32, continuation: Bool) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(Vocabulary.mixed(hash, continuation)) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let range = ranges[index]
      if continues[index] == continuation, range.count == bytes.count,
        text[Int(range.lowerBound)..<Int(range.upperBound)].elementsEqual(bytes)
      {
        return Int32(index)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The hash of no bytes; the others grow from it byte by byte (FNV-1a).
  static let emptyHash: UInt32 = 2_166_136_261

  /// The hash of some bytes and one more.
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  private static func mixed(_ hash: UInt32, _ continuation: Bool) -> UInt32 {
    let seed = continuation ? hash ^ 0x9E37_79B9 : hash
    return (seed ^ (seed >> 15)) &* 0x85EB_CA6B
  }

  private static func table(_ text: [UInt8], _ ranges: [Range<Int32>], _ continues: [Bool])
    -> [Int32]
  {
    var size = 64
    while size < ranges.count * 3 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (index, range) in ranges.enumerated() {
      let bytes = text[Int(range.lowerBound)..<Int(range.upperBound)]
      var slot = Int(mixed(bytes.reduce(emptyHash, hash), continues[index])) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
    return slots
  }
}
