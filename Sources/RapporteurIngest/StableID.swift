/// Ids that follow from the content, so that the same report has the same id on every machine.
public enum StableID {
  /// Sixteen hexadecimal digits: the 64-bit FNV-1a hash of the parts, each followed by a zero byte.
  ///
  /// Source: Fowler, Noll and Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>.
  public static func of(_ parts: String...) -> String { of(parts) }

  /// The same over a list of parts.
  public static func of(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for part in parts {
      for byte in part.utf8 { add(byte) }
      add(0)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
