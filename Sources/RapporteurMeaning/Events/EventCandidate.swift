import RapporteurCore

/// A trigger with the frame that its surroundings fit, before claims, dates and merging.
struct EventCandidate: Sendable {
  /// The head token of the trigger.
  let head: Int
  /// All tokens of the trigger, in text order.
  var trigger: [Int]
  /// The type.
  var type: EventType
  /// The mode, or nil.
  var mode: String?
  /// The nearest CAMEO code.
  var cameo: String
  /// Contexts that the frames carry.
  var contexts: [String]
  /// How narrow the frame's conditions were; 0 for a bare word.
  var weight = 0
  /// Whether the type or mode came from an act that the trigger is about.
  var hasInnerAct = false
  /// Who acts.
  var actors: [Event.Participant]
  /// On whom.
  var recipients: [Event.Participant]
  /// The status as read so far.
  var status: Set<EventStatus> = []
  /// Tokens below which nothing else is an event: topics, what is demanded, threatened, agreed.
  var topics: [Int] = []
  /// Tokens that are part of this act and no trigger of their own.
  var absorbed: Set<Int> = []
  /// The rules that fired.
  var rules: [String]
  /// Other readings that were considered.
  var rejected: [String] = []
  /// Whether it answers what someone said before ("They refused."), so that the other party stands there.
  var isAnswer = false
  /// Whether all parties stand on one side already ("the two agreed").
  var isPartOfPair: Bool { actors.count > 1 && [.agree, .support].contains(type) }
  /// Whether it is a visit, or a meeting or visit that is yet to come.
  var isVisit: Bool { mode == "visit" || rejected.contains { $0.hasPrefix("CONSULT: stated") } }
  /// The clause that was read.
  var clause: Clause
  /// Further triggers that were merged into this one.
  var merged: [Int] = []
}
