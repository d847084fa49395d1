/// Folds names to one spelling: lower case, no accents, no dots or apostrophes, one space between words,
/// and `st`, `mt`, `ft` for Saint, Mount, Fort.
///
/// The letters' table comes from the gazetteer file, so the builder and this reader fold alike.
struct NameFolding: Sendable {
  private let table: [UInt8]

  /// `table`: two ASCII bytes, zero-filled, for each of U+00C0…U+024F and U+1E00…U+1EFF.
  init(table: [UInt8]) { self.table = table }

  /// The folded name as ASCII bytes, or nil where a letter is not Latin or nothing is left.
  func fold(_ name: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(24)
    var wordStart = 0
    var decoder = UTF8()
    var bytes = name.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      switch Self.role(of: scalar) {
      case .dropped: continue
      case .separator: endWord(&out, &wordStart)
      case .letter(let byte): out.append(byte)
      case .other:
        guard let offset = offset(of: scalar), table[offset] != 0 else { return nil }
        out.append(table[offset])
        if table[offset + 1] != 0 { out.append(table[offset + 1]) }
      }
    }
    endWord(&out, &wordStart)
    if out.last == 0x20 { out.removeLast() }
    return out.isEmpty ? nil : out
  }

  /// The upper 40 bits of the folded name's FNV-1a hash.
  ///
  /// Source: Fowler, Noll, Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>.
  func key(of name: some Sequence<UInt8>) -> UInt64? { fold(name).map(Self.key(ofFolded:)) }

  static func key(ofFolded bytes: [UInt8]) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return value >> 24
  }

  private enum Role { case dropped, separator, letter(UInt8), other }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar {
    case ".", "'", "’", "‘", "ʼ", "ʻ", "`", "´", "ʿ", "ʾ": .dropped
    case " ", "-", "–", "—", "/", ",", "&", "(", ")", "\t", "\u{A0}", "\u{2010}", "\u{2011}": .separator
    case "A"..."Z": .letter(UInt8(scalar.value) + 32)
    case "\u{0}"..."\u{7F}": .letter(UInt8(scalar.value))
    default: .other
    }
  }

  private func offset(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0xC0..<0x250: Int(scalar.value - 0xC0) * 2
    case 0x1E00..<0x1F00: Int(scalar.value - 0x1E00 + 0x190) * 2
    default: nil
    }
  }

  /// Shortens the word that ends here and adds a space, unless the word is empty.
  private func endWord(_ out: inout [UInt8], _ wordStart: inout Int) {
    guard out.count > wordStart else { return }
    let word = out[wordStart...]
    for (long, short) in Self.shortWords where word.elementsEqual(long) {
      out.replaceSubrange(wordStart..., with: short)
      break
    }
    out.append(0x20)
    wordStart = out.count
  }

  private static let shortWords: [(long: [UInt8], short: [UInt8])] = [
    ("saint", "st"), ("mount", "mt"), ("fort", "ft"), ("sainte", "ste"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
