import ArgumentParser
import RapporteurLedger

/// `rapporteur grade B2 --report r1`: an Admiralty grade.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Give a report, event, happening, actor or outlet an Admiralty grade.",
    discussion: """
      A letter for the source (A completely reliable … E unreliable, F cannot be judged), a digit for the information \
      (1 confirmed … 5 improbable, 6 cannot be judged). What nobody graded is F6. Grades stay when reports are read anew.

      Examples:
        rapporteur grade B2 --report meeting.html --by mb
        rapporteur grade C3 --report meeting.html --event e2 --by mb
        rapporteur grade A6 --outlet "Tern Post" --by mb
        rapporteur grade F6 --happening 4 --by mb
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var subject: SubjectOptions
  @OptionGroup var analyst: AnalystOptions

  @Argument(help: "The grade: A1 to F6.")
  var grade: String

  func run() throws {
    let judged = try taking { () throws(BadValue) in try Grade(grade) }
    let (subject, analyst) = (try subject.one(), try analyst.name())
    try options.ask { ledger throws(LedgerError) in try ledger.grade(subject, judged, by: analyst) }
    options.write("graded \(judged)\n")
  }
}

/// `rapporteur tag fishing --happening 4`.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Put tags on a report, event, happening, actor or outlet, or take them off.",
    discussion: """
      Examples:
        rapporteur tag fishing "for the week" --happening 4 --by mb
        rapporteur tag --remove fishing --happening 4 --by mb
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var subject: SubjectOptions
  @OptionGroup var analyst: AnalystOptions

  @Flag(help: "Take the tags off.")
  var remove = false

  @Argument(help: "The tags.")
  var tags: [String]

  func validate() throws {
    if tags.contains("") || tags.isEmpty { throw ValidationError("a tag has at least one letter") }
  }

  func run() throws {
    let (subject, analyst) = (try subject.one(), try analyst.name())
    try options.ask { ledger throws(LedgerError) in
      for tag in tags {
        if remove {
          try ledger.untag(subject, tag, by: analyst)
        } else {
          try ledger.tag(subject, tag, by: analyst)
        }
      }
    }
    options.write("\(remove ? "untagged" : "tagged") \(tags.joined(separator: ", "))\n")
  }
}

/// `rapporteur note "…" --report r1`.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Add a note to a report, event, happening, actor or outlet; earlier notes stay.",
    discussion: """
      Example:
        rapporteur note "The editor says that the day is wrong." --report meeting.html --by mb
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var subject: SubjectOptions
  @OptionGroup var analyst: AnalystOptions

  @Argument(help: "The note.")
  var text: String

  func validate() throws {
    if text.isEmpty { throw ValidationError("a note has at least one letter") }
  }

  func run() throws {
    let (subject, analyst) = (try subject.one(), try analyst.name())
    try options.ask { ledger throws(LedgerError) in try ledger.annotate(subject, text, by: analyst) }
    options.write("noted\n")
  }
}

/// `rapporteur correct --report r1 --event e2 type=ASSAULT`.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Accept or reject the coding of an event, or say what it should be.",
    discussion: """
      What the engine read stays; the correction stands beside it, and exports and panels follow it unless they are \
      told --as-coded. Fields: type, mode, contexts, status, date, place, country (where), actor, recipient (names), \
      actor-country, recipient-country. Lists are parted by ";", none empties a field.

      Examples:
        rapporteur correct --report meeting.html --event e1 --accept --by mb
        rapporteur correct --report meeting.html --event e2 --reject --by mb
        rapporteur correct --report meeting.html --event e3 type=THREATEN date=2031-03-04 --by mb
        rapporteur correct --report meeting.html --event e3 --withdraw --by mb
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var analyst: AnalystOptions

  @Option(help: "The report, by its key or id.")
  var report: String?

  @Option(help: "The event: e3 of the --report, or by its key alone (ID@47-53).")
  var event: String

  @Flag(help: "The coding is right.")
  var accept = false

  @Flag(help: "There is no such event.")
  var reject = false

  @Flag(help: "Take all corrections of the event back.")
  var withdraw = false

  @Argument(help: "FIELD=VALUE, as often as needed.")
  var fields: [String] = []

  func validate() throws {
    if accept && reject { throw ValidationError("--accept and --reject exclude each other") }
    if withdraw == (accept || reject || !fields.isEmpty) {
      throw ValidationError("say --accept, --reject, FIELD=VALUE, or --withdraw alone")
    }
  }

  func run() throws {
    let fields = try fields.map { field in try taking { () throws(BadValue) in try Correction(field) } }
    let corrections = (accept ? [Correction.accept] : []) + (reject ? [.reject] : []) + fields
    let subject: Subject =
      try report.map { .event(report: $0, number: try eventNumber(event)) } ?? .eventKey(event)
    let analyst = try analyst.name()
    try options.ask { ledger throws(LedgerError) in
      if withdraw {
        try ledger.withdrawCorrections(of: subject, by: analyst)
      } else {
        try ledger.correct(subject, corrections, by: analyst)
      }
    }
    options.write(withdraw ? "withdrawn\n" : "corrected\n")
  }
}

/// `rapporteur marks`: what analysts wrote.
struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "List what analysts wrote: grades, tags, notes, corrections, rulings; of one subject, or all.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var subject: SubjectOptions

  func run() throws {
    let subject = try subject.named()
    try options.print(
      try options.ask { ledger throws(LedgerError) in try ledger.marks(on: subject) },
      orElse: "nobody wrote anything")
  }
}

/// `rapporteur history`: the audit trail.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show the audit trail: who did what to the ledger, and when.")

  @OptionGroup var options: LedgerOptions

  @Option(help: "The most rows.")
  var limit = 100

  func run() throws {
    try options.print(
      try options.ask { ledger throws(LedgerError) in try ledger.history(limit: limit) },
      orElse: "nothing was done by hand")
  }
}
