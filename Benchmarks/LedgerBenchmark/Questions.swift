import RapporteurLedger

/// What is asked of the ledger: one kind of question, with as many variants as wanted.
struct Question {
  let name: String
  let ask: (Ledger, inout Dice) throws -> Int

  /// All kinds; each asks for what is common and for what is rare.
  static func all(_ world: World, families: Int) -> [Question] {
    [
      Question(name: "search: one word") { try $0.reports(holding: world.word(&$1), limit: 20).rows.count },
      Question(name: "search: two words") {
        try $0.reports(holding: world.word(&$1) + " " + world.word(&$1), limit: 20).rows.count
      },
      Question(name: "search: phrase") {
        try $0.reports(holding: "\"in \(world.place(&$1))\" AND \(world.word(&$1))", limit: 20).rows.count
      },
      filtered("search: all, newest") { _, _ in },
      filtered("search: actor's country") { $0.actor = world.state(&$1) },
      filtered("search: actor's name") { $0.actor = world.person(&$1) },
      filtered("search: actor, recipient, type") {
        $0.actor = world.state(&$1)
        $0.recipient = world.state(&$1)
        $0.type = world.type(&$1)
      },
      filtered("search: type, country") {
        $0.type = world.type(&$1)
        $0.country = world.state(&$1)
      },
      filtered("search: place, month") {
        $0.place = world.place(&$1)
        ($0.since, $0.until) = world.month(&$1, families)
      },
      filtered("search: outlet, status") {
        $0.outlet = world.outlets[$1.rank(600)]
        $0.status = "negation"
      },
      filtered("search: words, actor") {
        $0.words = world.word(&$1)
        $0.actor = world.state(&$1)
      },
      happening("happenings: all") { _, _ in },
      happening("happenings: actor's country") { $0.actor = world.state(&$1) },
      happening("happenings: type, month") {
        $0.type = world.type(&$1)
        ($0.since, $0.until) = world.month(&$1, families)
      },
      happening("happenings: words") { $0.words = world.word(&$1) },
      Question(name: "actors: all") { ledger, _ in try ledger.actors(named: nil, limit: 50).rows.count },
      Question(name: "actors: name") { try $0.actors(named: world.person(&$1), limit: 50).rows.count },
      Question(name: "dyad") { try $0.dyad(world.state(&$1), world.state(&$1)).rows.count },
      panel("panel: two countries") {
        $0.actor = world.state(&$1)
        $0.recipient = world.state(&$1)
      },
      panel("panel: a week") { ($0.since, $0.until) = world.days(7, &$1, families) },
      Question(name: "show: report") {
        let key = "f\(Int.random(in: 0..<families, using: &$1))-0"
        return try $0.record(of: key).utf8.count + $0.edges(of: key).rows.count
      },
      Question(name: "show: happening") {
        let largest = try $0.happenings(Filter()).rows.compactMap { row -> Int64? in
          if case .integer(let number) = row[0] { return Int64(number) }
          return nil
        }
        let number = largest[$1.rank(largest.count)]
        return try $0.members(of: number).rows.count + $0.origins(of: number).rows.count
      },
    ]
  }

  private static func filtered(_ name: String, _ set: @escaping (inout Filter, inout Dice) -> Void)
    -> Question
  {
    Question(name: name) { ledger, dice in
      var filter = Filter()
      set(&filter, &dice)
      return try ledger.search(filter).rows.count
    }
  }

  private static func panel(_ name: String, _ set: @escaping (inout Filter, inout Dice) -> Void) -> Question {
    Question(name: name) { ledger, dice in
      var filter = Filter()
      set(&filter, &dice)
      return try ledger.panel(filter, PanelRules(period: .month)).counts.count
    }
  }

  private static func happening(_ name: String, _ set: @escaping (inout Filter, inout Dice) -> Void)
    -> Question
  {
    Question(name: name) { ledger, dice in
      var filter = Filter()
      set(&filter, &dice)
      return try ledger.happenings(filter).rows.count
    }
  }
}

extension World {
  func word(_ dice: inout Dice) -> String { words[dice.rank(words.count)] }
  func person(_ dice: inout Dice) -> String { persons[dice.rank(persons.count)] }
  func state(_ dice: inout Dice) -> String { World.countries[dice.rank(World.countries.count)] }
  func place(_ dice: inout Dice) -> String { World.places[dice.rank(World.places.count)].name }
  func type(_ dice: inout Dice) -> String { EventTypes.names[dice.rank(EventTypes.names.count)] }

  /// A month that the families reach.
  func month(_ dice: inout Dice, _ families: Int) -> (String, String) { days(31, &dice, families) }

  /// So many days on end that the families reach.
  func days(_ count: Int, _ dice: inout Dice, _ families: Int) -> (String, String) {
    let first = 22_000 + Int.random(in: 0...max(0, families / 60 - count), using: &dice)
    return (EventTypes.day(first), EventTypes.day(first + count - 1))
  }
}
