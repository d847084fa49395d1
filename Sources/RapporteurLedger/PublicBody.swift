/// A body of a state that needs no name of its own: "Ecuador's police", "the health ministry", "Dutch prosecutors".
struct PublicBody {
  /// What tells it from the other bodies of its country.
  let key: String

  /// Bodies of which the noun says enough: a country has one, or they speak with one voice.
  private static let single: Set<String> = [
    "police", "prosecutors", "government", "cabinet", "parliament", "army", "military", "navy", "customs",
    "presidency",
    "coast guard", "fire service", "fire brigade", "central bank", "air force", "electoral commission",
  ]

  /// Bodies of which a country has several: the words before the noun tell which.
  private static let several: Set<String> = [
    "ministry", "office", "court", "commission", "department", "agency",
  ]

  /// Words before a name that tell nothing.
  private static let empty: Set<String> = ["the", "a", "an", "its", "his", "her", "their", "country"]

  /// Reads a description; nil where it is none of a public body.
  init?(_ name: String) {
    let words = PublicBody.words(name)
    guard let last = words.last else { return nil }
    let pair = words.suffix(2).joined(separator: " ")
    if let noun = [pair, last].first(where: PublicBody.single.contains) {
      key = noun
    } else if PublicBody.several.contains(last), words.count > 1 {
      key = words.joined(separator: " ")
    } else {
      return nil
    }
  }

  /// The words that tell, in lower case: without article, owner ("Ecuador's") and seat ("in Quito").
  static func words(_ name: String) -> [String] {
    var words = name.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    if let owner = words.lastIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("’s") }) {
      words.removeSubrange(...owner)
    }
    if let seat = words.firstIndex(of: "in"), seat > 0 { words.removeSubrange(seat...) }
    return words.filter { !empty.contains($0) }
  }
}
