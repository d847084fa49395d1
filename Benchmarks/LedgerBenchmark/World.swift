import Foundation

/// Numbers that are the same in every run. Source: Steele, Lea and Flood 2014, SplitMix64.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A rank below `count`; low ranks come often, as with words and names (Zipf's law).
  mutating func rank(_ count: Int) -> Int {
    let share = Double(next() >> 11) / Double(1 << 53)
    return min(count - 1, Int(exp2(share * log2(Double(count) + 1))) - 1)
  }
}

/// Invented persons, outlets and words; real countries and cities.
struct World: Sendable {
  static let countries = [
    "USA", "CHN", "RUS", "GBR", "FRA", "DEU", "IND", "IRN", "ISR", "UKR", "TUR", "JPN", "KOR", "PRK", "SAU",
    "SYR",
    "IRQ", "EGY", "PAK", "AFG", "BRA", "ZAF", "NGA", "ITA", "ESP", "POL", "HUN", "GRC", "MEX", "CAN", "AUS",
    "IDN",
    "PHL", "VNM", "THA", "MMR", "BGD", "LKA", "ETH", "SDN", "LBY", "TUN", "DZA", "MAR", "MLI", "TCD", "SOM",
    "KEN",
    "UGA", "RWA", "COD", "AGO", "ZWE", "MOZ", "VEN", "COL", "PER", "ARG", "CHL", "CUB", "NOR", "SWE", "FIN",
    "MLT",
  ]
  static let places: [(name: String, country: String)] = [
    ("Washington", "USA"), ("Beijing", "CHN"), ("Moscow", "RUS"), ("London", "GBR"), ("Paris", "FRA"),
    ("Berlin", "DEU"),
    ("New Delhi", "IND"), ("Tehran", "IRN"), ("Jerusalem", "ISR"), ("Kyiv", "UKR"), ("Ankara", "TUR"),
    ("Tokyo", "JPN"),
    ("Seoul", "KOR"), ("Riyadh", "SAU"), ("Damascus", "SYR"), ("Baghdad", "IRQ"), ("Cairo", "EGY"),
    ("Islamabad", "PAK"),
    ("Brasilia", "BRA"), ("Pretoria", "ZAF"), ("Abuja", "NGA"), ("Rome", "ITA"), ("Madrid", "ESP"),
    ("Warsaw", "POL"),
    ("Budapest", "HUN"), ("Athens", "GRC"), ("Ottawa", "CAN"), ("Nairobi", "KEN"), ("Kigali", "RWA"),
    ("Valletta", "MLT"),
  ]
  private static let syllables = [
    "ba", "ren", "do", "li", "mar", "tos", "ve", "kin", "sul", "ta", "gor", "ne", "pi", "hal", "ro", "dun",
    "sa", "mel",
    "tri", "o", "bek", "lan", "fi", "cor", "u", "zen", "wa", "dri", "hos", "ell",
  ]

  /// Words of running text, the frequent ones first.
  let words: [String] = World.names(12_000, parts: 3)
  /// Last names.
  let persons: [String] = World.names(20_000, parts: 4).map(\.capitalized)
  /// Outlets.
  let outlets: [String] = World.names(600, parts: 2).map { $0.capitalized + " Post" }

  /// Different names, made of syllables by their number.
  private static func names(_ count: Int, parts: Int) -> [String] {
    (0..<count).map { number in
      var (rest, name) = (number &* 7919 &+ 13, "")
      for _ in 0..<parts {
        name += syllables[rest % syllables.count]
        rest = rest / syllables.count &+ number
      }
      return name + (number < syllables.count * 8 ? "" : String(UnicodeScalar(UInt8(97 + number % 26))))
    }
  }

  /// A person's country hangs on the person.
  func country(of person: Int) -> String {
    var dice = Dice(UInt64(person) &+ 77)
    return World.countries[dice.rank(World.countries.count)]
  }
}
