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

/// `rapporteur backup COPY`: the whole ledger, also while it is written.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger to a new file as it stands, also while another program writes to it.",
    discussion: """
      The copy is one file, verified before it gets its name; a file that is there is never overwritten.

      Example:
        rapporteur backup --ledger news.sqlite news-2031-03-10.sqlite
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: "The new file.")
  var copy: String

  func run() throws {
    try options.ask { ledger throws(LedgerError) in try ledger.backup(to: copy) }
    options.write("\(copy): a copy of \(options.ledger)\n")
  }
}
