import Foundation
import Rapporteur
import RapporteurCore
import RapporteurEncoder
import RapporteurIngest
import RapporteurLanguage
import RapporteurMeaning

// Where the time of a reading goes, on one thread. Usage: ReaderBenchmark REPORTS.jsonl [ROUNDS]
// Prints one line for each stage: its name, and its share of the whole (text to JSON) in points of 100.

guard CommandLine.arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: ReaderBenchmark REPORTS.jsonl [ROUNDS]\n".utf8))
  exit(2)
}
let rounds = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 3 : 3
var reader = try ReportReader(
  InputFile(CommandLine.arguments[1]), format: .jsonl, facts: ReportFacts(), rules: PageRules())
var reports: [Report] = []
while let item = reader.next() { reports.append(try item.get()) }

let stages = try Stages(reports: reports)
var best: [String: Double] = [:]
for _ in 0..<rounds {
  for (name, seconds) in try stages.seconds() { best[name] = min(best[name] ?? .infinity, seconds) }
}
let whole = best["whole", default: 1]
let words = reports.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
print(String(format: "words/s on one thread  %.0f", Double(words) / whole))
let rest = Stages.names.reduce(0) { $0 + best[$1, default: 0] }
for name in Stages.names { print(name, String(format: "%.1f", 100 * best[name, default: 0] / whole)) }
print("model", String(format: "%.1f", 100 * (whole - rest) / whole))
