/// The event types of PLOVER 2.0. Source: Open Event Data Alliance, PLOVER manual 2.0 (CC BY-SA 4.0).
public enum EventType: String, Sendable, CaseIterable {
  case agree = "AGREE", consult = "CONSULT", support = "SUPPORT", concede = "CONCEDE"
  case cooperate = "COOPERATE", aid = "AID", retreat = "RETREAT"
  case request = "REQUEST", accuse = "ACCUSE", reject = "REJECT", threaten = "THREATEN"
  case protest = "PROTEST", sanction = "SANCTION", mobilize = "MOBILIZE", coerce = "COERCE", assault =
    "ASSAULT"

  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  public var quad: Int {
    switch self {
    case .agree, .consult, .support, .concede: 1
    case .cooperate, .aid, .retreat: 2
    case .request, .accuse, .reject, .threaten: 3
    case .protest, .sanction, .mobilize, .coerce, .assault: 4
    }
  }

  /// The CAMEO root code that PLOVER made the type from, the first of several; two or three digits.
  public var cameo: String {
    switch self {
    case .agree: "03"
    case .consult: "04"
    case .support: "05"
    case .cooperate: "06"
    case .aid: "07"
    case .concede: "081"
    case .retreat: "087"
    case .request: "10"
    case .accuse: "11"
    case .reject: "12"
    case .threaten: "13"
    case .protest: "14"
    case .mobilize: "15"
    case .sanction: "16"
    case .coerce: "17"
    case .assault: "18"
    }
  }

  /// Whether PLOVER wants a recipient.
  public var needsRecipient: Bool {
    switch self {
    case .cooperate, .aid, .sanction: true
    default: false
    }
  }

  /// The modes that PLOVER gives to the type, each with its intensity on the Goldstein-like scale, -10…10.
  public var modes: [(name: String, intensity: Double)] {
    switch self {
    case .consult: [("visit", 4), ("third-party", 1), ("multilateral", 4), ("phone", 1.5)]
    case .retreat:
      [
        ("withdraw", 8), ("release", 6.5), ("disarm", 10), ("ceasefire", 7.5), ("access", 6.5),
        ("resign", 4.5),
      ]
    case .request: [("assist", 0.5), ("change", -1), ("yield", -1), ("meet", 0)]
    case .accuse: [("disapprove", -2), ("investigate", -3.5), ("allege", -3.5)]
    case .reject: [("assist", -1.5), ("change", -2), ("yield", -2), ("meet", -2)]
    case .threaten:
      [
        ("restrict", -3), ("arrest", -3.5), ("relations", -3.5), ("expel", -3.5), ("territory", -4),
        ("violence", -3.5),
      ]
    case .protest:
      [
        ("demo", -5), ("riot", -7), ("strike", -5), ("hunger", -4.5), ("boycott", -4.5), ("obstruct", -4.5),
        ("vandalize", -5),
      ]
    case .sanction: [("convict", -6), ("expel", -5.5), ("withdraw", -6), ("discontinue", -6)]
    case .mobilize: [("troops", -6.5), ("weapons", -6.5), ("police", -5.5), ("militia", -6)]
    case .coerce:
      [
        ("seize", -7), ("restrict", -7), ("censor", -6.5), ("curfew", -6.5), ("martial-law", -7.5),
        ("arrest", -7),
        ("deport", -7), ("withhold", -7), ("misinformation", -6.5), ("cyber", -7),
      ]
    case .assault:
      [
        ("abduct", -8.5), ("beat", -7.5), ("torture", -8.5), ("sexual", -8.5), ("targeted", -9.5),
        ("destroy", -8.5), ("primitive", -8), ("firearms", -9), ("explosives", -9), ("suicide-attack", -9.5),
        ("aerial", -9.5), ("drone", -9.5), ("heavy-weapons", -9.5), ("crowd-control", -7.5),
        ("unconventional", -10),
      ]
    case .agree, .support, .concede, .cooperate, .aid: []
    }
  }

  /// The intensity without a mode, -10…10.
  public var intensity: Double {
    switch self {
    case .agree, .consult: 2.5
    case .support: 5
    case .concede: 4.5
    case .cooperate: 9.5
    case .aid: 10
    case .retreat: 6.5
    case .request: 0
    case .accuse: -3
    case .reject: -2
    case .threaten: -3.5
    case .protest: -5
    case .sanction: -6
    case .mobilize: -5.5
    case .coerce: -7
    case .assault: -9
    }
  }

  /// The intensity with a mode; the type's own where the mode is nil or unknown.
  public func intensity(mode: String?) -> Double {
    modes.first { $0.name == mode }?.intensity ?? intensity
  }
}

/// PLOVER's auxiliary modes: how an event stands to the report's now and to the facts.
public enum EventStatus: String, Sendable, CaseIterable { case historical, future, hypothetical, negation }

/// FactBank's letters. Source: Saurí and Pustejovsky 2009, "FactBank: a corpus annotated with event factuality".
public enum Factuality: String, Sendable, CaseIterable {
  case certain = "CT+", probable = "PR+", possible = "PS+"
  case certainNot = "CT-", probableNot = "PR-", possibleNot = "PS-"
  case uncommitted = "Uu"

  /// The same certainty of the contrary; what is not committed to stays so.
  public var negated: Factuality {
    switch self {
    case .certain: .certainNot
    case .certainNot: .certain
    case .probable: .probableNot
    case .probableNot: .probable
    case .possible: .possibleNot
    case .possibleNot: .possible
    case .uncommitted: .uncommitted
    }
  }
}
