/// An Admiralty grade: how reliable a source is, A to F, and how credible its information, 1 to 6.
///
/// A person gives it; the machine gives none, so that everything begins as F6: neither can be judged.
///
/// ```swift
/// try Grade("b2").description   // "B2"
/// ```
/// Source: NATO AJP-2.1, the admiralty code.
public struct Grade: Sendable, Hashable, CustomStringConvertible {
  /// How reliable the source is, in words.
  public static let sources: KeyValuePairs = [
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
  ]
  /// How credible the information is, in words.
  public static let informations: KeyValuePairs = [
    1: "confirmed by other sources", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
    6: "cannot be judged",
  ]
  /// What everything is before a person judges it: F6.
  public static let unjudged = Grade(source: "F", information: 6)

  /// A to F.
  public let source: String
  /// 1 to 6.
  public let information: Int

  /// Reads `B2`.
  public init(_ text: String) throws(BadValue) {
    let letters = Array(text.uppercased())
    guard letters.count == 2, Grade.sources.contains(where: { $0.key == String(letters[0]) }),
      let digit = letters[1].wholeNumberValue, (1...6).contains(digit)
    else {
      throw BadValue(
        "'\(text)' is no grade; write a letter A–F for the source and a digit 1–6 for the information, such as B2 "
          + "(F6: neither can be judged)")
    }
    self.init(source: String(letters[0]), information: digit)
  }

  private init(source: String, information: Int) {
    self.source = source
    self.information = information
  }

  /// `B2`.
  public var description: String { source + String(information) }
}
