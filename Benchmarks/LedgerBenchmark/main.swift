import Foundation
import RapporteurCore
import RapporteurLedger

// Fills a ledger with synthetic families, and asks it.
//   LedgerBenchmark fill FILE FIRST COUNT    enters COUNT reports, from family FIRST on; JSON with milliseconds
//   LedgerBenchmark ask FILE FAMILIES ROUNDS asks each question ROUNDS times; JSON, one object a line

/// Spellings that questions need.
enum EventTypes {
  static let names = EventType.allCases.map(\.rawValue)
  static func day(_ number: Int) -> String { CalendarDate(daysSinceEpoch: number).description }
}

func fail(_ words: String) -> Never {
  FileHandle.standardError.write(Data((words + "\n").utf8))
  exit(2)
}

/// Writes a line at once, so that a long run can be followed.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// The value below which `share` of the sorted values lie.
func quantile(_ sorted: [Double], _ share: Double) -> Double {
  sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body) / .milliseconds(1)
}

func fill(_ file: String, from first: Int, count: Int) throws {
  let (ledger, world) = (try Ledger(file: file, access: .write), World())
  let run = try ledger.beginRun(sources: ["synthetic families"])
  var (family, times, events) = (first, [Double](), 0)
  while times.count < count {
    var drawn = Family(family, in: world)
    for entry in drawn.entries() where times.count < count {
      times.append(try milliseconds { _ = try ledger.enter(entry, run: run) })
      events += entry.reading.events.count
    }
    family += 1
  }
  try ledger.endRun(run)
  let last = times.suffix(1000).sorted()
  say(
    """
    {"reports":\(times.count),"events":\(events),"families":\(family - first),"seconds":\(times.reduce(0, +) / 1000),\
    "last":{"n":\(last.count),"p50":\(quantile(last, 0.5)),"p95":\(quantile(last, 0.95)),"mean":\(last.reduce(0, +) / Double(last.count))}}
    """)
}

func ask(_ file: String, families: Int, rounds: Int) throws {
  let (ledger, world) = (try Ledger(file: file, access: .read), World())
  for question in Question.all(world, families: families) {
    var (dice, times, rows) = (Dice(11), [Double](), 0)
    for _ in 0..<rounds { times.append(try milliseconds { rows += try question.ask(ledger, &dice) }) }
    times.sort()
    say(
      """
      {"question":"\(question.name)","n":\(rounds),"rows":\(rows),"p50":\(quantile(times, 0.5)),\
      "p95":\(quantile(times, 0.95)),"max":\(times[rounds - 1])}
      """)
  }
}

let words = Array(CommandLine.arguments.dropFirst())
let numbers = words.dropFirst(2).compactMap { Int($0) }
guard words.count == 4, numbers.count == 2 else {
  fail("usage: LedgerBenchmark fill FILE FIRST COUNT | ask FILE FAMILIES ROUNDS")
}
do {
  switch words[0] {
  case "fill": try fill(words[1], from: numbers[0], count: numbers[1])
  case "ask": try ask(words[1], families: numbers[0], rounds: numbers[1])
  default: fail("'\(words[0])' is neither fill nor ask")
  }
} catch { fail("\(error)") }
