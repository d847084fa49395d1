import RapporteurCore
import RapporteurLedger
import RapporteurLineage

/// One family of synthetic reports: a wire of four events, up to five copies of it, and a rival's own report.
struct Family {
  private let world: World
  private let number: Int
  private var dice: Dice

  init(_ number: Int, in world: World) {
    self.world = world
    self.number = number
    dice = Dice(UInt64(number) &* 0x9E37)
  }

  /// The reports, in the order in which they come out.
  mutating func entries() -> [Entry] {
    let agency = world.outlets[dice.rank(6)]
    let acts = (0..<4).map { _ in act() }
    let wire = story(acts)
    var entries = [Draft(key: key(0), outlet: agency, day: day, sentences: wire).entry(head: "")]
    for copy in 0..<dice.rank(6) {
      let outlet = world.outlets[6 + dice.rank(594)]
      let foot = Sentence(filler(12))
      entries.append(
        Draft(key: key(copy + 1), outlet: outlet, day: day, sentences: wire + [foot]).entry(
          head: "(\(agency)) - "))
    }
    let own = story([acts[0]] + (0..<3).map { _ in act() })
    entries.append(
      Draft(key: key(9), outlet: world.outlets[6 + dice.rank(594)], day: day, sentences: own).entry(head: ""))
    return entries
  }

  private func key(_ report: Int) -> String { "f\(number)-\(report)" }

  /// Sixty families a day.
  private var day: CalendarDate { CalendarDate(daysSinceEpoch: 22_000 + number / 60) }

  private mutating func act() -> Act {
    let (one, other) = (dice.rank(world.persons.count), dice.rank(world.persons.count))
    return Act(
      type: EventType.allCases[dice.rank(EventType.allCases.count)],
      verb: world.words[40 + dice.rank(400)] + "ed",
      actor: (world.persons[one], world.country(of: one)),
      recipient: (world.persons[other], world.country(of: other)),
      speaker: world.persons[dice.rank(world.persons.count)],
      place: World.places[dice.rank(World.places.count)],
      isNegated: dice.rank(12) == 11)
  }

  /// Each act in one sentence of its own words, and one of background.
  private mutating func story(_ acts: [Act]) -> [Sentence] {
    acts.flatMap { [Sentence($0, filler(8)), Sentence(filler(4))] }
  }

  private mutating func filler(_ count: Int) -> [String] {
    (0..<count).map { _ in world.words[dice.rank(world.words.count)] }
  }
}

/// What one sentence tells.
struct Act {
  let type: EventType
  let verb: String
  let actor: (name: String, country: String)
  let recipient: (name: String, country: String)
  let speaker: String
  let place: (name: String, country: String)
  let isNegated: Bool
}

/// One sentence: with an act, "A verbed B in Place, said C …", or background alone.
struct Sentence {
  let act: Act?
  let words: [String]

  init(_ words: [String]) { (act, self.words) = (nil, words) }

  init(_ act: Act, _ rest: [String]) {
    self.act = act
    words = [act.actor.name, act.verb, act.recipient.name, "in", act.place.name, "said", act.speaker] + rest
  }
}
