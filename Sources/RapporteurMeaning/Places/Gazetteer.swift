/// The compiled gazetteer: places of the world by folded name, memory-mapped.
///
/// A lookup is one binary search over sorted 64-bit keys; nothing is parsed when the file is opened.
/// The layout stands in `docs/places.md`; `Training/gazetteer` builds the file.
public struct Gazetteer: Sendable {
  /// The index of an entry; 0 stands for none.
  public typealias Index = Int

  let file: MappedFile
  let keys: Range<Int>
  let entries: Range<Int>
  let countries: Range<Int>
  let admin1s: Range<Int>
  let pool: Range<Int>
  let folding: NameFolding

  /// Opens a compiled gazetteer.
  ///
  /// - Throws: `GazetteerError` where the file is missing, of another kind, or cut short.
  public init(path: String) throws(GazetteerError) {
    file = try MappedFile(path: path)
    let bytes = file.bytes
    guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw GazetteerError(file: path, reason: .notAGazetteer)
    }
    var sections: [Range<Int>] = []
    for index in 0..<6 {
      let start = Int(bytes.loadUnaligned(fromByteOffset: 8 + 8 * index, as: UInt32.self))
      let length = Int(bytes.loadUnaligned(fromByteOffset: 12 + 8 * index, as: UInt32.self))
      guard start + length <= bytes.count else { throw GazetteerError(file: path, reason: .truncated) }
      sections.append(start..<(start + length))
    }
    (keys, entries, countries, admin1s, pool) = (
      sections[0], sections[1], sections[2], sections[3], sections[5]
    )
    folding = NameFolding(table: Array(bytes[sections[4]]))
  }

  static let magic = Array("RAPGAZ01".utf8)
  static let headerLength = 64
  static let entryLength = 32

  /// How many entries there are, the empty one at 0 among them.
  public var count: Int { entries.count / Self.entryLength }

  /// An entry that a name leads to.
  public struct Match: Hashable, Sendable {
    /// The entry.
    public let index: Index
    /// Whether the name is another one than the entry's own.
    public let isOtherName: Bool
  }

  /// All entries of a name, however it is cased and accented; [] where there is none.
  public func matches(_ name: some StringProtocol) -> [Match] {
    guard let key = folding.key(of: name.utf8) else { return [] }
    var found: [Match] = []
    forEachMatch(key: key) { found.append($0) }
    return found
  }

  /// Whether any entry has the name.
  public func contains(_ name: some StringProtocol) -> Bool {
    guard let key = folding.key(of: name.utf8) else { return false }
    let position = lowerBound(key << 24)
    return position < keys.count / 8 && self.key(at: position) >> 24 == key
  }

  func forEachMatch(key wanted: UInt64, _ visit: (Match) -> Void) {
    var position = lowerBound(wanted << 24)
    while position < keys.count / 8 {
      let found = key(at: position)
      guard found >> 24 == wanted else { return }
      visit(Match(index: Int(found & 0x7F_FFFF), isOtherName: found & 0x80_0000 != 0))
      position += 1
    }
  }

  private func key(at position: Int) -> UInt64 {
    file.bytes.loadUnaligned(fromByteOffset: keys.lowerBound + 8 * position, as: UInt64.self)
  }

  /// The position of the first key that is not less than `value`.
  private func lowerBound(_ value: UInt64) -> Int {
    var low = 0
    var high = keys.count / 8
    while low < high {
      let middle = (low + high) / 2
      if key(at: middle) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The name stored at `offset` of the pool: a length byte, then UTF-8.
  func text(at offset: Int) -> String {
    let start = pool.lowerBound + offset
    let length = Int(file.bytes[start])
    return String(decoding: file.bytes[(start + 1)..<(start + 1 + length)], as: UTF8.self)
  }
}
