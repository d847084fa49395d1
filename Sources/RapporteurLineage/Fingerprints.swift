/// A small sample of a text's word shingles that any other text with a long enough common run shares.
///
/// Source: Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document fingerprinting".
public enum Fingerprints {
  /// Words in one shingle.
  static let shingle = 5
  /// Shingles in one window; a common run of `shingle + window - 1` words always shares a fingerprint.
  static let window = 4

  /// The chosen shingles of `words`, each once, in text order.
  public static func of(_ words: WordSequence) -> [UInt64] {
    let hashes = shingles(words)
    guard hashes.count > window else { return hashes.min().map { [$0] } ?? [] }
    var chosen: [UInt64] = []
    var seen: Set<UInt64> = []
    for start in 0...(hashes.count - window) {
      let least = hashes[start..<(start + window)].min()!
      if seen.insert(least).inserted { chosen.append(least) }
    }
    return chosen
  }

  /// One hash for each run of `shingle` words.
  private static func shingles(_ words: WordSequence) -> [UInt64] {
    guard words.count >= shingle else { return [] }
    return (0...(words.count - shingle)).map { start in
      mixed((start..<(start + shingle)).reduce(0x9E37_79B9_7F4A_7C15) { mixed($0 ^ UInt64(words.word($1))) })
    }
  }

  /// Spreads a number over 64 bits. Source: Steele, Lea and Flood 2014, the finaliser of SplitMix64.
  static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A key for a text in a role: "uri", "outlet", …
  static func key(_ role: String, _ parts: String...) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in ([role] + parts).joined(separator: "\u{1F}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return mixed(hash)
  }
}
