import ArgumentParser
import Foundation
import RapporteurCore
import RapporteurLedger
import RapporteurTerminal

/// Which ledger a question goes to, and the form of the answer.
struct LedgerOptions: ParsableArguments {
  @Option(help: "The ledger's file.")
  var ledger = "news.sqlite"

  @Flag(help: "Answer as JSON, one object a line.")
  var json = false

  @Flag(help: "Answer as comma-separated values.")
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
  }

  /// The ledger, which must exist.
  func open() throws -> Ledger {
    do { return try Ledger(file: ledger, access: .read) } catch { throw Trouble("\(error)", status: 2) }
  }

  /// Runs a question; a fault of the ledger ends the command in words.
  func ask<Value>(_ question: (Ledger) throws(LedgerError) -> Value) throws -> Value {
    let ledger = try open()
    do { return try question(ledger) } catch { throw Trouble("\(error)", status: 2) }
  }

  /// Prints an answer; exits 1 where it is empty.
  func print(_ answer: Answer, orElse words: String) throws {
    if json {
      write(answer.jsonLines)
    } else if csv {
      write(answer.csv)
    } else if !answer.rows.isEmpty {
      write(AnswerTable(answer.withoutEmptyColumns, width: TerminalStyle.standardOutput.width).text)
    }
    guard !answer.rows.isEmpty else { throw Trouble(words, status: 1) }
  }

  /// Writes to standard output.
  func write(_ text: String) { FileHandle.standardOutput.write(Foundation.Data(text.utf8)) }
}

/// Which events a question is about.
struct FilterOptions: ParsableArguments {
  @Option(help: "Who acts: a country code or a part of the name.")
  var actor: String?
  @Option(help: "To whom: a country code or a part of the name.")
  var recipient: String?
  @Option(help: "The PLOVER type: CONSULT, ASSAULT, …")
  var type: String?
  @Option(help: "Where: an ISO 3166-1 alpha-3 code.")
  var country: String?
  @Option(help: "Where: a part of the name.")
  var place: String?
  @Option(help: "Who published it: a part of the name.")
  var outlet: String?
  @Option(help: ArgumentHelp("The status.", valueName: "historical|future|hypothetical|negation"))
  var status: String?
  @Option(help: ArgumentHelp("A response to it.", valueName: "confirmed|denied|declined-to-comment|…"))
  var response: String?
  @Option(help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"))
  var since: String?
  @Option(help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"))
  var until: String?
  func validate() throws {
    if let type, EventType(rawValue: type.uppercased()) == nil {
      let types = EventType.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(type)' is no type of event; the types are \(types)")
    }
    if let status, EventStatus(rawValue: status) == nil {
      throw ValidationError("'\(status)' is no status; write historical, future, hypothetical or negation")
    }
    if let country { try requireCountryCode(country) }
  }

  /// Whether any condition on events was given.
  var isEmpty: Bool {
    [actor, recipient, type, country, place, status, response, since, until].allSatisfy { $0 == nil }
  }

  func filter(words: String? = nil, limit: Int = 50) -> Filter {
    var filter = Filter()
    (filter.words, filter.actor, filter.recipient) = (words, actor, recipient)
    (filter.type, filter.country, filter.place) = (type, country, place)
    (filter.outlet, filter.status, filter.response) = (outlet, status, response)
    (filter.since, filter.until, filter.limit) = (since, until, limit)
    return filter
  }
}

/// Refuses what cannot be a country's code, before a question finds nothing.
///
/// - Throws: `ValidationError` unless there are three letters.
func requireCountryCode(_ country: String) throws {
  guard country.count == 3 else {
    throw ValidationError("'\(country)' is no country code; write three letters, such as HUN for Hungary")
  }
}
