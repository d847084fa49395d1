internal import RapporteurCore

/// What the codes of events and actors mean, in words. Source: the PLOVER codebook, Halterman and others 2023,
/// <https://arxiv.org/abs/2304.01331>.
enum PlainWords {
  /// What events of a type are, in a few words.
  static func meaning(of type: EventType) -> String {
    switch type {
    case .agree: "agree or promise"
    case .consult: "meet, visit, talk"
    case .support: "back, praise, recognise"
    case .concede: "yield, apologise, ease"
    case .cooperate: "work together in deed"
    case .aid: "give help or money"
    case .retreat: "withdraw, release, cease fire"
    case .request: "ask, urge, demand"
    case .accuse: "blame, allege, investigate"
    case .reject: "refuse"
    case .threaten: "threaten"
    case .protest: "demonstrate, strike, riot"
    case .sanction: "cut relations, expel, convict"
    case .mobilize: "move forces"
    case .coerce: "arrest, seize, restrict"
    case .assault: "use force"
    }
  }

  /// The same of a type by its name; nil where there is no such type.
  static func meaning(of type: String) -> String? { EventType(rawValue: type).map(meaning(of:)) }

  /// All types, for the help page.
  static var types: [[String: Any]] {
    EventType.allCases.map { type in
      ["type": type.rawValue, "means": meaning(of: type), "quad": quad(type.quad)]
    }
  }

  /// What an actor is: `government` for `GOV`; the code itself where it is unknown.
  static func sector(_ code: String) -> String { sectors[code] ?? code }

  /// The kinds of events as PLOVER numbers them, 1 to 4.
  static func quad(_ number: Int) -> String {
    switch number {
    case 1: "cooperation in words"
    case 2: "cooperation in deed"
    case 3: "conflict in words"
    default: "conflict in deed"
    }
  }

  private static let sectors = [
    "COP": "police", "GOV": "government", "JUD": "courts", "LEG": "parliament", "MIL": "military",
    "PRM": "private military", "PTY": "party", "REB": "rebels", "SPY": "intelligence service",
    "UAF": "armed group", "UNK": "unknown", "AGR": "farming", "BUS": "business", "CRM": "crime",
    "CVL": "civilians", "EDU": "education", "ELI": "elite", "JRN": "journalism", "LAB": "labour",
    "MED": "medicine", "REF": "refugees", "OPP": "opposition", "PRE": "presidency", "REL": "religion",
    "SOC": "civil society",
  ]
}
