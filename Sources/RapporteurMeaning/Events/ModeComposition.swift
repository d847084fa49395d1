import RapporteurCore

/// What a demand, a refusal, a threat or a commitment becomes by the type of what it is about.
///
/// Source: PLOVER manual 2.0, the chapters of REQUEST, REJECT, THREATEN and AGREE; CAMEO 1.1b3 for the codes.
enum ModeComposition {
  /// The mode and CAMEO code of a type by what it is about.
  struct Result {
    let mode: String?
    let cameo: String
  }

  /// The mode of a REQUEST for what `inner` names.
  static func request(_ inner: EventType?) -> Result {
    switch inner {
    case .aid, .cooperate, .support, .mobilize: Result(mode: "assist", cameo: "1010")
    case .consult: Result(mode: "meet", cameo: "106")
    case .agree: Result(mode: "change", cameo: "107")
    case .retreat, .concede: Result(mode: "yield", cameo: "105")
    default: Result(mode: "change", cameo: "104")
    }
  }

  /// The mode of a REJECT of what `inner` names.
  static func reject(_ inner: EventType?) -> Result {
    switch inner {
    case .aid, .cooperate, .support: Result(mode: "assist", cameo: "121")
    case .consult: Result(mode: "meet", cameo: "125")
    case .agree: Result(mode: "change", cameo: "127")
    case .retreat, .concede: Result(mode: "yield", cameo: "124")
    default: Result(mode: "change", cameo: "120")
    }
  }

  /// The mode of a THREATEN with what `inner` names.
  static func threaten(_ inner: EventType?, mode: String?) -> Result {
    switch (inner, mode) {
    case (.assault, _), (.mobilize, _): Result(mode: "violence", cameo: "138")
    case (.coerce, "arrest"): Result(mode: "arrest", cameo: "132")
    case (.coerce, "deport"), (.sanction, "expel"): Result(mode: "expel", cameo: "132")
    case (.coerce, "seize"): Result(mode: "territory", cameo: "1382")
    case (.coerce, _): Result(mode: "restrict", cameo: "132")
    case (.sanction, "convict"): Result(mode: "arrest", cameo: "132")
    case (.sanction, "withdraw"), (.sanction, "discontinue"): Result(mode: "relations", cameo: "131")
    case (.sanction, _): Result(mode: "restrict", cameo: "1312")
    case (.reject, _), (.retreat, "resign"): Result(mode: "relations", cameo: "134")
    case (.protest, _): Result(mode: nil, cameo: "133")
    default: Result(mode: nil, cameo: "130")
    }
  }

  /// The CAMEO code of an agreement to what `inner` names.
  static func agree(_ inner: EventType?) -> String {
    switch inner {
    case .aid: "033"
    case .cooperate: "031"
    case .support: "032"
    case .consult: "036"
    case .retreat, .concede: "035"
    default: "030"
    }
  }

  /// What the end of an act is: the end of a fight is RETREAT, of help SANCTION, of a meeting REJECT.
  static func ceased(_ inner: EventType, mode: String?) -> (type: EventType, mode: String?, cameo: String)? {
    switch (inner, mode) {
    case (.assault, _), (.mobilize, "troops"): (.retreat, "withdraw", "087")
    case (.mobilize, _): (.retreat, nil, "087")
    case (.coerce, _), (.sanction, _), (.protest, _), (.threaten, _), (.request, _): (.concede, nil, "080")
    case (.aid, _), (.cooperate, _): (.sanction, "discontinue", "162")
    case (.consult, _): (.reject, "meet", "164")
    case (.support, _), (.agree, _): (.reject, nil, "120")
    default: nil
    }
  }
}
