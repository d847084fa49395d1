import ArgumentParser
import RapporteurLedger

/// `rapporteur split 4 --report r7`: another happening of some of its events.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Make another happening of some events of one.",
    discussion: """
      The decision binds: the events named and those that stay are held where they are, in every later coding; copies \
      of a report go where that was put; other reports go to the happening that they are more like.

      Examples:
        rapporteur split 4 --report tern.html --report harrow.html --by mb
        rapporteur split 4 --report tern.html --event e2 --by mb
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var analyst: AnalystOptions

  @Argument(help: "The number of the happening.")
  var happening: Int64

  @Option(help: "A report whose events go; as often as needed.")
  var report: [String] = []

  @Option(
    help: "Only this event: e3 of the one --report, or by its key alone (ID@47-53); as often as needed.")
  var event: [String] = []

  func validate() throws {
    if report.isEmpty && event.isEmpty { throw ValidationError("what goes? name --report or --event") }
    if report.count > 1 && !event.isEmpty {
      throw ValidationError("--event goes with one --report, or with none")
    }
  }

  func run() throws {
    let subjects: [Subject] =
      event.isEmpty
      ? report.map { .report($0) }
      : try event.map { name in
        try report.first.map { .event(report: $0, number: try eventNumber(name)) } ?? .eventKey(name)
      }
    let analyst = try analyst.name()
    let number = try options.ask { ledger throws(LedgerError) in
      try ledger.split(happening, taking: subjects, by: analyst)
    }
    options.write("split: happening \(number)\n")
  }
}

/// `rapporteur join 4 9`: one happening of several.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Make one happening of several; the first keeps its number.",
    discussion: """
      What analysts wrote about the others goes along, and their numbers lead to the first from now on. The decision \
      binds every later coding.

      Example:
        rapporteur join 4 9 12 --by mb
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var analyst: AnalystOptions

  @Argument(help: "The happening that stays.")
  var target: Int64

  @Argument(help: "Those that become part of it.")
  var others: [Int64]

  func run() throws {
    let analyst = try analyst.name()
    try options.ask { ledger throws(LedgerError) in try ledger.join(others, into: target, by: analyst) }
    options.write("joined: happening \(target)\n")
  }
}
