import ArgumentParser
import RapporteurLedger

/// `rapporteur check`: does all hold?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify the ledger: pages, foreign keys, word index, every span, every happening.",
    discussion: "Exits 0 where all holds, 2 where something doesn't.")

  @OptionGroup var options: LedgerOptions

  func run() throws {
    let faults = try options.ask { ledger throws(LedgerError) in try ledger.check() }
    for fault in faults { options.write("\(fault)\n") }
    if !faults.isEmpty { throw Trouble("\(options.ledger): \(faults.count) faults", status: 2) }
    options.write("\(options.ledger): all holds\n")
  }
}

/// `rapporteur forget REPORT`: removes one for good.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove a report for good, with all that was read of it.")

  @OptionGroup var options: LedgerOptions

  @Argument(help: "The report's key or id.")
  var key: String

  func run() throws {
    try options.ask { ledger throws(LedgerError) in try ledger.forget(key) }
    options.write("\(key): forgotten\n")
  }
}

/// `rapporteur outcomes`: what every input came to.
struct OutcomesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes", abstract: "List what every input of every run came to, and why.")

  @OptionGroup var options: LedgerOptions

  func run() throws {
    try options.print(
      try options.ask { ledger throws(LedgerError) in try ledger.outcomes() }, orElse: "nothing was ingested")
  }
}
